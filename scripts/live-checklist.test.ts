import { describe, expect, test } from "vitest";
import { checklist, findUnticked } from "#scripts/live-checklist.ts";

const today = "2026-11-25";
const tick = { by: "Databeskyttelsesrådgiver, kommunen", on: "2026-11-02" };
const all = Object.fromEntries(Object.keys(checklist).map((key) => [key, tick]));

describe("before an installation goes live (C14)", () => {
  test("everything that is ticked is no problem", () => {
    expect(findUnticked(JSON.stringify(all), today)).toEqual([]);
  });

  test.each(Object.keys(checklist))("%s must be ticked", (key) => {
    const { [key]: _, ...rest } = all;
    const problems = findUnticked(JSON.stringify(rest), today);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`"${key}"`);
  });

  test.each([
    ["nobody", { ...tick, by: " " }],
    ["no day", { by: tick.by }],
    ["a day that is none", { ...tick, on: "2026-02-30" }],
    ["a day to come", { ...tick, on: "2026-11-26" }],
    ["a yes", true],
  ])("%s is no tick", (_what, wrong) => {
    expect(findUnticked(JSON.stringify({ ...all, dpia: wrong }), today)).toHaveLength(1);
  });

  test.each([
    [undefined, /BROBYG_CHECKLIST is missing/],
    ["ticked", /no JSON/],
    ["[]", /no JSON/],
  ])("%s is one sentence", (text, sentence) => {
    const problems = findUnticked(text, today);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });
});
