import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { endOfWeek, sayableOf, weeksOffered } from "./capacity.ts";

describe("what a post says of a service", () => {
  test.each([
    ["statutory", "slow"],
    ["voluntary", "full"],
    ["no-decision", "full"],
    ["decided-elsewhere", "full"],
  ] as const)("that is %s is %s", (basis, said) => {
    expect(sayableOf({ basis })).toBe(said);
  });

  test("lasts to the Sunday of its week", () => {
    expect(endOfWeek(day("2026-11-24"))).toBe("2026-11-29");
    expect(endOfWeek(day("2026-11-29"))).toBe("2026-11-29");
  });

  test("is offered for this week and those that follow, over new year too", () => {
    expect(weeksOffered(day("2026-12-22"))).toEqual([
      { week: 52, until: "2026-12-27" },
      { week: 53, until: "2027-01-03" },
      { week: 1, until: "2027-01-10" },
      { week: 2, until: "2027-01-17" },
      { week: 3, until: "2027-01-24" },
    ]);
  });
});
