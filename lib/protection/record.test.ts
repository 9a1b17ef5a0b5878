import { describe, expect, test } from "vitest";
import { allFields } from "#db/protection/fields.ts";
import { schemaTables } from "#db/protection/tables.ts";
import { findFiles, readSource } from "#scripts/sources.ts";
import { type Category, kindOf } from "./categories.ts";
import { readers, widest } from "./protection-view.ts";
import { categoryOf, record } from "./record.ts";
import { allRisks } from "./risks.ts";

const inSchema = new Set(schemaTables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)));
const decided = Object.entries(record).flatMap(([table, holds]) =>
  typeof holds === "string"
    ? []
    : Object.values(holds).flatMap((columns) => columns.split(" ").map((column) => `${table}.${column}`)),
);

describe("the record of processing", () => {
  test("says of every column of the schema what it holds", () => {
    const undecided = [...inSchema].filter((field) => !categoryOf(...(field.split(".") as [string, string])));
    expect(undecided).toEqual([]);
    expect(inSchema.size).toBeGreaterThan(250);
  });

  test("names no table and no column that is gone, and none twice", () => {
    const tables = new Set(schemaTables.map(({ name }) => name));
    expect(Object.keys(record).filter((table) => !tables.has(table))).toEqual([]);
    expect(decided.filter((field) => !inSchema.has(field))).toEqual([]);
    expect(new Set(decided).size).toBe(decided.length);
  });

  test("decides column by column on whatever is about a resident", () => {
    const whole = Object.entries(record).filter(([, holds]) => typeof holds === "string") as [string, Category][];
    expect(whole.filter(([, category]) => kindOf(category).about.includes("resident"))).toEqual([]);
  });

  test("knows every file of the schema that has a table", () => {
    const read = readSource("db/protection/tables.ts");
    const files = findFiles("db/schema/*.ts").filter((file) => readSource(file).includes("pgTable.withRLS("));
    expect(files.filter((file) => !read.includes(`../schema/${file.split("/").at(-1)}"`))).toEqual([]);
  });
});

describe("who reads a table, by its own policy", () => {
  const of = (table: string) => schemaTables.find(({ name }) => name === table)?.readers;

  test.each([
    ["referral_matter", ["whole"]],
    ["message", ["whole"]],
    ["referral", ["part", "post", "coordinate", "overseen", "told"]],
    ["consent", ["facts", "asked"]],
    ["draft", ["self"]],
    ["log", ["protect"]],
    ["release", ["lead", "forum"]],
    ["unit", ["everybody"]],
    ["partnership", ["everybody"]],
    ["session", ["nobody"]],
    ["closed_count", ["nobody"]],
  ])("%s", (table, expected) => {
    expect(of(table)).toEqual(expected);
  });

  test("is said with the widest of those that hold each other", () => {
    expect(widest([["whole"], ["facts", "protect"], ["nobody"]])).toEqual(["facts", "protect"]);
    expect(widest([["nobody"]])).toEqual(["nobody"]);
    expect(widest([["self"], ["everybody"]])).toEqual(["everybody"]);
    expect(widest([[...readers].toReversed()])).toEqual(["everybody"]);
  });
});

test("every column stands in the page's table once", () => {
  const shown = allFields().flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(shown.toSorted()).toEqual([...inSchema].toSorted());
});

test("every threat of THREATS.md leads to one risk, and every risk names threats that are there", () => {
  const threats = [...readSource("THREATS.md").matchAll(/^\| (T\d+) /gm)].map(([, id = ""]) => id);
  const named: string[] = allRisks.flatMap(([, ids]) => ids);
  expect(named.toSorted()).toEqual(threats.toSorted());
});
