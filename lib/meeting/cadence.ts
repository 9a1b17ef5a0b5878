import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import { addDays, type Day, daysBetween } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";

/** The month in which Denmark is away. */
const inJuly = (day: Day): boolean => day.slice(5, 7) === "07";

/** So many weeks between two meetings, so that they fall on the same weekday. */
export const weeksApart = (cadence: MeetingSeries["cadence"]): number =>
  "everyWeeks" in cadence ? cadence.everyWeeks : Math.round(52 / cadence.timesAYear);

/**
 * When the series meets next: as many weeks after the last meeting as was agreed, on that weekday. Where that is in July,
 * the nearest such weekday outside of it; where it is no working day, the first working day after it. A proposal: the
 * convener may choose another day.
 */
export function nextMeeting(cadence: MeetingSeries["cadence"], last: Day, days: WorkingDays): Day {
  const planned = outsideJuly(addDays(last, 7 * weeksApart(cadence)), last);
  if (days.isWorkingDay(planned)) return planned;
  const after = days.add(planned, 1);
  return inJuly(after) ? days.before(planned) : after;
}

/** The same weekday in June or in August, whichever is nearer; in August too where June would be the last meeting itself. */
function outsideJuly(planned: Day, last: Day): Day {
  const step = (weeks: number) => {
    let day = planned;
    while (inJuly(day)) day = addDays(day, 7 * weeks);
    return day;
  };
  const [june, august] = [step(-1), step(1)];
  return june > last && daysBetween(june, planned) < daysBetween(planned, august) ? june : august;
}

/**
 * Where the series meets next, so that everybody has it at their own place in turn: where it was held longest ago, or never.
 *
 * @param places in the agreement's order
 * @param held where it was held, the latest first
 */
export function nextPlace<Place>(places: readonly Place[], held: readonly Place[]): Place | undefined {
  const since = (place: Place) => (held.includes(place) ? held.indexOf(place) : held.length);
  return places.toSorted((a, b) => since(b) - since(a))[0];
}
