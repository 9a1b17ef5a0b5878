import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AReferral, aReferral } from "./a-referral.ts";
import { remindOfClock } from "./acts/system.ts";
import { type Reminder, remindersOf } from "./reminders.ts";

/** Logged on Monday 2 November 2026; a support person answers by Wednesday, and is escalated two working days later. */
const skp = () => aReferral({ agreement: noerrebro.content, service: "SKP" });
const scene = (referral: AReferral) => ({ ...referral.scene({ person: "", posts: [], leads: [] }), post: "" });
const steps = (referral: AReferral) => {
  const { days, today, service } = scene(referral);
  return remindersOf(referral.case, { days, today, escalation: service.norm.escalation }).map(({ step }) => step);
};
const told = (referral: AReferral, before: readonly Reminder[] = []) => {
  const change = remindOfClock(scene(referral), { told: before });
  return change.ok ? change.value.notices : change.code;
};

describe("an answer that waits", () => {
  test.each([
    ["not before its last day", 1, []],
    ["on its last day", 2, ["last_day"]],
    ["late on the next working day", 3, ["last_day", "late"]],
    ["on the day before the leader hears", 6, ["last_day", "late"]],
    ["to the leader two working days later, over a weekend", 7, ["last_day", "late", "late_leader"]],
  ])("is reminded of %s", (_, later, expected) => {
    expect(steps(skp().sent().later(later))).toEqual(expected);
  });

  test("an eviction's leader hears on the same day as the post", () => {
    const matter = { answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: "2026-10-20" } };
    const eviction = aReferral({ agreement: noerrebro.content, service: "UDSAETTELSE", matter }).sent();
    expect(eviction.case.waiting?.answerBy).toBe("2026-11-02");
    // It came on its last day: whoever reads that it was sent knows.
    expect([steps(eviction), steps(eviction.later(1))]).toEqual([[], ["late", "late_leader"]]);
  });

  test("stops when it is given, and a question reminds the sender", () => {
    expect(steps(skp().sent().later(2).accepted())).toEqual([]);
    const asked = skp().sent().asked().later(2);
    expect(told(asked)).toEqual([{ to: "origin", kind: "last_day" }]);
  });
});

describe("what lies with its holder", () => {
  test("is late on the next working day, and has no last day that anybody waits for", () => {
    const back = skp().sent().returned();
    expect([steps(back.later(2)), steps(back.later(3))]).toEqual([[], ["late"]]);
  });

  test("is reminded of nothing while it is on hold, nor before what is over was taken up", () => {
    const held = skp().sent().accepted().held(14);
    expect([steps(held.later(14)), steps(held.later(40))]).toEqual([[], []]);
  });

  test("has nothing to be reminded of once it is closed", () => {
    expect(steps(skp().closed().later(60))).toEqual([]);
  });
});

test("each step is told once, to the post and at last to its leader", () => {
  const late = skp().sent().later(7);
  const { id: handover = "", answerBy: due } = late.case.waiting ?? {};
  const before: Reminder[] = [];
  for (const [step, to] of [
    ["last_day", "first"],
    ["late", "first"],
    ["late_leader", "first's leader"],
  ] as const) {
    expect(told(late, before)).toEqual([{ to, kind: step }]);
    before.push({ step, due: due ?? late.today, handover });
  }
  expect(told(late, before)).toBe("not-now");
  const another = before.map((each) => ({ ...each, handover: "another" }));
  expect(told(late, another)).toEqual([{ to: "first", kind: "last_day" }]);
});
