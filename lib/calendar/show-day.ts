import type { Day } from "./day.ts";
import { weekNumber } from "./day.ts";

/** The languages of the screens, as `Intl` knows them. */
const tags = { da: "da-DK", en: "en-GB" } as const;
export type Locale = keyof typeof tags;

const at = (day: Day) => new Date(`${day}T12:00:00Z`);
const format = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: "UTC" });

const short = {
  da: format("da", { weekday: "short", day: "numeric", month: "short" }),
  en: format("en", { weekday: "short", day: "numeric", month: "short" }),
};
const long = {
  da: format("da", { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  en: format("en", { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
};

/** "tors. 26. nov.": a day in a list or a sentence. Its spaces do not break at the end of a line. */
export const showDay = (day: Day, locale: Locale): string => short[locale].format(at(day)).replaceAll(" ", "\u00a0");

/** "torsdag den 26. november 2026": a day on a letterhead, a slip or in minutes. */
export const showLongDay = (day: Day, locale: Locale): string => long[locale].format(at(day));

const plain = {
  da: format("da", { day: "numeric", month: "long", year: "numeric" }),
  en: format("en", { day: "numeric", month: "long", year: "numeric" }),
};

/** "12. december 2013": a day far off, whose weekday says nothing. */
export const showDate = (day: Day, locale: Locale): string => plain[locale].format(at(day));

/** The number of the week, for those who see weeks and not days. */
export const showWeek = (day: Day): string => String(weekNumber(day));
