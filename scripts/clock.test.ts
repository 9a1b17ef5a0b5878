import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("./clock.ts", import.meta.url));
const run = (...lines: string[]) =>
  spawnSync(process.execPath, [script], { input: lines.join("\n"), encoding: "utf8" });
const answers = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("says until when a demand can be paid and when the lease can end, and by when an answer is due", () => {
  const { status, stdout, stderr } = run(
    '{"id":"a","received":"2026-05-22"}',
    '{"id":2,"sent":"2026-12-22","workingDays":2}',
    '{"id":3,"received":"2026-12-10"}',
  );
  expect(answers(stdout)).toEqual([
    { id: "a", payBy: "2026-06-08", earliestTermination: "2026-06-09" },
    { id: 2, answerBy: "2026-12-28" },
    { id: 3, payBy: "2026-12-24", earliestTermination: "2026-12-25" },
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("names a line that asks for no day there is, and answers the others", () => {
  const { status, stdout, stderr } = run(
    '{"id":1,"received":"2026-02-30"}',
    "not json",
    '{"id":2,"sent":"2026-11-02","workingDays":1.5}',
    '{"id":4,"sent":"2026-11-02","workingDays":1}',
  );
  expect(answers(stdout)).toEqual([{ id: 4, answerBy: "2026-11-03" }]);
  expect(stderr.match(/clock: line \d/g)).toEqual(["clock: line 1", "clock: line 2", "clock: line 3"]);
  expect(status).toBe(1);
});
