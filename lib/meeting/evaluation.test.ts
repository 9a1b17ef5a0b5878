import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "#lib/calendar/day.ts";
import { type Asked, questions, questionsAt } from "./evaluation.ts";

/** A series as it closes meeting after meeting, each asking what the rule says; the latest first. */
function held(first: string, gaps: readonly number[]): Asked[] {
  let earlier: Asked[] = [];
  let onDay = day(first);
  for (const gap of [0, ...gaps]) {
    onDay = addDays(onDay, gap);
    earlier = [{ onDay, asked: questionsAt(onDay, earlier) }, ...earlier];
  }
  return earlier;
}

test("the first meeting of a year is asked about in full, the others about one thing in turn", () => {
  const asked = held("2026-09-01", [56, 56, 14, 56, 56, 56])
    .toReversed()
    .map(({ onDay, asked: each }) => [onDay.slice(0, 4), each.length === 3 ? "all" : each[0]]);
  expect(asked).toEqual([
    ["2026", "all"],
    ["2026", "daily_work"],
    ["2026", "whom_to_contact"],
    ["2027", "all"],
    ["2027", "followed_up"],
    ["2027", "daily_work"],
    ["2027", "whom_to_contact"],
  ]);
});

test("whenever meetings are held, each year asks everything once, and alone no question is asked twice before the others", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 40 }), (gaps) => {
      const series = held("2026-01-10", gaps);
      const full = series.filter(({ asked }) => asked.length === questions.length);
      expect(new Set(full.map(({ onDay }) => onDay.slice(0, 4))).size).toBe(full.length);
      expect(full.length).toBe(new Set(series.map(({ onDay }) => onDay.slice(0, 4))).size);
      const alone = series.flatMap(({ asked }) => (asked.length === 1 ? asked : []));
      for (let at = 0; at + 3 <= alone.length; at += 1) expect(new Set(alone.slice(at, at + 3)).size).toBe(3);
    }),
  );
});
