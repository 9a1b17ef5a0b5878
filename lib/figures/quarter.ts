import { type Day, parseDay } from "#lib/calendar/day.ts";

/** A quarter of a year, named by its first day. */
export type Quarter = Day & { readonly __quarter: true };

const months = ["01", "04", "07", "10"];

/** The quarter that a day lies in. */
export function quarterOf(day: Day): Quarter {
  const first = months.findLast((month) => month <= day.slice(5, 7)) ?? "01";
  return `${day.slice(0, 4)}-${first}-01` as Quarter;
}

export function nextQuarter(quarter: Quarter): Quarter {
  const { year, number } = partsOf(quarter);
  return number === 4 ? (`${year + 1}-01-01` as Quarter) : (`${year}-${months[number]}-01` as Quarter);
}

export const partsOf = (quarter: Quarter): { year: number; number: number } => ({
  year: Number(quarter.slice(0, 4)),
  number: months.indexOf(quarter.slice(5, 7)) + 1,
});

/** Reads the first day of a quarter; null for anything else. */
export function parseQuarter(text: string): Quarter | null {
  const day = parseDay(text);
  return day && quarterOf(day) === day ? (day as Quarter) : null;
}

/** The quarters from one on that are over today, the oldest first. */
export function closedSince(first: Quarter, today: Day): Quarter[] {
  const closed: Quarter[] = [];
  for (let quarter = first; nextQuarter(quarter) <= today; quarter = nextQuarter(quarter)) closed.push(quarter);
  return closed;
}
