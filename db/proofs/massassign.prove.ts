import { expect, test } from "vitest";
import { say } from "../testing/access/say.ts";
import { assign } from "./massassign.ts";

test("no change takes a field that it does not declare: 5,000 runs", async () => {
  const { runs, taken, refused, wrong } = await assign({ runs: 5_000 });
  say("massassign", {
    runs: [runs, "5,000"],
    "refused, and nothing changed": [refused, "–"],
    "taken, without what was too much": [taken, "–"],
    "changes of a column that nobody may change": [wrong.length, 0],
  });
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(runs / 2);
});
