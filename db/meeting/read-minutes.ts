import type { EarlierMinutes } from "#lib/meeting/meeting-view.ts";
import { type Approval, type KeptMinutes, minutesContent } from "#lib/meeting/minutes.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Tx } from "../client.ts";
import { look } from "../log/look.ts";
import { findMeeting, type MeetingRow } from "./find-meeting.ts";

/**
 * The minutes as they were written when the meeting closed, with their corrections and where they were approved. Refuses with
 * "not-found" when they are hidden or the meeting is not closed.
 */
export async function readMinutes(tx: Tx, id: string): Promise<Result<KeptMinutes>> {
  const meeting = await findMeeting(tx, id);
  if (meeting?.state !== "closed") return refused("not-found");
  const [[found], corrections, [approved]] = await Promise.all([
    tx.sql<{ content: unknown }[]>`select content from minutes where meeting_id = ${id}`,
    tx.sql<{ text: string }[]>`select text from minutes_correction where meeting_id = ${id} order by at, id`,
    tx.sql<Approval[]>`select number, on_day as "onDay" from minutes_approval where meeting_id = ${id}`,
  ]);
  if (!found) return refused("not-found");
  look(tx, "minutes", { codes: [], meeting: id });
  return ok({
    ...minutesContent.parse(found.content),
    corrections: corrections.map(({ text }) => text),
    approved: approved ?? null,
  });
}

/** The minutes that a meeting looks back at: of its series and before it, not approved yet or approved there; the oldest first. */
export async function earlierMinutes(
  { sql }: Tx,
  { id, series, number }: Pick<MeetingRow, "id" | "series" | "number">,
): Promise<EarlierMinutes[]> {
  return sql<EarlierMinutes[]>`
    select m.id, m.number, m.on_day as "onDay", a.meeting_id is not null as approved,
      array(select c.text from minutes_correction c
        where c.partnership_id = w.partnership_id and c.meeting_id = w.meeting_id order by c.at, c.id) as corrections
    from meeting m
    join minutes w on w.partnership_id = m.partnership_id and w.meeting_id = m.id
    left join minutes_approval a on a.partnership_id = w.partnership_id and a.meeting_id = w.meeting_id
    where m.series = ${series} and m.number < ${number} and (a.meeting_id is null or a.at_meeting = ${id})
    order by m.number`;
}
