import { describe, expect, test } from "vitest";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };
import { deadCommands, deadLinks, deadPaths, findDocuments } from "#scripts/documents.ts";
import { findFiles, readSource } from "#scripts/sources.ts";

const documents = findDocuments();

test("there are documents to hold, those that a forge shows included", () => {
  expect(documents.length).toBeGreaterThan(50);
  expect(documents).toContain(".github/pull_request_template.md");
});

test.each(documents)("%s names nothing that is not there", (document) => {
  expect(deadLinks(document)).toEqual([]);
  expect(deadPaths(document)).toEqual([]);
  expect(deadCommands(document)).toEqual([]);
});

describe("a document is found out", () => {
  test.each([
    ["a link to no file", "[x](gone.md)", ["gone.md"]],
    ["a link to no heading", "[x](README.md#gone)", ["README.md#gone"]],
    ["neither in what is only shown", "`[x](gone.md)`", []],
    ["nor elsewhere", "[x](https://example.org/gone.md) [y](README.md#two-commands)", []],
  ])("%s", (_what, text, dead) => {
    expect(deadLinks("README.md", text)).toEqual(dead);
  });

  test.each([
    ["a file that is gone", "`db/gone.ts`", ["db/gone.ts"]],
    ["a folder that is gone", "`lib/gone/`", ["lib/gone/"]],
    ["a file that is gone, by its name alone", "`gone.test.ts`", ["gone.test.ts"]],
    ["one among the words of a command", "```\nvitest run --project rules lib/gone.test.ts\n```", ["lib/gone.test.ts"]],
    ["braces and stars of nothing", "`lib/{gone,lost}/*.ts`", ["lib/{gone,lost}/*.ts"]],
    [
      "nothing of what is there",
      "`db/schema`, `predicates.ts`, `lib/*/day.ts`, `app/(work)/page.tsx`, `app/api/units/*/route.ts`",
      [],
    ],
    [
      "nothing of packages, types, addresses and settings",
      "`ical.js`, `text/calendar`, `/admin/people`, `smtps://u:p@h:465`",
      [],
    ],
  ])("%s", (_what, text, dead) => {
    expect(deadPaths("README.md", text)).toEqual(dead);
  });

  test.each([
    ["a script", "`npm run gone`", ["gone"]],
    ["a proof", "`npm run prove -- race gone --seed 7`", ["prove -- gone"]],
    ["a stage", "`npm test -- gone`", ["test -- gone"]],
    ["a project of the tests", "`vitest run --project gone lib`", ["--project gone"]],
    [
      "nothing of what is there",
      "`npm start`, `npm run -s guard`, `npm run prove -- race | model`, `npm test -- app --pooler`",
      [],
    ],
  ])("%s", (_what, text, dead) => {
    expect(deadCommands("README.md", text)).toEqual(dead);
  });
});

test("the README is read in one go", () => {
  expect(readSource("README.md").split("\n").length).toBeLessThanOrEqual(90);
});

test("every decision has a status, and the index says the same", () => {
  const files = findFiles("docs/decisions/*.md").filter((file) => !file.endsWith("README.md"));
  const index = readSource("docs/decisions/README.md");
  const listed = [...index.matchAll(/^\| \[(.+)\]\((.+)\.md\) \| (\w+) \|$/gm)].map(([, title, name, status]) => ({
    title,
    name,
    status,
  }));
  const said = files.map((file) => {
    const text = readSource(file);
    return {
      title: /^# (.+)$/m.exec(text)?.[1],
      name: /([^/]+)\.md$/.exec(file)?.[1],
      status: /^Status: (proposed|accepted|replaced)\b/m.exec(text)?.[1],
    };
  });
  const byName = (one: { name: string | undefined }, other: { name: string | undefined }) =>
    (one.name ?? "") < (other.name ?? "") ? -1 : 1;
  expect(listed.toSorted(byName)).toEqual(said.toSorted(byName));
});

test.each([
  ["Danish", da, 2],
  ["English", en, 3],
] as const)("what the glossary calls a word of the screen stands on it, in %s", (_language, messages, column) => {
  const screens = JSON.stringify(messages).toLowerCase();
  const rows = readSource("docs/glossary.md")
    .split("\n")
    .filter((line) => /^\| (?!in the code)/.test(line));
  const words = rows.flatMap((row) => row.split("|")[column]?.trim().split(", ") ?? []).filter((word) => word !== "–");
  expect(words.length).toBeGreaterThan(25);
  expect(words.filter((word) => !screens.includes(word.toLowerCase()))).toEqual([]);
});

/** A number in a document is written once; where it has to stand twice, both say the same. */
test("publiccode.yml and the changelog know the version, and its pictures are there", () => {
  const { version, license } = JSON.parse(readSource("package.json")) as Record<string, string>;
  const card = readSource("publiccode.yml");
  expect(card).toMatch(new RegExp(`^softwareVersion: "?${version}"?$`, "m"));
  expect(card).toMatch(new RegExp(`^  license: ${license}$`, "m"));
  expect(readSource("CHANGELOG.md")).toMatch(new RegExp(`^## \\[${version}\\]`, "m"));
  const pictures = [...card.matchAll(/docs\/screens\/\S+/g)].map(([path]) => path);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => findFiles(path).length === 0)).toEqual([]);
});

test("GitHub and GitLab run what everybody runs", () => {
  for (const file of [".github/workflows/ci.yml", ".gitlab-ci.yml"]) expect(readSource(file)).toContain(".ci/run");
});
