import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readAgreementFile } from "#lib/agreement/agreement-file.ts";
import { publishedSchema } from "#lib/agreement/file-schema.ts";
import { PROJECT } from "#scripts/project.ts";

const agreement = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/agreement.ts", ...args], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, DATABASE_OWNER_URL: "" },
  });
  return { status, said: stdout.trim(), refused: stderr.trim() };
};
const folder = mkdtempSync(path.join(tmpdir(), "agreement-"));
const fileWith = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const noerrebro = readFileSync("agreements/noerrebro.json", "utf8");

describe("the files that come with the product", () => {
  const files = readdirSync("agreements").filter((name) => name !== "agreement.schema.json");

  test.each(files)("%s is an agreement", (name) => {
    expect(readAgreementFile(JSON.parse(readFileSync(`agreements/${name}`, "utf8")))).toMatchObject({ ok: true });
  });

  test("the published schema is the one that the type makes (npm run -s agreement -- schema, then npm run format)", () => {
    expect(JSON.parse(readFileSync("agreements/agreement.schema.json", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(publishedSchema())),
    );
  });
});

describe("npm run agreement", () => {
  test("check says of an agreement what it holds", () => {
    expect(agreement("check", "agreements/noerrebro.json")).toEqual({
      status: 0,
      said: "agreements/noerrebro.json is an agreement: Nørrebro, 9 services, 25 units, 24 functions, 27 posts.",
      refused: "",
    });
  });

  test("check names every mistake in a line of its own, and shows no stack", () => {
    const file = fileWith(
      "broken.json",
      noerrebro.replace('"everyWeeks": 8', '"everyWeeks": 80').replace('"kind": "forum"', '"kind": "club"'),
    );
    const { status, said, refused } = agreement("check", file);
    expect([status, said]).toEqual([1, ""]);
    expect(refused.split("\n").map((line) => line.replace(file, "FILE"))).toEqual([
      "FILE is not an agreement yet:",
      expect.stringMatching(/^ {2}units\[21\]\.kind: one of municipality, /),
      "  meetings[0].cadence.everyWeeks: a whole number of weeks from 1 to 52",
    ]);
  });

  test.each([
    ["a field twice", `{"units": [], ${noerrebro.slice(1)}`, "units: it is there twice, and only the last would count"],
    ["no JSON", "Aftale", "is not JSON: something is wrong at line 1, sign 1."],
    ["nothing", "", "is empty."],
    ["too much", `"${"a".repeat(2_000_001)}"`, "is longer than 2 MB: no agreement is."],
  ])("check says so where a file holds %s", (name, text, sentence) => {
    const { status, refused } = agreement("check", fileWith(`${name}.json`, text));
    expect(status).toBe(1);
    expect(refused).toContain(sentence);
    expect(refused).not.toMatch(/^\s+at /m);
  });

  test.each([
    [["check", "agreements/none.json"], "agreements/none.json is not there."],
    [["check", "agreements"], "agreements is a folder."],
    [["check"], "Say one of:"],
    [[], "Say one of:"],
    [["import", "agreements/noerrebro.json"], "Say one of:"],
    [["check", "a.json", "b.json"], 'What is "b.json"?'],
    [["export", "--all"], 'What is "--all"?'],
    [["export", "--partnership", "Amager"], "DATABASE_OWNER_URL is missing: the login that sets the database up."],
    [["export", "--partnership", "Amager", "package.json"], "package.json is there already, and stays as it is."],
  ])("%j says what it needs", (args, sentence) => {
    const { status, refused } = agreement(...args);
    expect(status).toBe(1);
    expect(refused).toContain(sentence);
    expect(refused).not.toMatch(/^\s+at /m);
  });
});
