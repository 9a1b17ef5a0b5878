import { columnWidths } from "#lib/paper/break-lines.ts";
import { lineHeight, type Style, type Typesetter } from "./pdf-text.ts";

/** Points of 1/72 inch. */
const padding = 2.5;
const gap = 8;

type Place = {
  doc: PDFKit.PDFDocument;
  type: Typesetter;
  parent: PDFKit.PDFStructureElement;
  left: number;
  width: number;
  size: number;
};
type Row = { lines: string[][]; height: number };

/**
 * A table with its heads, marked as such. Columns are as wide as what stands in them asks for; a row begins on a new page
 * rather than be parted, and there the heads are said again.
 */
export function drawTable(place: Place, heads: readonly string[], cells: readonly (readonly string[])[]): void {
  const { doc, type, parent, left, width, size } = place;
  const plain: Style = { size };
  const bold: Style = { size, bold: true };
  const inner = width - gap * (heads.length - 1);
  const widths = columnWidths(
    heads.map((head, at) => {
      const texts = cells.map((row) => row[at] ?? "");
      return {
        least: Math.max(type.widest(head, bold), ...texts.map((text) => type.widest(text, plain))),
        most: texts.reduce((sum, text) => sum + type.measure(text, plain), 0) / Math.max(1, texts.length),
      };
    }),
    inner,
  );
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, each) => sum + each + gap, 0));
  const rowOf = (texts: readonly string[], style: Style): Row => {
    const lines = texts.map((text, at) => type.lines(text, { ...style, width: (widths[at] ?? 0) + 0.01 }));
    return { lines, height: Math.max(...lines.map(({ length }) => length)) * lineHeight(style) + 2 * padding };
  };
  const rule = (y: number) => {
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .stroke();
    doc.endMarkedContent();
  };
  const drawCell = (lines: readonly string[], style: Style, at: number, top: number) => {
    for (const [n, line] of lines.entries())
      type.draw(line, { ...style, x: starts[at] ?? left, y: top + padding + n * lineHeight(style) });
  };
  const table = doc.struct("Table");
  parent.add(table);
  const put = ({ lines, height }: Row, style: Style, cell: "TH" | "TD") => {
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    for (const [at, each] of lines.entries()) {
      const options = cell === "TH" ? ({ scope: "Column" } as object) : {};
      row.add(doc.struct(cell, options, () => drawCell(each, style, at, top)));
    }
    row.end();
    doc.y = top + height;
    rule(doc.y);
  };

  const head = rowOf(heads, bold);
  const rows = cells.map((texts) => rowOf(texts, plain));
  const bottom = doc.page.height - doc.page.margins.bottom;
  if (doc.y + head.height + (rows[0]?.height ?? 0) > bottom) doc.addPage();
  rule(doc.y);
  put(head, bold, "TH");
  for (const row of rows) {
    if (doc.y + row.height > bottom) {
      doc.addPage();
      // Said once to whoever has it read aloud.
      const top = doc.y;
      rule(top);
      doc.markContent("Artifact", { type: "Pagination" });
      for (const [at, lines] of head.lines.entries()) drawCell(lines, bold, at, top);
      doc.endMarkedContent();
      doc.y = top + head.height;
      rule(doc.y);
    }
    put(row, plain, "TD");
  }
  table.end();
}
