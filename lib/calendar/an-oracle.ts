import { addDays, type Day, day } from "./day.ts";

// What tests hold the calendar against: the law in words and a method of its own, no library.

/** Easter Sunday after the tables of the Book of Common Prayer, Gregorian, as Knuth sets them out (TAOCP 1.3.2-14). */
export function easter(year: number): Day {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapsLeftOut = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapsLeftOut - 10;
  const raw = (((11 * golden + 20 + moon - leapsLeftOut) % 30) + 30) % 30;
  const epact = raw === 24 || (raw === 25 && golden > 11) ? raw + 1 : raw;
  const full = epact > 23 ? 74 - epact : 44 - epact;
  return addDays(day(`${year}-03-01`), full + 7 - ((sunday + full) % 7) - 1);
}

/** The Danish holidays of a year, in the words of the law on holidays. Store bededag went with 2023. */
export function holidays(year: number): Record<string, Day> {
  const after = (days: number) => addDays(easter(year), days);
  return {
    nytårsdag: day(`${year}-01-01`),
    skærtorsdag: after(-3),
    langfredag: after(-2),
    påskedag: after(0),
    "anden påskedag": after(1),
    ...(year <= 2023 ? { "store bededag": after(26) } : {}),
    "Kristi himmelfartsdag": after(39),
    pinsedag: after(49),
    "anden pinsedag": after(50),
    juledag: day(`${year}-12-25`),
    "anden juledag": day(`${year}-12-26`),
  };
}
