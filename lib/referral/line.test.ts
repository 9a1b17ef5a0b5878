import { describe, expect, test } from "vitest";
import { type Day, day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import type { Standing } from "./case.ts";
import { ageOf, isPressing, lineOf, timeLeft } from "./line.ts";

const monday = day("2026-11-02");
const days = workingDays();

const open: Standing = {
  status: "open",
  holder: "holder",
  nextStepBy: null,
  followUpOn: null,
  touchedOn: monday,
  waiting: null,
  current: null,
};
const sent: NonNullable<Standing["waiting"]> = {
  state: "sent",
  to: "receiver",
  answerBy: day("2026-11-05"),
  questionBy: null,
};
const taken: NonNullable<Standing["current"]> = {
  state: "accepted",
  contactBy: day("2026-11-09"),
  contactedOn: null,
  holdUntil: null,
};
const asked = { ...sent, state: "asked", answerBy: null, questionBy: day("2026-11-04") } as const;
const proposed = { ...sent, state: "proposed", answerBy: null, questionBy: day("2026-11-04") } as const;
const held = { ...taken, state: "on_hold", holdUntil: day("2026-11-20") } as const;

const on = (today: Day, standing: Partial<Standing>) => lineOf({ ...open, ...standing }, { today, days });

describe("a row says who must act, for what, and how long is left", () => {
  test.each([
    ["sent", { waiting: sent }, "receiver", "answer", "2026-11-05", 3],
    ["opened", { waiting: { ...sent, state: "opened" } }, "receiver", "answer", "2026-11-05", 3],
    ["asked back", { waiting: asked }, "holder", "question", "2026-11-04", 2],
    ["proposed", { waiting: proposed }, "holder", "proposal", "2026-11-04", 2],
    ["passed on while it is held", { waiting: sent, current: taken }, "receiver", "answer", "2026-11-05", 3],
    ["lying with its holder", { nextStepBy: day("2026-11-04") }, "holder", "next_step", "2026-11-04", 2],
    ["taken over", { current: taken }, "holder", "first_contact", "2026-11-09", 5],
    ["on hold", { current: held }, "holder", "hold", "2026-11-20", 14],
    ["contacted", { current: { ...taken, contactedOn: monday } }, "holder", "quiet", "2026-12-02", 22],
  ] as const)("%s", (_, standing, ball, wait, due, left) => {
    expect(on(monday, standing)).toMatchObject({ ball, wait, due, left });
  });

  test("follows the follow-up date once there was contact", () => {
    const standing = { current: { ...taken, contactedOn: monday }, followUpOn: day("2026-11-16") };
    expect(on(monday, standing)).toMatchObject({ wait: "follow_up", due: "2026-11-16", state: "in_time" });
  });

  test("reads a hold past its date as taken over, and says that it ended", () => {
    expect(on(day("2026-11-20"), { current: held })).toMatchObject({ wait: "hold", state: "on_hold", left: 0 });
    expect(on(day("2026-11-23"), { current: held })).toMatchObject({
      wait: "hold_over",
      state: "late",
      due: "2026-11-09",
    });
  });

  test("waits for nobody once it is closed or voided", () => {
    for (const status of ["closed", "voided"] as const)
      expect(on(monday, { status, nextStepBy: monday })).toEqual({
        ball: null,
        wait: "nothing",
        state: "closed",
        due: null,
        left: null,
      });
  });

  test("is in time, on its last day, late", () => {
    const states = ["2026-11-04", "2026-11-05", "2026-11-06"].map((today) => on(day(today), { waiting: sent }).state);
    expect(states).toEqual(["in_time", "last_day", "late"]);
  });
});

describe("time left", () => {
  const said = (due: string, today: string) => {
    const line = on(day(today), { waiting: { ...sent, answerBy: day(due) } });
    return timeLeft(line, day(today));
  };

  test("counts working days, over a weekend and a holiday", () => {
    expect(said("2026-11-09", "2026-11-06")).toEqual({ say: "in", days: 1 });
    expect(said("2026-12-28", "2026-12-23")).toEqual({ say: "in", days: 1 });
    expect(said("2026-11-05", "2026-11-10")).toEqual({ say: "over", days: 3 });
  });

  test("has words for a day off, where no working day is left or lost", () => {
    expect(said("2026-11-08", "2026-11-06")).toEqual({ say: "soon", days: 0 });
    expect(said("2026-11-08", "2026-11-08")).toEqual({ say: "today", days: 0 });
    expect(said("2026-11-06", "2026-11-07")).toEqual({ say: "just_over", days: 0 });
  });

  test("says nothing where nothing is due", () => {
    expect(timeLeft({ due: null, left: null }, monday)).toBeNull();
  });
});

describe("what presses", () => {
  const pressing = (today: Day, standing: Partial<Standing>) => isPressing(on(today, standing), today);

  test("presses while somebody waits for an answer, a step or a first contact", () => {
    for (const standing of [{ waiting: sent }, { waiting: asked }, { nextStepBy: monday }, { current: taken }])
      expect(pressing(monday, standing)).toBe(true);
  });

  test("rests on hold, and until the day of a follow-up", () => {
    const followed = { current: { ...taken, contactedOn: monday }, followUpOn: day("2026-11-16") };
    expect(pressing(monday, { current: held })).toBe(false);
    expect(pressing(day("2026-11-23"), { current: held })).toBe(true);
    expect(pressing(monday, followed)).toBe(false);
    expect(pressing(day("2026-11-16"), followed)).toBe(true);
  });
});

test("tells an age in days for a week, then in whole weeks", () => {
  const ages = ["2026-11-02", "2026-11-01", "2026-10-27", "2026-10-26", "2026-10-12", "2026-11-05"];
  expect(ages.map((since) => ageOf(day(since), monday))).toEqual([
    { in: "days", count: 0 },
    { in: "days", count: 1 },
    { in: "days", count: 6 },
    { in: "weeks", count: 1 },
    { in: "weeks", count: 3 },
    { in: "days", count: 0 },
  ]);
});
