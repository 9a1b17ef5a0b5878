import { expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { localNamesOf } from "#lib/agreement/local-names.ts";
import { findFiles, readSource } from "#scripts/sources.ts";

const theirs = noerrebro.units.filter(({ kind }) => kind === "estate" || kind === "helhedsplan");
const { estates, streets, houses, towns } = localNamesOf(noerrebro.content, theirs);

/** Words of the language, as some streets are called. */
const general = new Set(["alléen", "terrasserne"]);
const names = [...estates, ...streets, ...houses, ...towns]
  .map((each) => each.toLowerCase())
  .filter((each) => !general.has(each));
const ascii = (name: string) => name.replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const local = new RegExp(
  `(?<!\\p{L})(?:${[...new Set([...names, ...names.map(ascii)])].map(escaped).join("|")})(?!\\p{L})`,
  "giu",
);

/** What the demo begins with, what tests it, and the template that other agreements copy services from. */
const may = [
  /^db\/(seed|testing|proofs)\//,
  /\.test\.tsx?$|\.prove\.ts$/,
  /\/sample-[a-z-]+\.ts$/,
  /^db\/agreement\/templates\.ts$/,
  /^scripts\/screenshots\.ts$/,
];

test("nothing in the code says where it is used", () => {
  const said = findFiles("{app,components,lib,jobs,scripts,db,messages,dictionary}/**/*.{ts,tsx,mjs,json,sql}")
    .filter((file) => !may.some((each) => each.test(file)))
    .flatMap((file) => [...readSource(file).matchAll(local)].map(([name]) => `${file}: ${name}`));
  expect(said).toEqual([]);
});
