import { harmless } from "./harmless.ts";

/**
 * Rows as a file that a spreadsheet opens: semicolons and a mark for UTF-8, as Danish spreadsheets expect it. A cell that
 * a spreadsheet would take for a formula gets an apostrophe before it: it is data, whoever wrote it.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

function cell(text: string): string {
  const safe = harmless(text);
  return /["\s;,']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
