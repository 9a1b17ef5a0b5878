import { ok, type Result, refused } from "#lib/result.ts";
import { withoutHidden } from "./hidden.ts";

/** One kind of line break, however a program writes it. */
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What steers a machine, and half a sign: no database and no paper takes them. */
const unkept = /[^\P{Cc}\t\n]|\p{Cs}/u;
/** Something that a reader sees. U+2800 is a sign of Braille without a dot. */
const seen = /[^\s\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Every text that comes in, whoever sends it and whatever for. Refuses "unseen-sign", nothing of it being lost, where it has
 * a sign that cannot be kept. What shows nothing is no text. White space around it stays: a note trims it, a password not.
 */
export function tidy(raw: string): Result<string> {
  const text = raw.replace(breaks, "\n");
  if (unkept.test(text)) return refused("unseen-sign");
  const shown = withoutHidden(text);
  return ok(seen.test(shown) ? shown : "");
}

/** Everything that was sent, tidied, however deep it stands. A refusal names the field of its form. */
export const tidied = (fields: Record<string, unknown>) => inside(fields, []) as Result<Record<string, unknown>>;

function inside(value: unknown, path: readonly string[]): Result<unknown> {
  if (typeof value === "string") {
    const text = tidy(value);
    return text.ok || path.length === 0 ? text : refused(text.code, path.join("."));
  }
  if (typeof value !== "object" || value === null) return ok(value);
  const lists = Array.isArray(value);
  const entries: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (!lists && unkept.test(name)) return refused("wrong-input");
    const read = inside(inner, lists ? path : [...path, name]);
    if (!read.ok) return read;
    entries.push([name, read.value]);
  }
  return ok(lists ? entries.map(([, inner]) => inner) : Object.fromEntries(entries));
}

/** A name stands on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
