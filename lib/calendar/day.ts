/** A calendar day in Denmark, `YYYY-MM-DD`. A value, never a moment: it has no time and no zone. */
export type Day = string & { readonly __day: true };

const zone = "Europe/Copenhagen";
const form = /^\d{4}-\d{2}-\d{2}$/;

/** Made when it is first asked: a browser, which never asks, would pay for the table of all zones. */
let inDenmark: Intl.DateTimeFormat | undefined;

/** The day it is in Denmark at that moment. */
export function dayOf(moment: Date): Day {
  inDenmark ??= new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return inDenmark.format(moment) as Day;
}

/** Reads `YYYY-MM-DD`. Returns null for anything that is not a day in the calendar (2026-02-30). */
export function parseDay(text: string): Day | null {
  if (!form.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null;
}

/** A day known to be right, such as a constant in a test. Throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error("not a calendar day");
  return parsed;
}

/** Only for reckoning with a day that is known already: which day it is, `dayOf` alone says. */
const utc = (value: Day) => Date.parse(`${value}T00:00:00Z`);

/** That many calendar days later (earlier when negative). */
export const addDays = (value: Day, days: number): Day =>
  new Date(utc(value) + days * 86_400_000).toISOString().slice(0, 10) as Day;

/** Whole calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / 86_400_000);

/** Whole weeks from one day to another, as other units may see it: 0 for the same week of seven days. */
export const weeksBetween = (from: Day, to: Day): number => Math.max(0, Math.floor(daysBetween(from, to) / 7));

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (value: Day): number => new Date(utc(value)).getUTCDay() || 7;

/** ISO week number (the week that holds the year's first Thursday is week 1), as Danes count. */
export function weekNumber(value: Day): number {
  const thursday = addDays(value, 4 - weekday(value));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as Day, thursday) / 7) + 1;
}

/** The earliest of the days that are given; null when none is. */
export const earliest = (...days: (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>((first, next) => (next && (!first || next < first) ? next : first), null);

export const latest = (a: Day, b: Day): Day => (a > b ? a : b);
