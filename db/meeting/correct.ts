import { randomUUID } from "node:crypto";
import { z } from "zod";
import { correctionLength } from "#lib/meeting/minutes.ts";
import { text } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";

export const correctInput = z.strictObject({
  text: text(correctionLength).refine((said) => said.length > 0, { error: "correction" }),
});
export type CorrectInput = z.infer<typeof correctInput>;

/**
 * Puts the minutes of a closed meeting right: what was written stays, and the correction stands under it. Refuses like
 * `leadMeeting`, and "minutes-approved" once a later meeting has approved them.
 */
export async function correct(
  tx: Tx,
  me: Member,
  { meeting, text: said }: CorrectInput & { meeting: string },
): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["closed"] });
  if (!led.ok) return led;
  const [approved] = await sql`select 1 from minutes_approval where meeting_id = ${meeting}`;
  if (approved) return refused("minutes-approved");
  await sql`insert into minutes_correction ${sql({
    partnership_id: me.partnership,
    id: randomUUID(),
    meeting_id: meeting,
    text: said,
  })}`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
