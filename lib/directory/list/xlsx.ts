import { ok, type Result, refused } from "#lib/result.ts";
import { longestCell, mostRows } from "./limits.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";
import { Locked, TooMuch, unpack } from "./unpack.ts";
import { BrokenXml, pieces } from "./xml.ts";

/** What the longest list unpacks to is a small part of this. In bytes. */
const largestUnpacked = 4_000_000;
/** A list has five columns; what stands further out belongs to something else. */
const mostColumns = 50;

/** The parts that say what a list says. */
const ours = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/**
 * The first sheet of a workbook. Only its own parts are unpacked, and no more of them than a list can need, whatever they say
 * of their length. Refuses "list-locked", "list-packed" (it would unpack to more), "list-no-sheet" (an archive of another
 * kind), "list-broken" and "list-empty".
 */
export function readXlsx(bytes: Uint8Array): Result<Sheet> {
  if (((bytes[6] ?? 0) & 1) === 1) return refused("list-locked", "file");
  try {
    const parts = unpack(bytes, { wanted: ours, most: largestUnpacked });
    const read = (name: string) => {
      const part = parts.get(name);
      return part ? new TextDecoder("utf-8", { fatal: true }).decode(part) : null;
    };
    const workbook = read("xl/workbook.xml");
    if (workbook === null) return refused("list-no-sheet", "file");
    const { sheet, epoch } = firstSheet(workbook, read("xl/_rels/workbook.xml.rels") ?? "");
    const xml = read(sheet);
    if (xml === null) return refused("list-broken", "file");
    const { rows, count } = rowsOf(xml, sharedOf(read("xl/sharedStrings.xml") ?? ""));
    return rows.length === 0 ? refused("list-empty", "file") : ok({ rows, count: count - 1, epoch });
  } catch (error) {
    if (error instanceof Locked) return refused("list-locked", "file");
    return refused(error instanceof TooMuch ? "list-packed" : "list-broken", "file");
  }
}

/** Which part holds the first sheet, and from which year its days are counted. */
function firstSheet(workbook: string, relations: string): { sheet: string; epoch: 1900 | 1904 } {
  let first: string | undefined;
  let epoch: 1900 | 1904 = 1900;
  for (const piece of pieces(workbook)) {
    if (piece.is !== "begin") continue;
    if (piece.name === "workbookPr" && /^(?:1|true)$/.test(piece.attributes["date1904"] ?? "")) epoch = 1904;
    if (piece.name === "sheet") first ??= piece.attributes["id"] ?? "";
  }
  for (const piece of pieces(relations)) {
    if (piece.is !== "begin" || piece.name !== "Relationship" || piece.attributes["Id"] !== first) continue;
    const target = piece.attributes["Target"] ?? "";
    return { sheet: target.startsWith("/") ? target.slice(1) : `xl/${target}`, epoch };
  }
  return { sheet: "xl/worksheets/sheet1.xml", epoch };
}

/** Texts stand once for all cells, in pieces where they are drawn differently; how a word is spoken is no part of it. */
function sharedOf(xml: string): string[] {
  const texts: string[] = [];
  let parts: string[] = [];
  let reads = false;
  let spoken = false;
  for (const piece of pieces(xml)) {
    if (piece.is === "text") {
      if (reads && !spoken) parts.push(piece.text);
    } else if (piece.name === "rPh") spoken = piece.is === "begin" && !piece.closed;
    else if (piece.name === "t") reads = piece.is === "begin" && !piece.closed;
    else if (piece.name === "si") {
      if (piece.is === "end" || piece.closed) texts.push(parts.join("").slice(0, longestCell));
      parts = [];
    }
  }
  return texts;
}

type Open = { column: number; type: string; formula: boolean; parts: string[] };

function rowsOf(xml: string, shared: readonly string[]): { rows: SheetRow[]; count: number } {
  const rows: SheetRow[] = [];
  let count = 0;
  let number = 0;
  let cells: Cell[] = [];
  let open: Open | null = null;
  let reads = false;
  for (const piece of pieces(xml)) {
    if (piece.is === "text") {
      if (open && reads) open.parts.push(piece.text);
      continue;
    }
    const begins = piece.is === "begin";
    const ends = piece.is === "end" || piece.closed;
    if (piece.name === "row") {
      if (begins) {
        const told = piece.attributes["r"] ?? "";
        number = /^[1-9]\d{0,6}$/.test(told) ? Number(told) : number + 1;
        cells = [];
      }
      if (!ends || cells.every((cell) => !cell || cell.text === "")) continue;
      count += 1;
      if (rows.length <= mostRows) rows.push({ number, cells: Array.from(cells, (cell) => cell ?? nothing) });
      cells = [];
    } else if (piece.name === "c") {
      if (begins) {
        const column = columnOf(piece.attributes["r"] ?? "") ?? cells.length;
        open = { column, type: piece.attributes["t"] ?? "n", formula: false, parts: [] };
      }
      if (!ends || !open) continue;
      if (open.column < mostColumns) cells[open.column] = cellOf(open, shared);
      open = null;
    } else if (piece.name === "f" && begins && open) open.formula = true;
    else if (piece.name === "v" || piece.name === "t") reads = !ends;
  }
  return { rows, count };
}

const nothing: Cell = { text: "", kind: "text" };

/** "B7" stands in the second column. */
function columnOf(place: string): number | null {
  const [letters] = /^[A-Z]{1,3}(?=\d)/.exec(place) ?? [];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf({ type, formula, parts }: Open, shared: readonly string[]): Cell {
  const value = parts.join("").slice(0, longestCell).trim();
  if (type === "s" && value !== "" && shared[Number(value)] === undefined) throw new BrokenXml();
  const text = type === "s" ? (shared[Number(value)] ?? "").trim() : value;
  if (formula || type === "e") return { text: text || "=", kind: "formula" };
  return { text, kind: type === "n" ? "number" : "text" };
}
