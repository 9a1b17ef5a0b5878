import { expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { needsCheck } from "./still-right.ts";

test.each([
  ["never", null, true],
  ["366 days ago", "2025-11-23", true],
  ["365 days ago", "2025-11-24", false],
  ["today", "2026-11-24", false],
] as const)("an entry checked %s", (_when, on, asks) => {
  expect(needsCheck(on && day(on), day("2026-11-24"))).toBe(asks);
});
