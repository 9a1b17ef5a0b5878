import Holidays from "date-holidays";
import { addDays, type Day, daysBetween, weekday } from "./day.ts";

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

const made = new Map<string, WorkingDays>();

/**
 * The working days that an agreement counts in: Monday to Friday without Danish holidays, and without the days that
 * the agreement itself leaves out. Lists ask for every row: what was counted once is remembered.
 *
 * @param closed days of every year as `MM-DD`, by default 5 June, 24 and 31 December
 */
export function workingDays(closed: readonly string[] = ["06-05", "12-24", "12-31"]): WorkingDays {
  const key = closed.join(" ");
  const known = made.get(key);
  if (known) return known;
  const days = countIn(closed);
  made.set(key, days);
  return days;
}

export type WorkingDays = {
  isWorkingDay: (day: Day) => boolean;
  /** The working day that is `count` working days after `from`; the next working day is the first that counts. */
  add: (from: Day, count: number) => Day;
  /** The last working day before `day`. */
  before: (day: Day) => Day;
  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  between: (from: Day, to: Day) => number;
};

function countIn(closed: readonly string[]): WorkingDays {
  const isWorkingDay = (day: Day): boolean => weekday(day) < 6 && !isHoliday(day) && !closed.includes(day.slice(5));

  /** For each day of a year, the working days of that year up to and including it. */
  const counts = new Map<number, readonly number[]>();
  function countsOf(year: number): readonly number[] {
    const known = counts.get(year);
    if (known) return known;
    const upTo: number[] = [];
    const first = `${year}-01-01` as Day;
    for (let day = first; day.startsWith(`${year}-`); day = addDays(day, 1))
      upTo.push((upTo.at(-1) ?? 0) + (isWorkingDay(day) ? 1 : 0));
    counts.set(year, upTo);
    return upTo;
  }
  const yearOf = (day: Day): number => Number(day.slice(0, 4));
  const upTo = (day: Day): number => countsOf(yearOf(day))[daysBetween(`${day.slice(0, 4)}-01-01` as Day, day)] ?? 0;

  function add(from: Day, count: number): Day {
    let day = from;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  function before(day: Day): Day {
    let candidate = addDays(day, -1);
    while (!isWorkingDay(candidate)) candidate = addDays(candidate, -1);
    return candidate;
  }

  function between(from: Day, to: Day): number {
    if (to < from) return -between(to, from);
    let count = upTo(to) - upTo(from);
    for (let year = yearOf(from); year < yearOf(to); year += 1) count += countsOf(year).at(-1) ?? 0;
    return count;
  }

  return { isWorkingDay, add, before, between };
}
