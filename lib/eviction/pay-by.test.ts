import { expect, test } from "vitest";
import { holidays } from "#lib/calendar/an-oracle.ts";
import { addDays, type Day, day } from "#lib/calendar/day.ts";
import { earliestTermination, payBy } from "./pay-by.ts";

test.each([
  ["counts fourteen calendar days, holidays and weekends with them", "2026-11-02", "2026-11-16"],
  ["moves off a Saturday", "2026-11-07", "2026-11-23"],
  ["moves off a Sunday", "2026-11-08", "2026-11-23"],
  ["moves off New Year's Day and the weekend after it", "2026-12-18", "2027-01-04"],
  ["moves off Easter, Thursday to Monday", "2026-03-19", "2026-04-07"],
  ["moves off Kristi himmelfartsdag to the Friday after it", "2026-04-30", "2026-05-15"],
  ["moves off 5 June, which no list of holidays has", "2025-05-22", "2025-06-06"],
  ["moves off 5 June and the weekend after it", "2026-05-22", "2026-06-08"],
  ["stays on Christmas Eve", "2026-12-10", "2026-12-24"],
  ["stays on New Year's Eve", "2026-12-17", "2026-12-31"],
  ["moves off Christmas Day and the days after it", "2026-12-11", "2026-12-28"],
  ["moved off store bededag until 2023", "2023-04-21", "2023-05-08"],
  ["stays on that Friday since", "2024-04-12", "2024-04-26"],
  ["crosses the change of clocks", "2026-03-18", "2026-04-01"],
  ["crosses a leap day", "2028-02-16", "2028-03-01"],
])("%s", (_, received, last) => {
  expect(payBy(day(received))).toBe(last);
});

test("gives at least fourteen days, a week more at most, and never an earlier day for a later letter", () => {
  for (let received = day("2015-01-01"), before = received; received < "2035-12-31"; received = addDays(received, 1)) {
    const last = payBy(received);
    expect(last >= addDays(received, 14) && last <= addDays(received, 21) && last >= before).toBe(true);
    before = last;
  }
});

/** The rule once more, by days of a week that begins on Saturday 1 January 2000 and the holidays in the words of the law. */
function byHand(received: Day): Day {
  const number = (value: Day) => Math.round((Date.parse(value) - Date.parse("2000-01-01")) / 86_400_000);
  const free = (value: Day) =>
    number(value) % 7 < 2 ||
    value.endsWith("06-05") ||
    Object.values(holidays(Number(value.slice(0, 4)))).includes(value);
  const candidates = Array.from({ length: 14 }, (_, later) => addDays(received, 14 + later));
  return candidates.find((value) => !free(value)) ?? received;
}

test("agrees with the same rule told another way, for every demand of twenty years", () => {
  for (let received = day("2015-01-01"); received < "2035-12-01"; received = addDays(received, 1)) {
    const last = byHand(received);
    expect([received, payBy(received)]).toEqual([received, last]);
    expect([received, earliestTermination(received)]).toEqual([received, addDays(last, 1)]);
  }
});
