import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "#scripts/project.ts";
import { countPlaywright, countVitest, deathsOfBrowsers, describe } from "#scripts/test-report.ts";

const passing = { fullName: "accepts", status: "passed", failureMessages: [] };
const failing = { fullName: "refuses", status: "failed", failureMessages: ["expected 1 to be 2"] };

test("adds up the tests of all files", () => {
  const file = { name: "a.test.ts", status: "failed", message: "", assertionResults: [passing, passing, failing] };
  const counts = countVitest({ testResults: [file, { ...file, status: "passed", assertionResults: [passing] }] });
  expect(counts).toMatchObject({ passed: 3, failed: 1 });
  expect(counts.failures[0]).toContain("a.test.ts › refuses");
  expect(counts.failures[0]).toContain("expected 1 to be 2");
});

test("a file that does not load is one failure", () => {
  const file = { name: "a.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] };
  expect(countVitest({ testResults: [file] })).toMatchObject({ passed: 0, failed: 1 });
});

test("a skipped test is neither passed nor failed", () => {
  const skipped = { fullName: "later", status: "skipped", failureMessages: null };
  const file = { name: "a.test.ts", status: "passed", message: "", assertionResults: [skipped] };
  expect(countVitest({ testResults: [file] })).toMatchObject({ passed: 0, failed: 0 });
});

test("counts a story for each screen, and what passes only sometimes as failed", () => {
  const on = (projectName: string, status: "expected" | "flaky" | "unexpected") => ({
    projectName,
    status,
    results: [{ errors: status === "expected" ? [] : [{ message: "\u001b[31mno button\u001b[0m" }] }],
  });
  const spec = { title: "takes over", tests: [on("phone", "expected"), on("desk", "flaky")] };
  const inner = { title: "inbox", file: "a.story.ts", specs: [spec] };
  const suite = { title: "a.story.ts", file: "a.story.ts", specs: [], suites: [inner] };
  const counts = countPlaywright({ suites: [suite], errors: [] });
  expect(counts).toMatchObject({ passed: 1, failed: 1 });
  expect(counts.failures).toEqual(["✗ [desk] › a.story.ts › inbox › takes over\n    no button"]);
});

test("shows what stood on the page of a story that failed", () => {
  const path = join(mkdtempSync(join(tmpdir(), "brobyg-report-")), "error-context.md");
  writeFileSync(path, '# Error details\n\n```yaml\n- banner:\n  - link "Brobyg"\n- main:\n  - alert: Vent\n```\n');
  const attachments = [
    { name: "trace", path: "trace.zip" },
    { name: "error-context", path },
  ];
  const failed = {
    projectName: "desk",
    status: "unexpected" as const,
    results: [{ errors: [{ message: "no button" }], attachments }],
  };
  const suite = { title: "a.story.ts", file: "a.story.ts", specs: [{ title: "waits", tests: [failed] }] };
  expect(countPlaywright({ suites: [suite], errors: [] }).failures).toEqual([
    "✗ [desk] › a.story.ts › waits\n    no button\n    | - main:\n    |   - alert: Vent",
  ]);
});

test("an error outside every story counts as failed", () => {
  expect(countPlaywright({ suites: [], errors: [{ message: "global setup" }] })).toMatchObject({ failed: 1 });
});

test("says how browsers died, and nothing of those that were closed", () => {
  const died = "  pw:browser [pid=7] <process did exit: exitCode=null, signal=SIGSEGV> +345ms";
  const closed = "  pw:browser [pid=8] <process did exit: exitCode=0, signal=null> +9ms";
  const fatal =
    "  pw:browser [pid=7][err] [7:7:1126/082131.1:FATAL:gpu_data_manager.cc(449)] GPU process isn't usable. +1ms";
  expect(deathsOfBrowsers(["  ✓ a story", closed, fatal, died, "signal=SIGSEGV"].join("\n"))).toEqual([fatal, died]);
});

test("shows our own part of a stack, with paths as in the project", () => {
  const stack = `Error: no\n    at accept (${PROJECT}/lib/accept.ts:3:1)\n    at run (${PROJECT}/node_modules/vitest/run.js:1:1)`;
  expect(describe(`${PROJECT}/lib/accept.test.ts`, [stack])).toBe(
    "✗ lib/accept.test.ts\n    Error: no\n        at accept (lib/accept.ts:3:1)",
  );
});
