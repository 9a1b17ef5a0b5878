import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { payBy } from "#lib/eviction/pay-by.ts";
import { answerDates } from "./answer-dates.ts";
import { answerBy } from "./clocks.ts";

const days = workingDays();
const ordinary = { answer: 5, contact: 10, question: 2, nextStep: 2, eviction: false };
const eviction = { answer: 1, contact: 1, question: 1, nextStep: 1, eviction: true };

test("an ordinary service is answered by its norm, whatever the letter", () => {
  expect(answerDates(ordinary, day("2026-11-19"), days)).toEqual({ plain: "2026-11-26", brought: [] });
});

test("a demand that runs out tomorrow is answered today", () => {
  // Monday 23 November; a demand of the 10th is to be paid on Tuesday the 24th.
  expect(answerDates(eviction, day("2026-11-23"), days)).toEqual({
    plain: "2026-11-24",
    brought: [{ letter: "2026-11-10", by: "2026-11-23" }],
  });
});

test("is the day that the rule itself gives, for every letter of a year", () => {
  const slow = { ...eviction, answer: 5 };
  fc.assert(
    fc.property(fc.nat(365), fc.nat(60), (ahead, old) => {
      const today = addDays(day("2026-01-01"), ahead);
      const letter = addDays(today, -old);
      const { plain, brought } = answerDates(slow, today, days);
      const shown = brought.findLast((each) => letter <= each.letter)?.by ?? plain;
      expect(shown).toBe(answerBy(slow, today, days, payBy(letter)));
    }),
  );
});
