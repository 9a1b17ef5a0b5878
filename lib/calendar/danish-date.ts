import { type Day, daysBetween, parseDay, weekday } from "#lib/calendar/day.ts";
import { dashes } from "#lib/text/dashes.ts";

const MONTHS: readonly RegExp[] = [
  /^jan(uary?)?$/,
  /^feb(ruary?)?$/,
  /^mar(ts|ch)?$/,
  /^apr(il)?$/,
  /^ma[jy]$/,
  /^june?i?$/,
  /^jul[iy]?$/,
  /^aug(ust)?$/,
  /^sept?(ember)?$/,
  /^o[kc]t(ober)?$/,
  /^nov(ember)?$/,
  /^dec(ember)?$/,
];

const WEEKDAY =
  /^(?<name>(?:man|tirs?|ons|tors?|fre|lør|søn)(?:d(?:ag)?)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[.,]{0,2} ?(?=d|\d)/;
/** The two letters with which a weekday begins, Monday first, in Danish and then in English. */
const WEEKDAYS = "mationtofrløsømotuwethfrsasu";
const THE = /^d(?:en)?[. ]{0,2}(?=\d)/;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const DIGITS = /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/;
const PARTS =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[./,\- ]+(?<month>\d{1,2}|[a-z]+)(?:[./,\- ]+(?<year>\d{4}|\d{2}))?[.,]?$/;

/**
 * Reads a date as people write it in Denmark: 12.11.2026, 12/11-26, 12,11, 12112026, "12. nov.", "d. 12/11",
 * "torsdag den 12. november".
 *
 * `near` is normally today: a date without a year is the one closest to it, and is refused where nothing is near.
 * Gives null where the text is no date, the day does not exist (31.2.), the weekday before it is another one's, or the
 * year lies outside 2000–2099, which in this product can only be a slip of the finger.
 */
export function parseDanishDate(text: string, near?: Day): Day | null {
  const { named, day } = read(text, near);
  return day && (!named || weekday(day) === named) ? day : null;
}

/** The day that is written behind the name of another weekday: which of the two is wrong, only the writer knows. */
export function otherWeekday(text: string, near?: Day): Day | null {
  const { named, day } = read(text, near);
  return day && named && weekday(day) !== named ? day : null;
}

/** What to say of a text that is not taken as a date, as a code with its data. */
export function whyNoDate(text: string, near?: Day): { code: "date" } | { code: "weekday"; details: { day: Day } } {
  const day = otherWeekday(text, near);
  return day ? { code: "weekday", details: { day } } : { code: "date" };
}

/** The number of the weekday that is named, Monday first, and the day that is written behind it. */
function read(text: string, near?: Day): { named: number; day: Day | null } {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ").replace(dashes, "-");
  const name = WEEKDAY.exec(plain)?.groups?.["name"];
  const named = name ? 1 + ((WEEKDAYS.indexOf(name.slice(0, 2)) / 2) % 7) : 0;
  return { named, day: dayIn(plain.replace(WEEKDAY, "").replace(THE, ""), near) };
}

function dayIn(bare: string, near: Day | undefined): Day | null {
  const { day = "", month = "", year } = (ISO.exec(bare) ?? DIGITS.exec(bare) ?? PARTS.exec(bare))?.groups ?? {};
  const monthNumber = /^\d+$/.test(month) ? Number(month) : 1 + MONTHS.findIndex((name) => name.test(month));
  if (year) return existing(year.length === 2 ? `20${year}` : year, monthNumber, day);
  if (!near) return null;
  const thisYear = Number(near.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((candidate) => existing(String(candidate), monthNumber, day))
    .filter((candidate) => candidate !== null)
    .reduce<Day | null>((best, next) => (best && distance(best, near) < distance(next, near) ? best : next), null);
}

/**
 * What is typed, written out in full as far as it reads as a date. The name of another weekday stays before it: with its
 * year, the server says which day it is.
 */
export function writtenOut(text: string, near: Day): string {
  const day = parseDanishDate(text, near);
  if (day) return formatDanishDate(day);
  const other = otherWeekday(text, near);
  const [name = ""] = /^\p{L}+/u.exec(text.trim()) ?? [];
  return other ? `${name} ${formatDanishDate(other)}` : text;
}

/** Writes a day as a Danish form shows it: 12.11.2026. */
export function formatDanishDate(day: Day): string {
  return day.split("-").reverse().join(".");
}

function existing(year: string, month: number, day: string): Day | null {
  return year.startsWith("20") ? parseDay(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`) : null;
}

function distance(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}
