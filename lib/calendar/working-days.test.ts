import { describe, expect, test } from "vitest";
import { easter, holidays } from "./an-oracle.ts";
import { addDays, day, dayOf, daysBetween, parseDay, weekday, weekNumber, weeksBetween } from "./day.ts";
import { isHoliday, workingDays } from "./working-days.ts";

const years = Array.from({ length: 21 }, (_, n) => 2015 + n);
const daysOf = (year: number) =>
  Array.from({ length: daysBetween(day(`${year}-01-01`), day(`${year + 1}-01-01`)) }, (_, n) =>
    addDays(day(`${year}-01-01`), n),
  );
const days = workingDays();

test("the oracle knows Easter", () => {
  expect([2000, 2008, 2011, 2015, 2024, 2026, 2038].map(easter)).toEqual([
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2015-04-05",
    "2024-03-31",
    "2026-04-05",
    "2038-04-25",
  ]);
});

describe.each(years)("%i", (year) => {
  const closed = new Set(Object.values(holidays(year)));

  test("has the holidays of the law, and no other", () => {
    expect(daysOf(year).filter(isHoliday)).toEqual([...closed].toSorted());
  });

  test("has working days from Monday to Friday outside holidays, 5 June, 24 and 31 December", () => {
    const extra = [`${year}-06-05`, `${year}-12-24`, `${year}-12-31`];
    const working = daysOf(year).filter((each) => {
      const name = new Date(`${each}T12:00:00Z`).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
      return !name.startsWith("S") && !closed.has(each) && !extra.includes(each);
    });
    expect(daysOf(year).filter(days.isWorkingDay)).toEqual(working);
  });
});

describe("counting working days", () => {
  const all = years.flatMap(daysOf);
  const working = all.filter(days.isWorkingDay);
  const inside = all.slice(60, -60);

  test("adds from the next working day on, over every day of two decades", () => {
    for (const from of inside.filter((_, n) => n % 3 === 0)) {
      const ahead = working.slice(working.findIndex((each) => each > from));
      expect([from, days.add(from, 1), days.add(from, 5)]).toEqual([from, ahead[0], ahead[4]]);
      expect(days.add(from, 0)).toBe(from);
    }
  });

  test("finds the last working day before, and counts what lies between", () => {
    for (const from of inside.filter((_, n) => n % 3 === 1)) {
      const to = addDays(from, 23);
      const between = working.filter((each) => each > from && each <= to).length;
      expect([from, days.before(from)]).toEqual([from, working.filter((each) => each < from).at(-1)]);
      expect([days.between(from, to), days.between(to, from)]).toEqual([between, between === 0 ? 0 : -between]);
    }
  });

  test("counts back what it added", () => {
    for (const from of inside.filter((_, n) => n % 17 === 0))
      for (const count of [0, 1, 5, 12]) expect(days.between(from, days.add(from, count))).toBe(count);
  });

  test.each([
    ["over Christmas and New Year", "2026-12-23", 3, "2026-12-30"],
    ["over a year's end", "2026-12-30", 1, "2027-01-04"],
    ["over Easter", "2026-04-01", 1, "2026-04-07"],
    ["over Constitution Day", "2026-06-04", 1, "2026-06-08"],
    ["over Kristi himmelfartsdag, the day after being an ordinary Friday", "2026-05-13", 1, "2026-05-15"],
    ["over store bededag while there was one", "2023-05-04", 1, "2023-05-08"],
    ["on what was store bededag", "2024-04-25", 1, "2024-04-26"],
  ])("%s", (_, from, count, to) => {
    expect(days.add(day(from), count)).toBe(to);
  });

  test("follows the agreement in what else is closed", () => {
    expect(workingDays([]).isWorkingDay(day("2026-06-05"))).toBe(true);
    expect(workingDays(["05-15"]).isWorkingDay(day("2026-05-15"))).toBe(false);
  });
});

describe("a calendar day", () => {
  test.each([
    ["before midnight in winter", "2026-12-31T22:59:59Z", "2026-12-31"],
    ["at midnight in winter", "2026-12-31T23:00:00Z", "2027-01-01"],
    ["before midnight in summer", "2026-07-31T21:59:59Z", "2026-07-31"],
    ["at midnight in summer", "2026-07-31T22:00:00Z", "2026-08-01"],
    ["in the hour that is left out", "2026-03-29T01:00:00Z", "2026-03-29"],
    ["in the hour that comes twice", "2026-10-25T00:30:00Z", "2026-10-25"],
    ["at midnight after the clocks went back", "2026-10-25T23:00:00Z", "2026-10-26"],
  ])("is the one in Denmark: %s", (_, moment, expected) => {
    expect(dayOf(new Date(moment))).toBe(expected);
  });

  test("is twenty-four hours long whatever the clocks do", () => {
    expect([addDays(day("2026-03-28"), 2), addDays(day("2026-10-24"), 2)]).toEqual(["2026-03-30", "2026-10-26"]);
    expect([
      daysBetween(day("2026-03-28"), day("2026-03-30")),
      daysBetween(day("2026-10-26"), day("2026-10-24")),
    ]).toEqual([2, -2]);
    expect([addDays(day("2028-02-28"), 1), addDays(day("2027-02-28"), 1)]).toEqual(["2028-02-29", "2027-03-01"]);
  });

  test("exists in the calendar", () => {
    expect(
      ["2026-02-29", "2026-02-30", "2026-13-01", "2026-1-1", "2026-01-01T00:00", "", "i dag"].map(parseDay),
    ).toEqual(Array(7).fill(null));
    expect(parseDay("2028-02-29")).toBe("2028-02-29");
    expect(() => day("2026-02-29")).toThrow("not a calendar day");
  });

  test("has the weekday and the week that Danes count", () => {
    expect(["2026-11-02", "2026-11-08"].map((each) => weekday(day(each)))).toEqual([1, 7]);
    expect(
      ["2026-01-01", "2027-01-03", "2027-01-04", "2020-12-31", "2024-12-30"].map((each) => weekNumber(day(each))),
    ).toEqual([1, 53, 1, 53, 1]);
    expect([0, 6, 7, 13, -1].map((n) => weeksBetween(day("2026-11-02"), addDays(day("2026-11-02"), n)))).toEqual([
      0, 0, 1, 1, 0,
    ]);
  });
});
