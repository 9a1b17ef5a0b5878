import { expect, test } from "vitest";
import { assign } from "./massassign.ts";

test("no change takes a field that it does not declare: 86 runs", async () => {
  const { wrong, refused } = await assign({ runs: 86 });
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(40);
});
