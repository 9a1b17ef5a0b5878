import Holidays from "date-holidays";
import { addDays, type Day, weekday } from "./day.ts";

const denmark = new Holidays("DK", { types: ["public"] });
const years = new Map<string, Set<string>>();

function holidaysOf(year: string): Set<string> {
  const known = years.get(year);
  if (known) return known;
  const days = new Set(denmark.getHolidays(Number(year)).map((holiday) => holiday.date.slice(0, 10)));
  years.set(year, days);
  return days;
}

/** A Danish public holiday (helligdag). Store bededag counts up to and including 2023; 5 June does not count. */
export const isHoliday = (day: Day): boolean => holidaysOf(day.slice(0, 4)).has(day);

/**
 * The working days that an agreement counts in: Monday to Friday without Danish holidays, and without the days that
 * the agreement itself leaves out.
 *
 * @param closed days of every year as `MM-DD`, by default 5 June, 24 and 31 December
 */
export function workingDays(closed: readonly string[] = ["06-05", "12-24", "12-31"]) {
  const isWorkingDay = (day: Day): boolean => weekday(day) < 6 && !isHoliday(day) && !closed.includes(day.slice(5));

  /** The working day that is `count` working days after `from`; the next working day is the first that counts. */
  function add(from: Day, count: number): Day {
    let day = from;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /** The last working day before `day`. */
  function before(day: Day): Day {
    let candidate = addDays(day, -1);
    while (!isWorkingDay(candidate)) candidate = addDays(candidate, -1);
    return candidate;
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  function between(from: Day, to: Day): number {
    if (to < from) return -between(to, from);
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    return count;
  }

  return { isWorkingDay, add, before, between };
}

export type WorkingDays = ReturnType<typeof workingDays>;
