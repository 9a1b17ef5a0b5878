import { describe, expect, test } from "vitest";
import type { Cell, SideName, What } from "./cells.ts";
import { type Facts, judge, partsOf, verdictsOf } from "./verdicts.ts";

describe("a figure", () => {
  test.each([
    ["that is as small as wanted is reached", 0.55, { most: 0.55 }, "≤ 0.55", "yes"],
    ["that is larger is not", 0.56, { most: 0.55 }, "≤ 0.55", "no"],
    ["that is as large as wanted is reached", 2, { least: 2 }, "≥ 2", "yes"],
    ["that is smaller is not", 1.99, { least: 2 }, "≥ 2", "no"],
    ["that nobody measured is neither", undefined, { least: 2 }, "≥ 2", "not measured"],
  ] as const)("%s", (_what, now, wanted, said, reached) => {
    expect(judge({ what: "it", before: 1, now, wanted })).toEqual({
      what: "it",
      before: 1,
      now,
      wanted: said,
      reached,
    });
  });
});

/** Medians that fit the rates: whoever answers half as many a second takes twice as long. */
const cell = (side: SideName, what: What, own: Partial<Cell> & { perSecond: number }): Cell => ({
  side,
  what,
  referrals: 1_000,
  connections: 10,
  round: 1,
  requests: 100,
  median: 1000 / own.perSecond,
  p99: 1000 / own.perSecond,
  nodeMs: 1,
  postgresMs: 1,
  ...own,
});

const facts: Facts = { initPlans: 40, scripts: 150, memory: 300, browser: { blocking: 300, shift: 0.01 } };
const slower: Facts = { initPlans: 151, scripts: 179, memory: 310, browser: { blocking: 800, shift: 0.073 } };

const verdictOn = (
  what: string,
  cells: Cell[],
  of: Partial<Record<SideName, Facts>> = { before: slower, now: facts },
) => verdictsOf({ cells, facts: of, loads: [10] }).find((verdict) => verdict.what.startsWith(what));

test("each side is measured beside its own limit", () => {
  const cells = [
    cell("before", "inbox data", { perSecond: 60 }),
    cell("before", "inbox data, bare Node", { perSecond: 120 }),
    cell("now", "inbox data", { perSecond: 160 }),
    cell("now", "inbox data, bare Node", { perSecond: 200 }),
  ];
  expect(verdictOn("inbox data / bare Node", cells)).toMatchObject({ before: 0.5, now: 0.8, reached: "yes" });
  expect(verdictOn("inbox data, in times of before", cells)).toMatchObject({
    before: 1,
    now: 160 / 60,
    reached: "yes",
  });
});

test("within each round, and then the middle of the rounds: a slow round slows both sides", () => {
  const cells = [
    cell("before", "send", { round: 1, perSecond: 10 }),
    cell("now", "send", { round: 1, perSecond: 22 }),
    cell("before", "send", { round: 2, perSecond: 40 }),
    cell("now", "send", { round: 2, perSecond: 84 }),
    cell("before", "send", { round: 3, perSecond: 30 }),
    cell("now", "send", { round: 3, perSecond: 57 }),
  ];
  expect(verdictOn("send", cells)).toMatchObject({ before: 1, now: 2.1, reached: "yes" });
});

test("a session and a transaction are compared over one connection", () => {
  const cells = [
    cell("now", "session opened", { connections: 1, perSecond: 400 }),
    cell("now", "transaction with select 1", { connections: 1, perSecond: 1_000 }),
    cell("now", "inbox transaction", { connections: 1, perSecond: 100, postgresMs: 2 }),
    cell("before", "inbox transaction", { connections: 1, perSecond: 900, postgresMs: 5 }),
  ];
  expect(verdictOn("opening a session", cells)).toMatchObject({ before: undefined, now: 2.5, reached: "no" });
  expect(verdictOn("PostgreSQL's time", cells)).toMatchObject({ before: 1, now: 0.4, reached: "yes" });
});

test("a page may take what its data and an empty page take together", () => {
  const cells = [
    cell("now", "inbox page", { perSecond: 50 }),
    cell("now", "inbox data", { perSecond: 100 }),
    cell("now", "empty page", { perSecond: 200 }),
    cell("now", "referral page", { perSecond: 40 }),
    cell("now", "referral data", { perSecond: 80 }),
  ];
  const page = (name: string) => verdictOn(`${name} page, time`, cells)?.now;
  expect(page("inbox")).toBeCloseTo(4 / 3);
  expect(page("referral")).toBeCloseTo(25 / 17.5);
  expect(verdictOn("inbox page, time", cells)?.reached).toBe("no");
  expect(verdictOn("inbox page / empty page", cells)).toMatchObject({ now: 0.25, reached: "no" });
});

