import { describe, expect, test } from "vitest";
import { sampleAgreement } from "../agreement/sample-agreement.ts";
import type { Day } from "../calendar/day.ts";
import { isReady, type Left, type Operation, operationLeft, withoutReceiver } from "./ready.ts";

const nothing: Left = { agreement: null, unplaced: [], vacant: [], unreceived: [], unticked: [] };

describe("klar til brug", () => {
  test("is over when nothing is left", () => {
    expect(isReady(nothing)).toBe(true);
  });

  test.each([
    ["no agreement", { agreement: { state: "none" } }],
    ["one that is to come", { agreement: { state: "comes", from: "2027-01-01" as Day } }],
    ["a function in no unit", { unplaced: ["Mentor"] }],
    ["a function with nobody", { vacant: ["Mentor, SCK"] }],
    ["a service without a receiver", { unreceived: ["SKP"] }],
    ["a point that is not ticked", { unticked: ["dpia"] }],
  ] satisfies [string, Partial<Left>][])("is not while there is %s", (_what, left) => {
    expect(isReady({ ...nothing, ...left })).toBe(false);
  });
});

describe("til IT-driften", () => {
  const running: Operation = { mailed: true, anchored: true, checkedOn: "2026-11-30" as Day, sound: true };
  const due = "2026-09-03" as Day;

  test.each([
    ["an installation that runs", {}, []],
    ["one that sent no mail", { mailed: false }, ["mail"]],
    ["one without anchors", { anchored: false }, ["anchor"]],
    ["a log that was never checked", { checkedOn: null, sound: null }, ["check"]],
    ["a check that is old", { checkedOn: "2026-09-02" as Day }, ["check"]],
    ["a check of the last day that counts", { checkedOn: due }, []],
    ["a log that did not hold, however long ago", { checkedOn: "2026-09-02" as Day, sound: false }, ["unsound"]],
    [
      "one of which nothing is known",
      { mailed: false, anchored: false, checkedOn: null, sound: null },
      ["mail", "anchor", "check"],
    ],
  ] satisfies [string, Partial<Operation>, string[]][])("of %s", (_what, operation, tasks) => {
    expect(operationLeft({ ...running, ...operation }, due)).toEqual(tasks);
  });
});

describe("services without a receiver", () => {
  const content = sampleAgreement();
  const all = new Set(content.routes.flatMap(({ to }) => to.flatMap(({ functions }) => functions)));

  test("are none when somebody holds every function that receives", () => {
    expect(withoutReceiver(content, all)).toEqual([]);
  });

  test("are all when nobody holds any", () => {
    expect(withoutReceiver(content, new Set())).toEqual(content.routes.map(({ service }) => service));
  });

  test("are those of which one answer leads to nobody, and whoever only gets what is sent on does not count", () => {
    const route = { service: "X", from: ["A"], also: ["C"], to: [{ functions: ["A", "B"] }, { functions: ["C"] }] };
    const own = { ...content, routes: [route] } as typeof content;
    expect(withoutReceiver(own, new Set(["B", "C"]))).toEqual([]);
    expect(withoutReceiver(own, new Set(["A"]))).toEqual(["X"]);
    expect(withoutReceiver(own, new Set(["C"]))).toEqual(["X"]);
  });
});
