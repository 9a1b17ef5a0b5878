import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDanishDate, otherWeekday, parseDanishDate, whyNoDate, writtenOut } from "#lib/calendar/danish-date.ts";
import { addDays, day } from "#lib/calendar/day.ts";

const NEAR = day("2026-10-20");

describe("a date as people write it", () => {
  test.each([
    "12.11.2026",
    "12.11.26",
    " 12. 11. 2026 ",
    "12/11-26",
    "12/11 2026",
    "12-11-2026",
    "12112026",
    "121126",
    "12.11",
    "12/11",
    "12. nov.",
    "12. november",
    "12 nov 2026",
    "12. November 2026",
    "tors. 12. nov.",
    "torsdag den 12. november 2026",
    "2026-11-12",
    // The key beside the digits of a numeric pad is a comma.
    "12,11,2026",
    "12,11,26",
    "12,11",
    "12,11.",
    "12. november, 2026",
    "den 12. november",
    "Den 12. november 2026.",
    "d. 12/11",
    "d.12/11-26",
    "d 12.11",
    "torsdag d. 12. november",
    "torsdag, den 12/11",
    "torsd. 12.11",
    "tor 12/11",
    "torsdag d.12. nov. 2026",
    "Thu 12 Nov",
    "Thursday 12 November 2026",
    "12th November",
    // Programs put a dash of their own where a hyphen was typed.
    "12–11–2026",
    "12—11—2026",
    "12‐11‐2026",
    "12‑11‑26",
    "12−11−2026",
    "12 – 11 – 2026",
    "2026–11–12",
    "12\u00a0.\u202f11.2026",
  ])("reads %s", (text) => {
    expect(parseDanishDate(text, NEAR)).toBe("2026-11-12");
  });

  test.each([
    ["1. januar", "2026-01-01"],
    ["1. feb", "2026-02-01"],
    ["1. marts", "2026-03-01"],
    ["1. april", "2026-04-01"],
    ["1. maj", "2026-05-01"],
    ["1. juni", "2026-06-01"],
    ["1. juli", "2026-07-01"],
    ["1. aug.", "2026-08-01"],
    ["1. sept.", "2026-09-01"],
    ["1. okt.", "2026-10-01"],
    ["1. nov", "2026-11-01"],
    ["1. december", "2026-12-01"],
    ["1 January", "2026-01-01"],
    ["1 march", "2026-03-01"],
    ["1 May", "2026-05-01"],
    ["1 june", "2026-06-01"],
    ["1 October", "2026-10-01"],
  ])("knows the month in %s", (text, date) => {
    expect(parseDanishDate(text, day("2026-06-20"))).toBe(date);
  });

  test.each([
    ["", "nothing"],
    ["i morgen", "no date"],
    ["31.2.2026", "a day that does not exist"],
    ["29.2.2026", "29 February outside a leap year"],
    ["0.1.2026", "day 0"],
    ["1.13.2026", "month 13"],
    ["32.1.2026", "day 32"],
    ["12.11.0206", "a year far away"],
    ["12.11.1926", "a year long past"],
    ["12.nonsense.2026", "an unknown month"],
    ["12.11.2026 og mere", "text after it"],
    ["1211202", "seven digits"],
    ["010180-1234", "a personal number"],
    ["12,11,26-1234", "a personal number with commas"],
    ["12,5 timer", "a number"],
    ["den", "a word"],
    ["d. november", "a month without a day"],
    ["mandag", "a weekday alone"],
    ["dd. 12. november", "half of another word"],
  ])("refuses %s, %s", (text) => {
    expect(parseDanishDate(text, NEAR)).toBeNull();
  });

  test.each([
    ["mandag", "2026-11-09"],
    ["tirsdag", "2026-11-10"],
    ["onsdag", "2026-11-11"],
    ["torsdag", "2026-11-12"],
    ["fredag", "2026-11-13"],
    ["lørdag", "2026-11-14"],
    ["søndag", "2026-11-15"],
  ])("knows a %s however far it is written out", (name, date) => {
    const written = `${Number(date.slice(8))}. november`;
    for (const short of [name.slice(0, 3), name.slice(0, -2), `${name.slice(0, -3)}.`, name])
      for (const between of [" ", ", ", " d. ", " den "])
        expect(parseDanishDate(`${short}${between}${written}`, NEAR)).toBe(date);
  });

  test.each([
    ["mandag d. 8. december", "2026-12-08"],
    ["man. 8/12", "2026-12-08"],
    ["Monday 8 December 2026", "2026-12-08"],
    ["søndag den 12. november", "2026-11-12"],
    ["fredag 12.11.2026", "2026-11-12"],
  ])("refuses %s, which is another day of the week, and knows which day it is", (text, date) => {
    expect(parseDanishDate(text, NEAR)).toBeNull();
    expect(otherWeekday(text, NEAR)).toBe(date);
    expect(whyNoDate(text, NEAR)).toEqual({ code: "weekday", details: { day: date } });
  });

  test("finds nothing wrong with the weekday where it is right, is none, or stands before no date", () => {
    for (const text of ["tirsdag d. 8. december", "8. december", "mandag", "mandag d. 31. februar", ""])
      expect(otherWeekday(text, NEAR)).toBeNull();
    expect(whyNoDate("mandag", NEAR)).toEqual({ code: "date" });
  });

  test.each([
    ["12/11", "12.11.2026"],
    ["torsdag d. 12/11", "12.11.2026"],
    ["mandag d. 8. december", "mandag 08.12.2026"],
    ["Mon, 8 Dec", "Mon 08.12.2026"],
    ["i morgen", "i morgen"],
    ["", ""],
  ])("writes %s out as %s", (typed, written) => {
    expect(writtenOut(typed, NEAR)).toBe(written);
    // Leaving the field again changes nothing more.
    expect(writtenOut(written, NEAR)).toBe(written);
  });

  test("takes the year that lies closest when none is written", () => {
    expect(parseDanishDate("28. dec.", day("2027-01-04"))).toBe("2026-12-28");
    expect(parseDanishDate("4. jan.", day("2026-12-28"))).toBe("2027-01-04");
    expect(parseDanishDate("29. feb.", day("2027-12-01"))).toBe("2028-02-29");
    expect(parseDanishDate("30. feb.", NEAR)).toBeNull();
  });

  test("refuses a date without a year when nothing is near", () => {
    expect(parseDanishDate("12. nov.")).toBeNull();
    expect(parseDanishDate("12. nov. 2026")).toBe("2026-11-12");
  });

  test("reads back every day it writes", () => {
    const days = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(day("2000-01-01"), days));
    fc.assert(
      fc.property(days, (date) => {
        const written = formatDanishDate(date);
        expect(parseDanishDate(written, NEAR)).toBe(date);
        expect(parseDanishDate(written.replaceAll(".", ""), NEAR)).toBe(date);
      }),
    );
  });

  test("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDanishDate(text, NEAR)));
  });
});
