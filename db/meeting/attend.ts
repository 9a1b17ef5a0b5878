import { z } from "zod";
import { attendances } from "#lib/meeting/meeting-view.ts";
import { id } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";

/** One post, or without one all that nobody has said anything about yet. */
export const attendInput = z.strictObject({ post: id.optional(), attendance: z.enum(attendances) });
export type AttendInput = z.infer<typeof attendInput>;

/** Notes who came, who sent word and who did not. Refuses like `leadMeeting`, and "unknown-post". */
export async function attend(
  tx: Tx,
  me: Member,
  { meeting, ...input }: AttendInput & { meeting: string },
): Promise<Result<null>> {
  const { sql } = tx;
  const { post, attendance } = input;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called", "held"] });
  if (!led.ok) return led;
  const noted = await sql`
    update meeting_post set attendance = ${attendance} where meeting_id = ${meeting}
      and ${post ? sql`post_id = ${post}` : sql`attendance is null`}`;
  if (post && noted.count === 0) return refused("unknown-post", "post");
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
