import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { nextHours } from "./phone-hours.ts";

const days = workingDays([]);
const hours = { mon: { from: "09:00", to: "12:00" }, thu: { from: "13:00", to: "15:00" } };
const monday = day("2026-11-23");

describe("a post with telephone hours", () => {
  test.each([
    ["08:59", "2026-11-23", false],
    ["09:00", "2026-11-23", true],
    ["11:59", "2026-11-23", true],
    ["12:00", "2026-11-26", false],
  ])("at %s on a Monday is reached on %s, right now: %s", (time, on, now) => {
    expect(nextHours(hours, { today: monday, days, time })).toMatchObject({ day: on, now });
  });

  test("is not called on a holiday", () => {
    // Easter Monday 2027.
    expect(nextHours(hours, { today: day("2027-03-29"), days, time: "10:00" })).toMatchObject({ day: "2027-04-01" });
  });

  test("without any has none", () => {
    expect(nextHours(null, { today: monday, days, time: "10:00" })).toBeNull();
    expect(nextHours({}, { today: monday, days, time: "10:00" })).toBeNull();
  });
});
