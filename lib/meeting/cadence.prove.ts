import { expect, test } from "vitest";
import { addDays, day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { simulate } from "./a-series.ts";

test("ten years of network meetings, begun on each working day of a year", () => {
  const days = workingDays();
  const firsts = Array.from({ length: 365 }, (_, n) => addDays(day("2027-01-01"), n)).filter(
    (first) => days.isWorkingDay(first) && first.slice(5, 7) !== "07",
  );
  const places = ["Socialforvaltningen", "plan 1", "plan 2", "plan 3", "plan 4", "plan 5"];
  const found = simulate({ cadence: { everyWeeks: 8 }, places, days }, { firsts, years: 10 });
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `cadence: ${firsts.length} series of 10 years, ${found.meetings} meetings (${found.fewest}–${found.most} a series), ` +
      `${found.shortest}–${found.longest} days apart; ${found.wrong.length} on a day off, in July or out of turn`,
  );
  expect(found.wrong).toEqual([]);
  expect(found.shortest).toBeGreaterThanOrEqual(5 * 7);
  expect(found.longest).toBeLessThanOrEqual(11 * 7);
});
