import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent } from "./agreement.ts";
import { wordsOf } from "./codes.ts";
import type { Words } from "./words.ts";

/** A text of the agreement under the name that its field has in a form. */
export type WordItem = { key: string; words: Words };

/**
 * Texts that are revised together. `fixed` ones are only reworded; a `list` may lose items and gain one.
 */
export type WordGroup = {
  address: string;
  kind: "fixed" | "list";
  items: readonly WordItem[];
  write: (items: readonly WordItem[]) => AgreementContent;
};

/** Every group of words that a revision may change, by its address; what has a code has forms of its own. */
export function wordGroups(content: AgreementContent): WordGroup[] {
  const { activities } = content;
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
  /** Pairs of texts, e.g. the title and the text of a focus. */
  const pairs = (address: string, of: (copy: AgreementContent) => Record<string, Words>[]) =>
    group(
      address,
      "fixed",
      of(content).flatMap((pair, at) =>
        Object.entries(pair).map(([part, words]) => ({ key: `i${at}-${part}`, words })),
      ),
      (copy, items) => {
        for (const { key, words } of items) {
          const [at, part] = key.slice(1).split("-") as [string, string];
          Object.assign(of(copy)[Number(at)] as object, { [part]: words });
        }
      },
    );
  return [
    fixed("contract", (copy) => copy.contract, ["title", "subject", "coordination", "revision"]),
    list("contract.frame", (copy) => copy.contract.frame),
    fixed("contract.aims", (copy) => copy.contract.aims, ["intro", "closing"]),
    list("contract.aims.points", (copy) => copy.contract.aims.points),
    list("contract.cityPolicy", (copy) => copy.contract.cityPolicy),
    ...activities.flatMap(({ code }, at) => [
      fixed(`activities.${code}`, (copy) => nth(copy.activities, at), ["name", "places", "anchoring", "revision"]),
      list(`activities.${code}.about`, (copy) => nth(copy.activities, at).about),
      pairs(`activities.${code}.focus`, (copy) => nth(copy.activities, at).focus),
      pairs(`activities.${code}.tasks`, (copy) => nth(copy.activities, at).tasks),
    ]),
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
  rows: Readonly<Record<string, { da?: string; en?: string; remove?: boolean }>>;
  added?: { da?: string; en?: string };
};

/**
 * The agreement with a group's words as they were written. Refuses at the field: "words-needed" for a text without Danish,
 * "one-at-least", and "wrong-input" for an item that the group does not have.
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
    kept.push({ ...item, words });
  }
  if (added.da?.trim() || added.en?.trim()) {
    const words = wordsOf(added);
    if (!words) return refused("words-needed", "added.da");
    kept.push({ key: "added", words });
  }
  if (kept.length === 0 && group.items.length > 0 && group.kind === "list") return refused("one-at-least", "added.da");
  return ok(group.write(kept));
}

/** A text that was never written may stay so: it is a gap, and keeps nothing else from being saved. */
const stillUnwritten = ({ kind }: WordGroup, { words }: WordItem, { da = "", en = "" }: { da?: string; en?: string }) =>
  kind === "fixed" && !words.da && !da.trim() && !en.trim();
