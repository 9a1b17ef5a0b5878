import { type PhoneHours, weekdays } from "#lib/agreement/parties.ts";
import { addDays, type Day, weekday } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";

/** `time` is `HH:MM` in Copenhagen; left out, a day counts as a whole. */
export type Now = { today: Day; days: Pick<WorkingDays, "isWorkingDay">; time?: string };

/** `now`: somebody can be called at this minute. Otherwise the next hours, today's or those of a day to come. */
export type NextHours = { day: Day; from: string; to: string; now: boolean };

/** Telephone hours that have not passed, a week ahead at most; null where there are none. Holidays have none. */
export function nextHours(hours: PhoneHours | null, { today, days, time }: Now): NextHours | null {
  if (!hours) return null;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = addDays(today, ahead);
    const name = weekdays[weekday(day) - 1];
    const open = name && days.isWorkingDay(day) ? hours[name] : undefined;
    const over = ahead === 0 && time !== undefined && open !== undefined && time >= open.to;
    if (open && !over) return { day, ...open, now: ahead === 0 && time !== undefined && time >= open.from };
  }
  return null;
}
