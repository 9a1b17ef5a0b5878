import { expect, test } from "vitest";
import { day } from "../calendar/day.ts";
import { canFollow, heirOf, type Lasting } from "./succession.ts";

const last = day("2026-12-31");
const post = (change: Partial<Lasting> = {}): Lasting => ({
  id: "a",
  side: "housing",
  duties: ["refer", "receive"],
  from: day("2020-01-01"),
  to: null,
  ...change,
});

test.each<[string, boolean, Partial<Lasting>]>([
  ["a post of the same side with the same duties", true, {}],
  ["one with more duties", true, { duties: ["refer", "receive", "lead"] }],
  ["the post itself", false, { id: "ending" }],
  ["one of the other side", false, { side: "municipal" }],
  ["one that only refers", false, { duties: ["refer"] }],
  ["one that ends the same day", false, { to: last }],
  ["one that ends a day later", true, { to: day("2027-01-01") }],
  ["one that begins the day after", true, { from: day("2027-01-01") }],
  ["one that begins two days after", false, { from: day("2027-01-02") }],
])("%s may follow: %s", (_, may, change) => {
  expect(canFollow(post(change), post({ id: "ending" }), last)).toBe(may);
});

test("a post without work is followed by any of its side", () => {
  expect(canFollow(post({ duties: ["lead"] }), post({ id: "ending", duties: ["lead"] }), last)).toBe(true);
});

test("whoever follows may have been followed too", () => {
  const over = day("2026-01-01");
  const posts = new Map([
    ["a", { to: over, successor: "b" }],
    ["b", { to: over, successor: "c" }],
    ["c", { to: null, successor: null }],
    ["round", { to: over, successor: "trip" }],
    ["trip", { to: over, successor: "round" }],
    ["lost", { to: over, successor: null }],
  ]);
  const heir = (of: string) => heirOf(posts, of, last);
  expect([heir("a"), heir("c"), heir("round"), heir("lost"), heir("x")]).toEqual(["c", "c", null, null, null]);
});
