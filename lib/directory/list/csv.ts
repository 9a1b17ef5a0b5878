import { ok, type Result, refused } from "#lib/result.ts";
import { longestCell, mostRows } from "./limits.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";

/**
 * Text as Danish Excel writes it: semicolons, with a mark for UTF-8 or in Windows-1252 without; commas and tabs too.
 * Refuses "list-unknown" (no text), "list-quote" (a quotation mark without its end) and "list-empty".
 */
export function readCsv(bytes: Uint8Array): Result<Sheet> {
  const text = textOf(bytes);
  if (text === null) return refused("list-unknown", "file");
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  return parse(body, { separator: told?.[1] ?? separatorOf(body), before: told ? 1 : 0 });
}

/** UTF-8 where it is that, else what older Excel writes on a Danish machine. */
function textOf(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!wide && bytes.includes(0)) return null;
  if (wide) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whatever stands most often in the first line. */
function separatorOf(text: string): string {
  const [first = ""] = /^[\r\n]*[^\r\n]*/.exec(text) ?? [];
  const count = (sign: string) => first.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function parse(text: string, { separator, before }: { separator: string; before: number }): Result<Sheet> {
  const rows: SheetRow[] = [];
  let count = 0;
  let line = before + 1;
  let at = 0;
  while (at < text.length) {
    const number = line;
    const cells: Cell[] = [];
    let ended = false;
    while (!ended) {
      const cell = text[at] === '"' ? quoted(text, at) : plain(text, { at, separator });
      if (!cell) return refused("list-quote", "file", { row: number });
      cells.push({ text: cell.text.slice(0, longestCell).trim(), kind: "text" });
      line += cell.breaks;
      at = cell.end;
      ended = text[at] !== separator;
      at += 1;
    }
    // Behind a quoted cell anything may stand: what is no end of a line belongs to nothing.
    if (at <= text.length && !"\r\n".includes(text[at - 1] ?? "\n"))
      return refused("list-quote", "file", { row: number });
    if (text[at - 1] === "\r" && text[at] === "\n") at += 1;
    line += 1;
    if (cells.every((each) => each.text === "")) continue;
    count += 1;
    if (rows.length <= mostRows) rows.push({ number, cells });
  }
  return rows.length === 0 ? refused("list-empty", "file") : ok({ rows, count: count - 1, epoch: 1900 });
}

type Read = { text: string; end: number; breaks: number };

function plain(text: string, { at, separator }: { at: number; separator: string }): Read {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { text: text.slice(at, end), end, breaks: 0 };
}

/** Two quotation marks stand for one. */
function quoted(text: string, start: number): Read | null {
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return null;
    parts.push(text.slice(at, end));
    at = end + 1;
    if (text[at] !== '"') break;
    parts.push('"');
    at += 1;
  }
  const whole = parts.join("");
  return { text: whole, end: at, breaks: whole.split("\n").length - 1 };
}
