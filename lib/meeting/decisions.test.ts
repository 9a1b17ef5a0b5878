import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import {
  asksWho,
  caseDecisions,
  decisionsFor,
  dueDay,
  mayBeDue,
  outcomeOf,
  pointDecisions,
  talkedOf,
} from "./decisions.ts";

const calendar = { meeting: day("2026-11-25"), next: day("2027-01-20"), days: workingDays() };

describe("what a meeting can decide", () => {
  test("is at most seven things, so that each has a key", () => {
    expect(caseDecisions.length).toBeLessThanOrEqual(7);
    expect(pointDecisions.length).toBeLessThanOrEqual(7);
  });

  test("is lifting only when a case is talked of for the third time", () => {
    expect(decisionsFor({ kind: "case", reasons: ["discussed_before"], wait: "answer" })).not.toContain("lift");
    expect(decisionsFor({ kind: "case", reasons: ["discussed_before", "lift"], wait: "answer" })).toContain("lift");
    expect(decisionsFor({ kind: "point", reasons: [], wait: null })).not.toContain("lift");
  });

  test.each([
    ["answer", "answer"],
    ["question", "answer"],
    ["proposal", "send_on"],
    ["next_step", "send_on"],
    ["first_contact", "first_contact"],
    ["follow_up", "follow_up"],
    ["quiet", "follow_up"],
    ["hold", "follow_up"],
    ["hold_over", "follow_up"],
  ] as const)("begins with what the case waits for: %s", (wait, first) => {
    const offered = decisionsFor({ kind: "case", reasons: [], wait });
    expect(offered[0]).toBe(first);
    expect(offered.toSorted()).toEqual(caseDecisions.filter((decision) => decision !== "lift").toSorted());
  });

  test("asks for an owner and a day where something is to be done, and only there", () => {
    const asking = [...caseDecisions, ...pointDecisions].filter(asksWho);
    expect(asking).not.toContain("no_change");
    expect(asking).not.toContain("noted");
    expect(asking).not.toContain("lift");
    expect(asking.length).toBe(8);
  });

  test("comes out as decided, unchanged or lifted", () => {
    expect([outcomeOf("answer"), outcomeOf("no_change"), outcomeOf("noted"), outcomeOf("lift")]).toEqual([
      "decided",
      "no_change",
      "no_change",
      "lift",
    ]);
  });
});

test("a case was talked of however it came out, and not when it was not reached", () => {
  const outcomes = ["decided", "no_change", "lift", null] as const;
  const items = (["case", "point"] as const).flatMap((kind) => outcomes.map((outcome) => ({ kind, outcome })));
  expect(talkedOf(items)).toEqual(outcomes.slice(0, 3).map((outcome) => ({ kind: "case", outcome })));
});

describe("the day of a decision", () => {
  test("is the same weekday some weeks later", () => {
    expect(dueDay("one_week", calendar)).toBe("2026-12-02");
    expect(dueDay("two_weeks", calendar)).toBe("2026-12-09");
  });

  test("moves on past Christmas", () => {
    expect(dueDay("four_weeks", { ...calendar, meeting: day("2026-11-27") })).toBe("2026-12-28");
  });

  test("is the next meeting's own day", () => {
    expect(dueDay("next_meeting", calendar)).toBe("2027-01-20");
  });

  test("lies neither before the meeting nor beyond a year", () => {
    expect(mayBeDue(day("2026-11-24"), calendar.meeting)).toBe(false);
    expect(mayBeDue(day("2026-11-25"), calendar.meeting)).toBe(true);
    expect(mayBeDue(day("2027-11-26"), calendar.meeting)).toBe(true);
    expect(mayBeDue(day("2027-11-27"), calendar.meeting)).toBe(false);
  });
});
