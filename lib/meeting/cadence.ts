import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";

/** The month in which Denmark is away. */
const july = "07";

/** So many weeks between two meetings, so that they fall on the same weekday. */
export const weeksApart = (cadence: MeetingSeries["cadence"]): number =>
  "everyWeeks" in cadence ? cadence.everyWeeks : Math.round(52 / cadence.timesAYear);

/**
 * When the series meets next: as many weeks after the last meeting as was agreed, on that weekday. Where that is no
 * working day, the first working day after it; never in July, but on the first fitting weekday of August. A proposal: the
 * convener may choose another day.
 */
export function nextMeeting(cadence: MeetingSeries["cadence"], last: Day, days: WorkingDays): Day {
  let meeting = addDays(last, 7 * weeksApart(cadence));
  while (meeting.slice(5, 7) === july) meeting = addDays(meeting, 7);
  while (!days.isWorkingDay(meeting)) meeting = addDays(meeting, 1);
  return meeting;
}
