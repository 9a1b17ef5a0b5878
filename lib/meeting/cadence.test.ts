import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { simulate } from "./a-series.ts";
import { nextMeeting, nextPlace } from "./cadence.ts";

const days = workingDays();
const next = (last: string, cadence: Parameters<typeof nextMeeting>[0] = { everyWeeks: 8 }) =>
  nextMeeting(cadence, day(last), days);

test.each([
  ["is eight weeks later, on the same weekday", "2026-09-30", "2026-11-25"],
  ["moves off Christmas", "2026-10-30", "2026-12-28"],
  ["moves off 5 June to the Monday after", "2026-04-10", "2026-06-08"],
  ["moves off Easter Monday", "2026-02-09", "2026-04-07"],
  ["keeps the weekday when it moves out of July", "2026-05-20", "2026-08-05"],
  ["moves from early July to June", "2026-05-13", "2026-06-24"],
  ["moves from the last day of July to the week after", "2026-06-05", "2026-08-07"],
  ["stays on the last of June", "2026-05-05", "2026-06-30"],
  ["crosses the year", "2026-12-02", "2027-01-27"],
])("a network meeting %s", (_, last, expected) => {
  expect(next(last)).toBe(expected);
});

test("a meeting held twice or once a year comes twenty-six or fifty-two weeks later", () => {
  expect(next("2026-04-15", { timesAYear: 2 })).toBe("2026-10-14");
  expect(next("2026-09-16", { timesAYear: 1 })).toBe("2027-09-15");
});

test("never in June on the day of the last meeting itself", () => {
  expect(next("2026-06-24", { everyWeeks: 2 })).toBe("2026-08-05");
});

describe("the place", () => {
  const places = ["SCK", "Titanparken", "Lundtoftegade"];

  test.each([
    ["the first one at first", [], "SCK"],
    ["one where it never was", ["SCK"], "Titanparken"],
    ["where it was longest ago", ["Lundtoftegade", "SCK", "Titanparken"], "Titanparken"],
    ["where it was longest ago, though another was skipped", ["SCK", "SCK", "Titanparken"], "Lundtoftegade"],
    ["none that is no longer one", ["SCK", "closed", "Titanparken", "Lundtoftegade"], "Lundtoftegade"],
  ])("is %s", (_, held, expected) => {
    expect(nextPlace(places, held)).toBe(expected);
  });
});

test("three years from a few first days: working days outside July, in turn; `npm run prove -- cadence` has all", () => {
  const firsts = ["2027-01-04", "2027-04-30", "2027-05-14", "2027-06-30"].map(day);
  const series = { cadence: { everyWeeks: 8 }, places: ["SCK", "a", "b"], days };
  const found = simulate(series, { firsts, years: 3 });
  expect(found.wrong).toEqual([]);
  expect(found.shortest).toBeGreaterThanOrEqual(35);
  expect(found.longest).toBeLessThanOrEqual(77);
});
