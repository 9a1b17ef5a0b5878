import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { differences } from "./differences.ts";

const content = () => structuredClone(noerrebro.content);
type Json = Record<string, unknown> | unknown[];

/** Every place in the agreement that holds a plain value, as the way to it. */
function leaves(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([key, inside]) =>
    leaves(inside, [...way, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every list with at least two items. */
function lists(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => lists(each, [...way, key]));
  return Array.isArray(value) && value.length > 1 ? [way, ...inside] : inside;
}

const at = (root: unknown, way: (string | number)[]) =>
  way.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], root);

function changed(way: (string | number)[], change: (value: never) => unknown): Json {
  const after = content();
  const holder = at(after, way.slice(0, -1)) as Record<string | number, unknown>;
  const key = way.at(-1) as string | number;
  holder[key] = change(holder[key] as never);
  return after as never;
}

/** JSON as an agreement may hold it: without -0, which JSON does not keep. */
const json = () => fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe("the differences of two agreements", () => {
  test("there is none between an agreement and itself as it was kept", () => {
    expect(differences(content(), JSON.parse(JSON.stringify(content())))).toEqual([]);
  });

  test("there is none exactly when the two are equal, whatever they are", () => {
    fc.assert(
      fc.property(json(), json(), (before, after) => {
        expect(differences(before, after).length === 0).toBe(isDeepStrictEqual(before, after));
        expect(differences(before, structuredClone(before))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("every value of the agreement that changes shows, with what it was and what it becomes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(content())), (way) => {
        const after = changed(way, (value) => (typeof value === "number" ? value + 1 : `${String(value)}X`));
        const found = differences(content(), after);
        expect(found.length).toBeGreaterThan(0);
        const told = JSON.stringify(found);
        expect(told).toContain(JSON.stringify(at(after, way)).slice(1, -1));
      }),
      { numRuns: 60 },
    );
  });

  test("an item that goes out or comes in shows as itself, and nothing besides", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists(content())), fc.nat(), (way, seed) => {
        const list = at(noerrebro.content, way) as unknown[];
        const gone = seed % list.length;
        const shorter = changed(way, (all: unknown[]) => all.filter((_, index) => index !== gone));
        const out = differences(noerrebro.content, shorter);
        const back = differences(shorter, noerrebro.content);
        expect(out.length).toBeGreaterThan(0);
        expect(back.length).toBe(out.length);
        expect(JSON.stringify(out)).toContain(JSON.stringify(list[gone]));
      }),
      { numRuns: 50 },
    );
  });

  test("another order of the same items shows", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists(content())), (way) => {
        const turned = changed(way, (all: unknown[]) => all.toReversed());
        expect(differences(noerrebro.content, turned).length === 0).toBe(isDeepStrictEqual(noerrebro.content, turned));
      }),
      { numRuns: 50 },
    );
  });

  test("a change says where it is, by the names of what it lies in", () => {
    const after = content();
    const skp = after.services.find(({ code }) => code === "SKP");
    if (skp) skp.norm.answer = 3;
    expect(differences(content(), after)).toEqual([
      {
        where: [
          { part: "services" },
          { item: "SKP", words: { da: "Støttekontaktperson (SKP)", en: "Support and contact person (SKP)" } },
          { part: "norm" },
          { part: "answer" },
        ],
        before: 2,
        after: 3,
      },
    ]);
  });
});
