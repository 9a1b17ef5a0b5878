import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type Day, day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { aReferral } from "./a-referral.ts";
import { answerBy, clockState, dueOn, evictionCap, type Norm } from "./clocks.ts";

const days = workingDays();
const today = day("2026-11-04");
const norm: Norm = { answer: 5, contact: 5, question: 2, nextStep: 2, eviction: false };
const skp = () => aReferral({ agreement: noerrebro.content, service: "SKP" });
const due = (referral: ReturnType<typeof skp>) => dueOn(referral.case, referral.today);

describe("the answer", () => {
  test("is due after the norm, whatever a letter says, where it is no eviction", () => {
    expect(answerBy(norm, today, days, day("2026-11-06"))).toBe("2026-11-11");
  });

  test.each<[string, Day | null, string]>([
    ["no demand", null, "2026-11-11"],
    ["a last day to pay far ahead", day("2026-12-01"), "2026-11-11"],
    ["a last day to pay before the norm", day("2026-11-09"), "2026-11-06"],
    ["a last day to pay tomorrow", day("2026-11-05"), "2026-11-04"],
    ["a last day to pay today", day("2026-11-04"), "2026-11-04"],
    ["a last day to pay long past", day("2026-10-01"), "2026-11-04"],
  ])("to an eviction with %s is due %s", (_, payBy, expected) => {
    expect(answerBy({ ...norm, eviction: true }, today, days, payBy)).toBe(expected);
  });

  test("has its cap on the last working day before the last day to pay", () => {
    expect(evictionCap(day("2026-12-28"), today, days)).toBe("2026-12-23");
    expect(evictionCap(null, today, days)).toBeNull();
  });
});

describe("whoever has the ball", () => {
  test.each([
    ["the origin of a new referral, its next step", skp(), "2026-11-04"],
    ["the receiver, the answer", skp().sent(), "2026-11-04"],
    ["the sender, a question", skp().sent().asked(), "2026-11-04"],
    ["the sender, a proposal", skp().sent("first").redirected("second"), "2026-11-04"],
    ["the holder of what came back, its next step", skp().sent().later(1).returned(), "2026-11-05"],
    ["whoever took it over, the first contact", skp().sent().accepted(), "2026-11-09"],
    ["whoever spoke with the resident, a word after thirty days", skp().sent().accepted().progressed(), "2026-12-02"],
    ["whoever holds it back, the day it is held until", skp().sent().accepted().held(14), "2026-11-16"],
    ["the receiver of a passing on, the answer", skp().sent().accepted().sent("second"), "2026-11-04"],
    [
      "whoever got it back from a passing on, the first contact still",
      skp().sent().accepted().sent("second").returned(),
      "2026-11-09",
    ],
  ])("is expected to act: %s", (_, referral, expected) => {
    expect(due(referral)).toBe(expected);
  });

  test("in an eviction is expected to act on the earlier of the question and the answer", () => {
    const matter = { answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: "2026-10-20" } };
    const eviction = aReferral({ agreement: noerrebro.content, service: "UDSAETTELSE", matter });
    expect(due(eviction.sent().asked())).toBe("2026-11-02");
  });

  test("after a hold is expected at the first contact, or the follow-up date", () => {
    expect(due(skp().sent().accepted().held(14).later(15))).toBe("2026-11-09");
    const spoken = skp().sent().accepted().progressed();
    const followed = spoken.does("follow_up", spoken.holder, { on: "2027-02-01" });
    expect(due(followed)).toBe("2027-02-01");
    expect(due(followed.held(14).later(15))).toBe("2027-02-01");
  });

  test("is nobody once it is closed", () => {
    expect([due(skp().closed()), due(skp().sent().voided())]).toEqual([null, null]);
  });
});

test("a clock is in time, on its last day, or late", () => {
  const state = (on: string | null) => clockState(on === null ? null : day(on), today);
  expect([state(null), state("2026-11-05"), state("2026-11-04"), state("2026-11-03")]).toEqual([
    "in_time",
    "in_time",
    "last_day",
    "late",
  ]);
});
