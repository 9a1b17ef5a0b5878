import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "./day.ts";
import { showDate, showDay, showLongDay } from "./show-day.ts";

/** A leap year and the year after it: every date there is, on two weekdays. */
const days = Array.from({ length: 366 + 365 }, (_, at) => addDays(day("2028-01-01"), at));

/** What the language's own tables say. */
const asked = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("da-DK", { ...options, timeZone: "UTC" });
  return (value: Day) => format.format(new Date(`${value}T12:00:00Z`));
};

describe("a day in Danish is shown as the language has it", () => {
  test.each([
    ["in a list", showDay, { weekday: "short", day: "numeric", month: "short" }],
    ["on a letterhead", showLongDay, { weekday: "long", day: "numeric", month: "long", year: "numeric" }],
    ["far off", showDate, { day: "numeric", month: "long", year: "numeric" }],
  ] as const)("%s", (_, show, options) => {
    const expected = asked(options);
    for (const each of days) expect(show(each, "da").replaceAll("\u00a0", " ")).toBe(expected(each));
  });
});

test("a day in English is shown as the British write it", () => {
  expect(showDay(day("2026-09-03"), "en")).toBe("Thu\u00a03\u00a0Sept");
  expect(showLongDay(day("2026-11-26"), "en")).toBe("Thursday, 26 November 2026");
  expect(showDate(day("2013-12-12"), "en")).toBe("12 December 2013");
});

test("a day in a list does not break at the end of a line", () => {
  expect(showDay(day("2026-11-26"), "da")).toBe("tors.\u00a026.\u00a0nov.");
});
