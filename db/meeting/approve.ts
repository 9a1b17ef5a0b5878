import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";
import { earlierMinutes } from "./read-minutes.ts";

/**
 * Approves, at a meeting that is held, the minutes of the meetings of its series before it that nobody has approved yet: from
 * now on they do not change. Doing it again changes nothing. Refuses like `leadMeeting`.
 */
export async function approve(tx: Tx, me: Member, meeting: string): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["held"] });
  if (!led.ok) return led;
  const { number, onDay } = led.value;
  const waiting = (await earlierMinutes(tx, led.value)).filter(({ approved }) => !approved);
  if (waiting.length === 0) return ok(null);
  await sql`insert into minutes_approval ${sql(
    waiting.map(({ id }) => ({
      partnership_id: me.partnership,
      meeting_id: id,
      at_meeting: meeting,
      number,
      on_day: onDay,
    })),
  )}`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
