import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("./guard.ts", import.meta.url));
const run = (input: string) => spawnSync(process.execPath, [script], { input, encoding: "utf8" });
const answers = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("answers each line with what the guard finds, in UTF-16 offsets", { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = run(
    '{"id":"a","text":"😀 ring 22334455"}\n{"id":2,"text":"åbner ikke\u2028døren"}\n',
  );
  expect(answers(stdout)).toEqual([
    { id: "a", findings: [{ start: 8, end: 16, kind: "phone" }] },
    { id: 2, findings: [] },
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("names a bad line by its number, never by its content, and answers the others", { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = run('hemmeligt\n{"id":1,"text":2}\n\n{"id":3,"text":"ok"}');
  expect(answers(stdout)).toEqual([{ id: 3, findings: [] }]);
  expect(stderr).toContain("line 1");
  expect(stderr).toContain("line 2");
  expect(stderr).not.toContain("hemmeligt");
  expect(status).toBe(1);
});
