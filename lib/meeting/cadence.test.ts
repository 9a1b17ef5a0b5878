import { expect, test } from "vitest";
import { type Day, day, daysBetween, weekday } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { nextMeeting } from "./cadence.ts";

const days = workingDays();
const next = (last: string, cadence: Parameters<typeof nextMeeting>[0] = { everyWeeks: 8 }) =>
  nextMeeting(cadence, day(last), days);

test.each([
  ["is eight weeks later, on the same weekday", "2026-09-30", "2026-11-25"],
  ["moves off Christmas", "2026-10-30", "2026-12-28"],
  ["moves off 5 June to the Monday after", "2026-04-10", "2026-06-08"],
  ["moves off Easter Monday", "2026-02-09", "2026-04-07"],
  ["keeps the weekday when it moves out of July", "2026-05-13", "2026-08-05"],
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

test("every meeting of twenty years is on a working day outside July, seven to fourteen weeks after the last", () => {
  for (let last = day("2015-01-07"); last < "2035-01-01"; last = next(last)) {
    const meeting: Day = next(last);
    const apart = daysBetween(last, meeting);
    expect([days.isWorkingDay(meeting), meeting.slice(5, 7) === "07"]).toEqual([true, false]);
    expect(apart >= 56 && apart <= 98).toBe(true);
    expect(weekday(meeting)).toBeLessThan(6);
  }
});
