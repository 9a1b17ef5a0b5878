import { describe, expect, test } from "vitest";
import { findFiles, isTest, readSource } from "#scripts/sources.ts";

type Messages = { [key: string]: string | Messages };

const da = flatten(JSON.parse(readSource("messages/da.json")) as Messages);
const en = flatten(JSON.parse(readSource("messages/en.json")) as Messages);
const sources = findFiles("{app,components,db,jobs,lib}/**/*.{ts,tsx}")
  .filter((file) => !isTest(file))
  .map((file) => ({ file, text: readSource(file) }));
const allText = sources.map(({ text }) => text).join("\n");

describe("the messages", () => {
  test("are the same keys in Danish and English", () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(da).toSorted());
  });

  test("say something in both languages", () => {
    const empty = [...Object.entries(da), ...Object.entries(en)].filter(([, sentence]) => sentence.trim() === "");
    expect(empty).toEqual([]);
  });

  test("take the same values in both languages", () => {
    const differing = Object.keys(da).filter((key) => valuesIn(da[key]) !== valuesIn(en[key]));
    expect(differing).toEqual([]);
  });

  test("are all used", () => {
    const dead = Object.keys(da).filter((key) => !isUsed(key));
    expect(dead).toEqual([]);
  });

  test("are there for every key that a file asks its namespace for", () => {
    const missing = sources.flatMap(({ file, text }) => missingIn(text).map((key) => `${file}: ${key}`));
    expect(missing).toEqual([]);
  });

  test("get every value that they wait for, where they are filled in", () => {
    const found = sources.flatMap(({ file, text }) => fillings(text).map((filling) => ({ file, ...filling })));
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ last, given }) => !couldFill(last, given))).toEqual([]);
  });
});

function flatten(messages: Messages, above = ""): Record<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${above}${key}`, value]] : Object.entries(flatten(value, `${above}${key}.`)),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The names in braces, without the words that plurals choose between. */
function valuesIn(sentence = ""): string {
  const names = [...sentence.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name);
  return [...new Set(names)].toSorted((a = "", b = "") => a.localeCompare(b)).join(" ");
}

/** By its last part as a word in quotes or a property (`words.retry`), or by a key that is put together: `place.${name}`. */
function isUsed(key: string): boolean {
  const parts = key.split(".");
  const last = parts.at(-1) ?? "";
  if (allText.includes(`"${last}"`) || new RegExp(`\\.${last}\\b`).test(allText)) return true;
  if (isComposed(last)) return true;
  return parts.some((_, from) => {
    const inside = parts.slice(from);
    const isWhole = allText.includes(`"${inside.join(".")}"`);
    return (
      isWhole ||
      inside.some((__, length) => length > 0 && allText.includes(`\`${inside.slice(0, length).join(".")}.\${`))
    );
  });
}

/** Put together from a part that stands in the code: `propose_${part}`, `${contact}Origin`. */
function isComposed(last: string): boolean {
  const least = 5;
  return [...last].some(
    (_, at) =>
      (at >= least && allText.includes(`\`${last.slice(0, at)}\${`)) ||
      (last.length - at >= least && allText.includes(`}${last.slice(at)}\``)),
  );
}

/** Asked for in so many words: t("key"), under one of the namespaces that the file opens. */
function missingIn(text: string): string[] {
  const opened = [...text.matchAll(/(?:use|get)Translations\((?:\{[^}]*namespace:\s*)?"([\w.-]+)"/g)];
  const namespaces = opened.map(([, name]) => name);
  if (namespaces.length === 0) return [];
  const keys = [...text.matchAll(/\bt(?:\.rich|\.markup|\.raw)?\("([\w.-]+)"/g)].map(([, key]) => key ?? "");
  return keys.filter((key) => !namespaces.some((namespace) => `${namespace}.${key}` in da));
}

/** `fill(words.sentence, { day, left })`: the last part of its key, and the names that are given. */
const fillings = (text: string): { last: string; given: string[] }[] =>
  [...text.matchAll(/\b(?:fill|say)\(\s*[\w.?]*\.(\w+),\s*\{([^{}]*)\}/g)]
    .filter(([, , inside = ""]) => !inside.includes("..."))
    .map(([, last = "", inside = ""]) => ({
      last,
      given: [...inside.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = ""]) => name),
    }));

/** What whoever adopts the agreement is called stands in a page's words before any of them is filled in: `sayForum`. */
const filledBefore = "forum";

/** Whether one of the sentences that end on this key gets all that it waits for; or there is none, as the key is put together. */
function couldFill(last: string, given: readonly string[]): boolean {
  const sentences = Object.entries(da).filter(([key]) => key.split(".").at(-1) === last);
  return (
    sentences.length === 0 ||
    sentences.some(([, sentence]) =>
      valuesIn(sentence)
        .split(" ")
        .every((name) => ["", filledBefore, ...given].includes(name)),
    )
  );
}
