import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { closedSince, nextQuarter, parseQuarter, partsOf, quarterOf } from "./quarter.ts";

describe("a quarter", () => {
  test("is named by its first day", () => {
    expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map((each) => quarterOf(day(each)))).toEqual([
      "2026-01-01",
      "2026-01-01",
      "2026-04-01",
      "2026-10-01",
    ]);
    expect([parseQuarter("2026-04-01"), parseQuarter("2026-05-01"), parseQuarter("x")]).toEqual([
      "2026-04-01",
      null,
      null,
    ]);
    expect(partsOf(quarterOf(day("2026-11-25")))).toEqual({ year: 2026, number: 4 });
  });

  test("is followed by the next, over the year's end", () => {
    expect(nextQuarter(quarterOf(day("2026-08-01")))).toBe("2026-10-01");
    expect(nextQuarter(quarterOf(day("2026-11-25")))).toBe("2027-01-01");
  });

  test("is closed from the first day of the next", () => {
    const first = quarterOf(day("2026-02-03"));
    expect(closedSince(first, day("2026-03-31"))).toEqual([]);
    expect(closedSince(first, day("2026-04-01"))).toEqual(["2026-01-01"]);
    expect(closedSince(first, day("2026-11-25"))).toEqual(["2026-01-01", "2026-04-01", "2026-07-01"]);
  });
});
