import type { Day } from "./day.ts";
import { weekday, weekNumber } from "./day.ts";

/**
 * The names that a day is shown with. They stand here, and are not asked of `Intl`: to ask costs a phone more than to draw
 * a list, and a server and a browser of different years answer differently.
 */
const names = {
  da: {
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    shortWeekdays: ["man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."],
    months: [
      "januar",
      "februar",
      "marts",
      "april",
      "maj",
      "juni",
      "juli",
      "august",
      "september",
      "oktober",
      "november",
      "december",
    ],
    shortMonths: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
  },
  en: {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
  },
} as const;

/** The languages of the screens. */
export type Locale = keyof typeof names;

function partsOf(day: Day, locale: Locale) {
  const { weekdays, shortWeekdays, months, shortMonths } = names[locale];
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [inWeek, inYear] = [weekday(day) - 1, month - 1];
  return {
    year,
    date: locale === "da" ? `${date}.` : `${date}`,
    weekday: weekdays[inWeek],
    shortWeekday: shortWeekdays[inWeek],
    month: months[inYear],
    shortMonth: shortMonths[inYear],
  };
}

/** "tors. 26. nov.": a day in a list or a sentence. Its spaces do not break at the end of a line. */
export function showDay(day: Day, locale: Locale): string {
  const { shortWeekday, date, shortMonth } = partsOf(day, locale);
  return `${shortWeekday}\u00a0${date}\u00a0${shortMonth}`;
}

/** "torsdag den 26. november 2026": a day on a letterhead, a slip or in minutes. */
export const showLongDay = (day: Day, locale: Locale): string =>
  `${partsOf(day, locale).weekday}${locale === "da" ? " den" : ","} ${showDate(day, locale)}`;

/** "12. december 2013": a day far off, whose weekday says nothing. */
export function showDate(day: Day, locale: Locale): string {
  const { date, month, year } = partsOf(day, locale);
  return `${date} ${month} ${year}`;
}

/** The number of the week, for those who see weeks and not days. */
export const showWeek = (day: Day): string => String(weekNumber(day));
