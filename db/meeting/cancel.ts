import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";
import { tellCalled } from "./tell-called.ts";

/**
 * Cancels a meeting that is called and has not begun, for good, and mails everybody who was called: another one is
 * called instead, and the points that parties brought come up there. Refuses like `leadMeeting`.
 */
export async function cancel(tx: Tx, me: Member, meeting: string): Promise<Result<null>> {
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called"] });
  if (!led.ok) return led;
  await tx.sql`update meeting set state = 'cancelled' where id = ${meeting}`;
  await tellCalled(tx, meeting);
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
