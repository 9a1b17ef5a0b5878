import { type Mistake, say } from "./mistake.ts";

/** In bytes; a long agreement has 90,000. */
export const longestFile = 2_000_000;

export type ReadJson = { ok: true; value: unknown; twice: Mistake[] } | { ok: false; says: string };

/**
 * What the bytes of a file say as JSON, with every field that stands twice: of two, JSON silently keeps the last. `says`
 * ends a sentence that begins with the name of the file.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, says: "is not written in UTF-8, as JSON is." };
  }
  if (text.trim() === "") return { ok: false, says: "is empty." };
  try {
    return { ok: true, value: JSON.parse(text), twice: fieldsTwice(text) };
  } catch {
    return { ok: false, says: `is not JSON: ${placeOf(text, faultIn(text))}.` };
  }
}

function placeOf(text: string, position: number): string {
  if (text.slice(position).trim() === "") return "it ends too soon";
  const before = text.slice(0, position).split("\n");
  return `something is wrong at line ${before.length}, sign ${(before.at(-1)?.length ?? 0) + 1}`;
}

const piece =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** Where a text stops being JSON: the engine's own error tells of it only sometimes. */
function faultIn(text: string): number {
  const open: string[] = [];
  let next = "value";
  for (let from = 0; ; ) {
    piece.lastIndex = from;
    const found = piece.exec(text);
    const at = from + (/^[ \t\n\r]*/.exec(text.slice(from, from + 10_000))?.[0].length ?? 0);
    if (!found) return at;
    const [, sign = "", string] = found;
    const closes = sign === "}" || sign === "]";
    if (closes ? open.at(-1) !== sign || next === "value" || next === "key" || next === ":" : !fits(sign, string, next))
      return at;
    if (closes) open.pop();
    else if (sign === "{" || sign === "[") open.push(sign === "{" ? "}" : "]");
    const inFields = open.at(-1) === "}";
    if (sign === "{") next = "key or end";
    else if (sign === "[") next = "value or end";
    else if (sign === ",") next = inFields ? "key" : "value";
    else if (sign === ":") next = "value";
    else if (next.startsWith("key")) next = ":";
    else next = open.length > 0 ? "," : "nothing";
    from = piece.lastIndex;
  }
}

function fits(sign: string, string: string | undefined, next: string): boolean {
  if (sign === "," || sign === ":") return next === sign;
  return next.startsWith("key") ? string !== undefined : next.startsWith("value");
}

type Level = { fields: Set<string> | null; at: number; field: string };

/** The text is JSON: strings, brackets and commas are all that needs to be read, once from the first sign to the last. */
function fieldsTwice(text: string): Mistake[] {
  const found: Mistake[] = [];
  const levels: Level[] = [];
  const path = () => levels.map(({ fields, at, field }) => (fields ? field : at));
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]/g)) {
    const level = levels.at(-1);
    if (sign === "{") levels.push({ fields: new Set(), at: 0, field: "" });
    else if (sign === "[") levels.push({ fields: null, at: 0, field: "" });
    else if (sign === "}" || sign === "]") levels.pop();
    else if (sign === ",") {
      if (level) level.at += 1;
    } else if (sign.endsWith(":") && level?.fields) {
      level.field = String(JSON.parse(sign.slice(0, -1)));
      if (level.fields.has(level.field)) found.push(say(path(), "it is there twice, and only the last would count"));
      level.fields.add(level.field);
    }
  }
  return found;
}
