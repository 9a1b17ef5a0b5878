import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent } from "./agreement.ts";
import { codeFor, wordsOf } from "./codes.ts";
import type { OutcomeClass } from "./outcome-class.ts";
import type { Words } from "./words.ts";

/** A text of the agreement under the name that its field has in a form. */
export type WordItem = { key: string; words: Words; outcomeClass?: OutcomeClass };

/**
 * Texts that are revised together. `fixed` ones are only reworded; a `list` and its kin may lose items and gain one.
 * What is added to a list of codes gets a code of its own; an outcome says what it means for the resident.
 */
export type WordGroup = {
  address: string;
  kind: "fixed" | "list" | "coded" | "outcomes";
  items: readonly WordItem[];
  write: (items: readonly WordItem[]) => AgreementContent;
};

/** Every group of words that a revision may change, by its address; services, activities and the frame have forms of their own. */
export function wordGroups(content: AgreementContent): WordGroup[] {
  const { contract, meetings } = content;
  const changed = (change: (copy: AgreementContent) => void): AgreementContent => {
    const copy = structuredClone(content);
    change(copy);
    return copy;
  };
  const group = (
    address: string,
    kind: WordGroup["kind"],
    items: readonly WordItem[],
    write: (copy: AgreementContent, items: readonly WordItem[]) => void,
  ): WordGroup => ({ address, kind, items, write: (next) => changed((copy) => write(copy, next)) });
  /** Fields of one thing, by their own names; one that is not there is not asked for. */
  const fixed = (address: string, of: (copy: AgreementContent) => object, names: readonly string[]) =>
    group(
      address,
      "fixed",
      names.flatMap((key) => {
        const words = (of(content) as Record<string, Words | undefined>)[key];
        return words ? [{ key, words }] : [];
      }),
      (copy, items) => Object.assign(of(copy), Object.fromEntries(items.map(({ key, words }) => [key, words]))),
    );
  const list = (address: string, of: (copy: AgreementContent) => Words[]) =>
    group(address, "list", of(content).map(numbered), (copy, items) =>
      replace(
        of(copy),
        items.map(({ words }) => words),
      ),
    );
  const coded = (
    address: string,
    kind: "coded" | "outcomes",
    of: (copy: AgreementContent) => { code: string; text: Words; outcomeClass?: OutcomeClass }[],
  ) =>
    group(
      address,
      kind,
      of(content).map(({ code, text, outcomeClass }) => ({
        key: code,
        words: text,
        ...(outcomeClass ? { outcomeClass } : {}),
      })),
      (copy, items) => {
        const old = new Map(of(copy).map((each) => [each.code, each]));
        replace(
          of(copy),
          items.map(({ key, words, outcomeClass }) => ({
            ...(old.get(key) ?? { code: key }),
            text: words,
            ...(outcomeClass ? { outcomeClass } : {}),
          })),
        );
      },
    );
  return [
    group(
      "areas",
      "coded",
      (content.areas ?? (contract.subject.da ? [{ code: "OMRAADE", text: contract.subject }] : [])).map(
        ({ code, text }) => ({
          key: code,
          words: text,
        }),
      ),
      (copy, items) => {
        const old = new Map(copy.areas?.map((each) => [each.code, each]));
        copy.areas = items.map(({ key, words }) => ({ ...(old.get(key) ?? { code: key }), text: words }));
      },
    ),
    ...meetings.flatMap(({ code }, at) => [
      fixed(`meetings.${code}`, (copy) => nth(copy.meetings, at), ["name", "about", "places", "evaluation", "guests"]),
      list(`meetings.${code}.purposes`, (copy) => nth(copy.meetings, at).purposes),
    ]),
    coded("forAll.returnReasons", "coded", (copy) => copy.forAll.returnReasons),
    coded("forAll.outcomes", "outcomes", (copy) => copy.forAll.outcomes),
  ];
}

const numbered = (words: Words, at: number): WordItem => ({ key: `i${at}`, words });

function nth<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error("the agreement lost an item while it was read");
  return found;
}

function replace<T>(list: T[], items: readonly unknown[]): void {
  list.splice(0, list.length, ...(items as T[]));
}

/** What was written in the form of a group: its items by their keys, and one that comes in. */
export type WrittenWords = {
  rows: Readonly<Record<string, { da?: string; en?: string; remove?: boolean; outcomeClass?: OutcomeClass }>>;
  added?: { da?: string; en?: string; outcomeClass?: OutcomeClass };
};

const most = 7;

/**
 * The agreement with a group's words as they were written. Refuses at the field: "words-needed" for a text without Danish,
 * "outcome-class" for an outcome that says nothing, "too-many-choices" past seven, "one-at-least", and "wrong-input" for an
 * item that the group does not have.
 */
export function writeWords(group: WordGroup, { rows, added = {} }: WrittenWords): Result<AgreementContent> {
  const known = new Set(group.items.map(({ key }) => key));
  if (Object.keys(rows).some((key) => !known.has(key))) return refused("wrong-input");
  const kept: WordItem[] = [];
  for (const item of group.items) {
    const row = rows[item.key];
    if (row?.remove && group.kind !== "fixed") continue;
    const words = row && !stillUnwritten(group, item, row) ? wordsOf(row) : item.words;
    if (!words) return refused("words-needed", `rows.${item.key}.da`);
    kept.push({ ...item, words, ...(row?.outcomeClass ? { outcomeClass: row.outcomeClass } : {}) });
  }
  if (added.da?.trim() || added.en?.trim()) {
    const words = wordsOf(added);
    if (!words) return refused("words-needed", "added.da");
    if (group.kind === "outcomes" && !added.outcomeClass) return refused("outcome-class", "added.outcomeClass");
    const key = codeFor(
      words.da,
      group.items.map((item) => item.key),
    );
    kept.push({ key, words, ...(added.outcomeClass ? { outcomeClass: added.outcomeClass } : {}) });
  }
  if (group.kind !== "fixed" && group.kind !== "list" && kept.length > most)
    return refused("too-many-choices", "added.da");
  if (kept.length === 0 && group.items.length > 0 && group.kind === "list") return refused("one-at-least", "added.da");
  return ok(group.write(kept));
}

/** A text that was never written may stay so: it is a gap, and keeps nothing else from being saved. */
const stillUnwritten = ({ kind }: WordGroup, { words }: WordItem, { da = "", en = "" }: { da?: string; en?: string }) =>
  kind === "fixed" && !words.da && !da.trim() && !en.trim();
