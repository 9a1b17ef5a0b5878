import { type Result, refused } from "#lib/result.ts";
import { readCsv } from "./csv.ts";
import { largestFile } from "./limits.ts";
import { readXlsx } from "./xlsx.ts";

/** A cell as it stands: a formula is known as one, and is never worked out. A number may be a day of a spreadsheet. */
export type Cell = { text: string; kind: "text" | "number" | "formula" };
/** Rows that say something, each with its number in the file, the headings among them; longer files are cut off. */
export type Sheet = { rows: readonly SheetRow[]; count: number; epoch: 1900 | 1904 };
export type SheetRow = { number: number; cells: readonly Cell[] };

const begins = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);

/**
 * The rows of a file that somebody chose, by what it is and not by its name: a workbook (XLSX), or text with semicolons,
 * commas or tabs as Excel writes it. Refuses, each with its own code, what is none of them.
 */
export function readSheet(bytes: Uint8Array): Result<Sheet> {
  if (bytes.length === 0) return refused("list-empty", "file");
  if (bytes.length > largestFile) return refused("list-too-large", "file");
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return refused("list-pdf", "file");
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused(isLocked(bytes) ? "list-locked" : "list-old", "file");
  if (begins(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  return readCsv(bytes);
}

/** A workbook with a password lies in the container of the old format, under a name of its own. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from("EncryptedPackage", "utf16le"));
