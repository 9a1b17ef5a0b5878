import { z } from "zod";
import { flag, id } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts } from "./find-meeting.ts";

export const doneInput = z.strictObject({ action: id, done: flag });
export type DoneInput = z.infer<typeof doneInput>;

/**
 * Says that what a meeting decided is done, or that it is not after all. The owner may, and whoever leads the meeting; the
 * minutes stay as they were. Refuses "no-action" when it is hidden or there is none, and "not-yours".
 */
export async function markDone(tx: Tx, me: Member, { action, done }: DoneInput): Promise<Result<null>> {
  const { sql } = tx;
  const [found] = await sql<{ meeting: string; owner: string }[]>`
    select meeting_id as meeting, owner_post as owner from decision where id = ${action}`;
  if (!found) return refused("no-action");
  const { count } = await sql`update decision set done_on = ${done ? me.today : null} where id = ${action}`;
  if (count === 0) return refused("not-yours");
  await tellLists(tx, me, [...new Set([found.owner, ...(await calledPosts(tx, found.meeting))])]);
  return ok(null);
}
