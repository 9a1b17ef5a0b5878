import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { addDays } from "#lib/calendar/day.ts";
import { type AReferral, aReferral } from "../a-referral.ts";

const sent = aReferral({ agreement: noerrebro.content, service: "SKP" }).sent("first");
const taken = sent.accepted();

const told = (referral: AReferral, who: string, input: unknown) => {
  const change = referral.tries("call", referral.actor(who), input);
  return change.ok ? change.value.notices : change;
};

describe("two posts find each other on the telephone", () => {
  test.each([
    ["the receiver tells the sender", sent, "first", "origin"],
    ["the sender tells the receiver", sent, "origin", "first"],
    ["whoever took it over tells the origin", taken, "first", "origin"],
    ["the origin tells whoever took it over", taken, "origin", "first"],
    ["the holder tells the receiver of a passing on", taken.sent("second"), "first", "second"],
    ["the origin tells the holder of a passing on", taken.sent("second"), "origin", "first"],
  ] as const)("%s", (_, referral, who, other) => {
    expect(told(referral, who, { what: "here_now" })).toEqual([{ to: other, kind: "here_now" }]);
  });

  test("changes no state and stops no clock, but counts as opening", () => {
    const { waiting } = sent.does("call", sent.receiver, { what: "no_answer" }).case;
    expect(waiting).toEqual({ ...sent.case.waiting, state: "opened", openedOn: sent.today });
  });

  test("proposes a day and a part of it, never an hour", () => {
    const on = addDays(sent.today, 1);
    const change = sent.tries("call", sent.receiver, { what: "propose_time", on, part: "morning" });
    expect(change).toMatchObject({ value: { event: { details: { what: "propose_time", on, part: "morning" } } } });
  });

  test.each([
    ["yesterday", -1, "date-to-come"],
    ["a day too far", 61, "date-too-far"],
  ])("refuses %s", (_, days, code) => {
    const input = { what: "propose_time", on: addDays(sent.today, days), part: "morning" };
    expect(told(sent, "first", input)).toMatchObject({ code, field: "on" });
  });

  test("refuses whoever would call itself, once it was given back", () => {
    const back = taken.sent("origin").accepted();
    expect(told(back, "origin", { what: "no_answer" })).toMatchObject({ code: "nobody-to-call" });
  });
});
