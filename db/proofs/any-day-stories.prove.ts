import { expect, test } from "vitest";
import { testedOn } from "#scripts/tested-on.ts";

test.each([
  ["a Monday", "2026-11-30T12:00"],
  ["just before midnight in Copenhagen", "2026-12-03T23:55"],
  ["24 December", "2026-12-24T14:00"],
])("the demo starts and its stories hold on %s (%s)", async (_what, moment) => {
  expect(await testedOn(moment, ["browser"])).toBe("");
});
