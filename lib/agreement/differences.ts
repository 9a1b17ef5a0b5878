/** One step on the way to a change: a named part, or an item of a list by what it calls itself, or by its place. */
export type Step = { part: string } | { item: string; words?: { da: string; en: string } } | { place: number };

/** One thing that differs. `undefined` is nothing: it came in, or it went out. */
export type Difference = { where: Step[]; before: unknown; after: unknown };

/** The order of a list, as its own step: the same items stand in another order. */
export const order = "order";

/** What an item of the agreement calls itself, in the order in which it is looked for. */
const names = ["code", "service", "function", "place", "plan"] as const;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is { da: string; en: string } =>
  isFields(value) && typeof value["da"] === "string" && typeof value["en"] === "string";

const nameOf = (item: unknown): string | null => {
  if (!isFields(item)) return null;
  const name = names.map((key) => item[key]).find((value) => typeof value === "string" && value !== "");
  return typeof name === "string" ? name : null;
};

/** Its items by name, or null when one has none or two have the same: then their place is all there is. */
function named(list: readonly unknown[]): Map<string, unknown> | null {
  const byName = new Map(list.map((item) => [nameOf(item), item]));
  return byName.size === list.length && !byName.has(null) ? (byName as Map<string, unknown>) : null;
}

const isPlain = (list: readonly unknown[]) => list.every((item) => typeof item !== "object" || item === null);

/**
 * Everything in which two contents of an agreement differ, and nothing else: an empty list says that they are equal,
 * whatever the order of their keys. Items of a list are told apart by what they call themselves; a list of plain values
 * is one thing. Whatever came in or went out whole is one difference.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  return compare([], before, after);
}

function compare(where: Step[], before: unknown, after: unknown): Difference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(where, before, after);
  if (isFields(before) && isFields(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((part) => compare([...where, { part }], own(before, part), own(after, part)));
  }
  return [{ where, before, after }];
}

const own = (fields: Fields, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined);

function compareLists(where: Step[], before: readonly unknown[], after: readonly unknown[]): Difference[] {
  if (isPlain(before) && isPlain(after)) return same(before, after) ? [] : [{ where, before, after }];
  const [old, next] = [named(before), named(after)];
  if (!old || !next) return compareByPlace(where, before, after);
  const items = [...new Set([...old.keys(), ...next.keys()])];
  const stayed = (list: Map<string, unknown>) => [...list.keys()].filter((name) => old.has(name) && next.has(name));
  return [
    ...items.flatMap((item) => {
      const text = wordsOf(next.get(item) ?? old.get(item));
      return compare([...where, { item, ...(text ? { words: text } : {}) }], old.get(item), next.get(item));
    }),
    ...(same(stayed(old), stayed(next))
      ? []
      : [{ where: [...where, { part: order }], before: [...old.keys()], after: [...next.keys()] }]),
  ];
}

/** What stands unchanged at the beginning and at the end is the same; between them each place is compared with its own. */
function compareByPlace(where: Step[], before: readonly unknown[], after: readonly unknown[]): Difference[] {
  const shorter = Math.min(before.length, after.length);
  const equal = (a: unknown, b: unknown) => compare([], a, b).length === 0;
  let head = 0;
  while (head < shorter && equal(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && equal(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const [old, next] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return Array.from({ length: Math.max(old.length, next.length) }, (_, place) =>
    compare([...where, { place: head + place }], at(old, place), at(next, place)),
  ).flat();
}

/** A hole at the end of a shorter list is nothing; a `null` in it is something. */
const at = (list: readonly unknown[], place: number) => (place < list.length ? list[place] : undefined);

const same = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));

function wordsOf(item: unknown): { da: string; en: string } | undefined {
  if (!isFields(item)) return undefined;
  return ["name", "text", "title"].map((key) => item[key]).find(isWords);
}