test("tells what became slowest where there is most, and nothing where there is one size", () => {
  const grown = [
    cell("now", "inbox data", { referrals: 10, perSecond: 100 }),
    cell("now", "inbox data", { referrals: 1_000, perSecond: 80 }),
    cell("now", "accept", { referrals: 10, perSecond: 30 }),
    cell("now", "accept", { referrals: 1_000, perSecond: 20 }),
  ];
  expect(verdictOn("worst median", grown)).toMatchObject({
    what: "worst median, 1000 / 10 referrals (accept, 10)",
    before: undefined,
    now: 1.5,
    reached: "no",
  });
  expect(verdictOn("worst median", grown.slice(1, 2))).toMatchObject({ now: undefined, reached: "not measured" });
});

test("the largest of all sizes is what everything else is told of", () => {
  const cells = [
    cell("now", "inbox data", { referrals: 10, perSecond: 999 }),
    cell("now", "inbox data", { referrals: 1_000, perSecond: 85 }),
    cell("before", "inbox data", { referrals: 10, perSecond: 1 }),
    cell("before", "inbox data", { referrals: 1_000, perSecond: 50 }),
  ];
  expect(verdictOn("inbox data, in times of before", cells)).toMatchObject({ now: 1.7, reached: "yes" });
});

test("what a build, a plan and a browser say stands beside what they said before", () => {
  const cells = [cell("now", "inbox data", { perSecond: 1 })];
  expect(verdictOn("InitPlans", cells)).toMatchObject({ before: 151, now: 40, reached: "yes" });
  expect(verdictOn("heaviest first load", cells)).toMatchObject({ before: 179, now: 150, reached: "yes" });
  expect(verdictOn("total blocking time", cells)).toMatchObject({ before: 1, now: 0.375, reached: "yes" });
  expect(verdictOn("layout shift", cells)).toMatchObject({ before: 0.073, now: 0.01, reached: "yes" });
  expect(verdictOn("memory", cells)).toMatchObject({ before: 310, now: 300, reached: "yes" });
});

test("without a commit before, what is told in times of it was not measured", () => {
  const cells = [
    cell("now", "send", { perSecond: 40 }),
    cell("now", "inbox data", { perSecond: 80 }),
    cell("now", "inbox data, bare Node", { perSecond: 100 }),
  ];
  const alone = (what: string) =>
    verdictOn(what, cells, { now: { ...facts, initPlans: undefined, browser: undefined } });
  expect(alone("send")).toMatchObject({ before: undefined, now: undefined, reached: "not measured" });
  expect(alone("total blocking time")).toMatchObject({ now: undefined, reached: "not measured" });
  expect(alone("InitPlans")).toMatchObject({ now: undefined, reached: "not measured" });
  expect(alone("layout shift")).toMatchObject({ now: undefined, reached: "not measured" });
  expect(alone("inbox data / bare Node")).toMatchObject({ before: undefined, now: 0.8, reached: "yes" });
});

test("a part is what is measured with it less what is measured without it", () => {
  const parts = partsOf(
    [
      cell("now", "empty transaction", { connections: 1, perSecond: 2_000 }),
      cell("now", "session opened", { connections: 1, perSecond: 500 }),
      cell("now", "empty transaction, bare Node", { perSecond: 9, nodeMs: 0.25, postgresMs: 0.125 }),
      cell("now", "session opened, bare Node", { perSecond: 9, nodeMs: 0.5, postgresMs: 1 }),
      cell("now", "inbox page", { perSecond: 50, nodeMs: 20, postgresMs: 6 }),
      cell("now", "inbox data", { perSecond: 100, nodeMs: 6, postgresMs: 5 }),
      cell("now", "empty page", { perSecond: 200, nodeMs: 4, postgresMs: Number.NaN }),
      cell("before", "empty transaction", { connections: 1, perSecond: 1, nodeMs: 9, postgresMs: 9 }),
      cell("now", "empty page", { referrals: 10, perSecond: 9, nodeMs: 99 }),
    ],
    "now",
    10,
  );
  expect(parts).toEqual([
    { part: "bare Node and an empty transaction", ms: 0.5, nodeMs: 0.25, postgresMs: 0.125 },
    { part: "opening the session", ms: 1.5, nodeMs: 0.25, postgresMs: 0.875 },
    { part: "an empty page", ms: undefined, nodeMs: 4, postgresMs: Number.NaN },
    { part: "what else the inbox page reads, and drawing it", ms: undefined, nodeMs: 10, postgresMs: Number.NaN },
  ]);
});
