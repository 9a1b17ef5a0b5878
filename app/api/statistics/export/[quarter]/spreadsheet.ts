import writeExcelFile from "write-excel-file/node";
import { harmless } from "#lib/export/harmless.ts";
import type { Figure } from "#lib/figures/figures.ts";

/** A text or a number as a spreadsheet holds it: a text is never a formula, whoever wrote it. */
const text = (value: string, bold = false) => ({
  value: harmless(value),
  type: String,
  ...(bold ? { fontWeight: "bold" as const } : {}),
});

/** Names of sheets may be 31 characters long and hold none of a few signs. */
const nameOf = (title: string) => title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);

/**
 * The figures as a spreadsheet, a sheet each: the same numbers, the same words where one is hidden, and the same reasons
 * as on the screen. There is nothing in it that is not there.
 */
export async function toSpreadsheet(figures: readonly Figure[], heading: string): Promise<Buffer> {
  const sheets = figures.map(({ title, about, head, rows, notes }) => ({
    sheet: nameOf(title),
    columns: head.map((_, at) => ({ width: at === 0 ? 34 : 20 })),
    data: [
      [text(`${title} – ${heading}`, true)],
      [text(about)],
      [],
      ...(rows.length > 0 ? [head.map((each) => text(each, true))] : []),
      ...rows.map(({ name, cells, sum }) => [
        text(name, sum),
        ...cells.map((cell) =>
          cell.text === String(cell.number) ? { value: cell.number ?? 0, type: Number } : text(cell.text),
        ),
      ]),
      [],
      ...notes.map((note) => [text(note)]),
    ],
  }));
  return writeExcelFile(sheets).toBuffer();
}
