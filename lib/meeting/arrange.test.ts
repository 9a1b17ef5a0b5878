import { expect, test } from "vitest";
import { arrange, type Placed } from "./arrange.ts";

const placed = (...keys: string[]): Placed[] =>
  keys.map((key) => ({ key, rank: key.startsWith("point") ? null : Number(key.slice(-1)) }));

test("orders a new agenda by the rules", () => {
  expect(arrange([], ["b", "a"])).toEqual(["b", "a"]);
});

test("orders it anew as long as nobody moved anything, points last", () => {
  expect(arrange(placed("case0", "case1", "point"), ["case1", "new", "case0"])).toEqual([
    "case1",
    "new",
    "case0",
    "point",
  ]);
});

test("keeps the order that somebody chose, and puts what is new behind its neighbour by the rules", () => {
  const moved = placed("case1", "point", "case0", "case2");
  expect(arrange(moved, ["first", "case0", "new", "case1", "case2"])).toEqual([
    "first",
    "case1",
    "point",
    "case0",
    "new",
    "case2",
  ]);
});

test("sees that a point was moved before the cases", () => {
  expect(arrange(placed("point", "case0", "case1"), ["case1", "case0"])).toEqual(["point", "case0", "case1"]);
});

test("drops a case that needs no talk any more, and no point", () => {
  expect(arrange(placed("case1", "point", "case0"), ["case0"])).toEqual(["point", "case0"]);
});
