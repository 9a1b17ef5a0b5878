import { describe, expect, test } from "vitest";
import { acrossRounds, type Cell, measuredOf, medianOf, percentileOf } from "./cells.ts";

describe("the middle", () => {
  test.each([
    ["of three rounds is the second, in whatever order they came", [9, 1, 4], 4],
    ["of an even number lies between the two in the middle", [1, 9, 4, 2], 3],
    ["of one is that one", [7], 7],
    ["of nothing is no number", [], Number.NaN],
  ])("%s", (_what, values, middle) => {
    expect(medianOf(values)).toBe(middle);
  });

  test("is of the numbers, and not of how they are written", () => {
    expect(medianOf([2, 10, 1])).toBe(2);
  });
});

test("a percentile is a value that was measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentileOf(hundred, 0.99)).toBe(100);
  expect(percentileOf(hundred, 0.5)).toBe(51);
  expect(percentileOf([3], 0.99)).toBe(3);
});

test("requests a second are those of the time that all took together", () => {
  expect(measuredOf([10, 30, 20, 40], 50)).toEqual({ requests: 4, perSecond: 80, median: 25, p99: 40 });
});

test("of what answered nothing meanwhile there is no rate, not a rate of nothing", () => {
  const nothing = { requests: 0, perSecond: Number.NaN, median: Number.NaN, p99: Number.NaN };
  expect(measuredOf([], 50)).toEqual(nothing);
});

const cell = (own: Partial<Cell>): Cell => ({
  side: "now",
  what: "inbox data",
  referrals: 100,
  connections: 10,
  round: 1,
  requests: 100,
  perSecond: 50,
  median: 20,
  p99: 40,
  nodeMs: 2,
  postgresMs: 5,
  ...own,
});

test("rounds become one, each figure by its own middle; sides, sizes and connections stay apart", () => {
  const medians = acrossRounds([
    cell({ round: 1, perSecond: 40, postgresMs: 7 }),
    cell({ round: 1, side: "before", perSecond: 11 }),
    cell({ round: 2, perSecond: 90, postgresMs: 5 }),
    cell({ round: 2, referrals: 200, perSecond: 12 }),
    cell({ round: 3, perSecond: 60, postgresMs: 6 }),
    cell({ round: 3, connections: 50, perSecond: 13 }),
  ]);
  expect(
    medians.map(({ side, referrals, connections, perSecond }) => [side, referrals, connections, perSecond]),
  ).toEqual([
    ["now", 100, 10, 60],
    ["before", 100, 10, 11],
    ["now", 200, 10, 12],
    ["now", 100, 50, 13],
  ]);
  expect(medians[0]?.postgresMs).toBe(6);
  expect(medians[0]).not.toHaveProperty("round");
});

test("a round without an answer leaves the figures to the others", () => {
  const silent = cell({ round: 1, requests: 0, perSecond: Number.NaN, nodeMs: Number.POSITIVE_INFINITY });
  const [medians] = acrossRounds([silent, cell({ round: 2, perSecond: 30 }), cell({ round: 3, perSecond: 40 })]);
  expect(medians).toMatchObject({ perSecond: 35, nodeMs: 2 });
  expect(acrossRounds([silent])[0]?.perSecond).toBeNaN();
});
