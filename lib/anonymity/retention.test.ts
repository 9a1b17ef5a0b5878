import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { dueOfClosed, dueOfText, durationOf, goesOn } from "./retention.ts";

const closedOn = day("2026-11-02");

test("a referral goes on the same day of the next year, also of a leap day", () => {
  expect(goesOn(closedOn)).toBe("2027-11-02");
  expect(goesOn(day("2028-02-29"))).toBe("2029-02-28");
  expect(goesOn(day("2027-12-31"))).toBe("2028-12-31");
});

describe("of a closed referral", () => {
  test.each([
    ["2027-10-02", false, "nothing"],
    ["2027-10-03", false, "warn"],
    ["2027-10-06", false, "warn"],
    ["2027-10-06", true, "nothing"],
    ["2027-11-01", true, "nothing"],
    ["2027-11-02", true, "forget"],
    ["2027-11-05", true, "forget"],
    ["2027-11-02", false, "forget"],
  ] as const)("on %s, warned: %s, is due: %s", (today, warned, due) => {
    expect(dueOfClosed({ closedOn, warned }, day(today))).toBe(due);
  });
});

describe("of a text that still stands", () => {
  test.each([
    ["2026-11-15", [], "nothing"],
    ["2026-11-16", [], "remind"],
    ["2026-11-29", ["remind"], "nothing"],
    ["2026-11-30", ["remind"], "leader"],
    ["2026-12-24", [], "remind"],
    ["2026-12-24", ["remind", "leader"], "nothing"],
  ] as const)("on %s, after %j, is due: %s", (today, told, due) => {
    expect(dueOfText({ closedOn, told }, day(today))).toBe(due);
  });
});

test.each([
  ["2026-11-02", "week"],
  ["2026-10-26", "week"],
  ["2026-10-25", "month"],
  ["2026-09-01", "quarter"],
  ["2026-06-01", "half_year"],
  ["2025-11-02", "longer"],
])("logged on %s it was open for: %s", (loggedOn, duration) => {
  expect(durationOf({ loggedOn: day(loggedOn), closedOn })).toBe(duration);
});
