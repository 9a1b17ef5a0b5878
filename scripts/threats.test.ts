import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "#scripts/project.ts";
import { readSource } from "#scripts/sources.ts";

/** The rows of THREATS.md: number, adversary, asset and what they try, the tests that stand in the way. */
const rows = readSource("THREATS.md")
  .split("\n")
  .filter((line) => /^\| T\d+ /.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("every threat names an adversary, an asset and a test that is there", () => {
  expect(rows.length).toBeGreaterThan(20);
  const without = rows.filter(([, , adversary, asset, attempt, tests = ""]) => {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
    const real = files.every((file) => existsSync(path.join(PROJECT, file)) && /\.(test|prove|spec)\.tsx?$/.test(file));
    return !adversary || !asset || !attempt || files.length === 0 || !real;
  });
  expect(without.map(([, number]) => number)).toEqual([]);
});

test("no threat has the number of another", () => {
  const numbers = rows.map(([, number]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});
