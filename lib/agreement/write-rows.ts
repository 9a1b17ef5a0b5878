import { ok, type Result, refused } from "../result.ts";
import { codeFor, isWritten, type Written, wordsOf } from "./codes.ts";
import type { Code, Words } from "./words.ts";

/** Rows by their codes, and new ones by `n1`, `n2`, in the order that they stand in. */
export type WrittenRows<Row> = { order: readonly string[]; rows: Readonly<Record<string, Row>> };

type Item = { code: Code; text: Words };
type Row = Written & { remove?: boolean | undefined };

type Writing<R, I> = {
  /** Codes that mean something else: no new item is called so. */
  taken: readonly Code[];
  most: number;
  tooMany: string;
  /** What an item says besides its words. */
  says: (row: R, old: I | undefined) => Result<object>;
};

/**
 * The items of a list as they were written, and the codes of those that went out. Refuses at the row: "words-needed",
 * "words-twice", more than there may be, "wrong-input" for one that is not there, and what `says` refuses.
 */
export function writeRows<R extends Row, I extends Item>(
  items: readonly I[],
  { order, rows }: WrittenRows<R>,
  { taken, most, tooMany, says }: Writing<R, I>,
): Result<{ kept: I[]; removed: Code[] }> {
  const known = new Map(items.map((item) => [item.code, item]));
  const keys = [...new Set([...order, ...known.keys()])];
  if ([...keys, ...Object.keys(rows)].some((key) => !known.has(key) && !/^n\d{1,2}$/.test(key)))
    return refused("wrong-input");
  const codes = [...taken, ...known.keys()];
  const kept: I[] = [];
  const removed: Code[] = [];
  for (const key of keys) {
    const [old, row] = [known.get(key), rows[key]];
    if (row?.remove || (!old && !isWritten(row))) {
      if (old) removed.push(key);
      continue;
    }
    const item = row ? itemOf({ key, old, row, codes, says }) : ok(old as I);
    if (!item.ok) return item;
    codes.push(item.value.code);
    if (kept.some(({ text }) => sameWords(text, item.value.text))) return refused("words-twice", `rows.${key}.da`);
    kept.push(item.value);
    if (kept.length > most) return refused(tooMany, `rows.${key}.da`);
  }
  return ok({ kept, removed });
}

const sameWords = (one: Words, other: Words) => one.da.toLowerCase() === other.da.toLowerCase();

type One<R, I> = { key: string; old: I | undefined; row: R; codes: readonly Code[]; says: Writing<R, I>["says"] };

function itemOf<R extends Row, I extends Item>({ key, old, row, codes, says }: One<R, I>): Result<I> {
  const text = wordsOf(row);
  if (!text) return refused("words-needed", `rows.${key}.da`);
  const said = says(row, old);
  if (!said.ok) return { ...said, field: `rows.${key}.${said.field}` };
  return ok({ ...said.value, code: old?.code ?? codeFor(text.da, codes), text } as I);
}
