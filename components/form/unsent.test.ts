import { afterEach, expect, test } from "vitest";
import { differ, isHolding, isHoldingHere, keep, leave, letGo, received, unsentOf } from "#components/form/unsent.ts";

afterEach(letGo);

const place = "a form";
const noted = { note: "Ring om formiddagen." };

test("answers that nobody has received hold the page, and are there again for whoever comes back", () => {
  keep(place, noted);
  expect([isHolding(), isHoldingHere(), unsentOf(place)]).toEqual([true, true, noted]);
  leave(place, "page");
  expect([isHolding(), isHoldingHere(), unsentOf(place)]).toEqual([true, false, noted]);
  expect(unsentOf("another form")).toBeUndefined();
});

test("what was received holds nothing, and is kept no longer", () => {
  keep(place, noted);
  received(place);
  expect([isHolding(), isHoldingHere(), unsentOf(place)]).toEqual([false, false, undefined]);
});

test("a form that its reader closed holds nothing, and has its answers when it is opened again", () => {
  keep(place, noted);
  leave(place, "form");
  expect([isHolding(), isHoldingHere(), unsentOf(place)]).toEqual([false, false, noted]);
});

test("what was let go is gone", () => {
  keep(place, noted);
  letGo();
  expect([isHolding(), unsentOf(place)]).toEqual([false, undefined]);
});

test("leaving a form without answers leaves nothing", () => {
  leave(place, "page");
  expect(isHolding()).toBe(false);
});

const defaults = { onDay: "12.12.2026", place: "a", note: "", posts: ["x"], answers: { PENSION: "INGEN" } };
const same: [what: string, values: Record<string, unknown>][] = [
  ["as it stood", defaults],
  ["with nothing where nothing stood", { ...defaults, note: null, answers: { PENSION: "INGEN", AGE: "" } }],
  ["of a question that is not asked now", { onDay: "12.12.2026" }],
  ["with an empty list for none", { ...defaults, others: [] }],
  ["with a lone tile for a list of it", { ...defaults, posts: "x" }],
];
test.each(same)("a form %s has nothing to keep", (_what, values) => expect(differ(values, defaults)).toBe(false));

const other: [what: string, values: Record<string, unknown>][] = [
  ["a text", { ...defaults, note: "Ring" }],
  ["a text that was emptied", { ...defaults, place: "" }],
  ["an answer among others", { ...defaults, answers: { PENSION: "JA" } }],
  ["one more tile", { ...defaults, posts: ["x", "y"] }],
  ["one tile less", { ...defaults, posts: [] }],
  ["a tick", { ...defaults, agreed: true }],
];
test.each(other)("%s is something to keep", (_what, values) => expect(differ(values, defaults)).toBe(true));
