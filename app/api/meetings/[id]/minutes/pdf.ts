import PDFDocument from "pdfkit";
import {
  carriedFrom,
  closingWords,
  correctionWords,
  decisionWords,
  dueWords,
  factsOf,
  type Saying,
  talkedWords,
  titleWords,
  whatWords,
} from "#components/meeting/minutes-words.ts";
import { fill } from "#lib/fill.ts";
import type { KeptMinutes } from "#lib/meeting/minutes.ts";
import { drawTable } from "./pdf-table.ts";
import { lineHeight, type Typesetter, typesetter } from "./pdf-text.ts";

/** Points of 1/72 inch. Twenty cases fit on two pages. */
const margin = 42;
const small = 8.5;
const plain = 9.5;

/** Its types are two versions behind, and do not know this one. */
const accessible = { subset: "PDF/UA" } as object;

type Column<Row> = { head: string; cell: (row: Row) => string };

/**
 * The minutes as they were kept, with their corrections, on A4: black on white, with headings, paragraphs and tables marked as such for whoever has
 * them read aloud.
 */
export async function minutesPdf(minutes: KeptMinutes, saying: Saying): Promise<Buffer> {
  const { words, locale } = saying;
  const title = titleWords(minutes, saying);
  const doc = new PDFDocument({
    ...accessible,
    size: "A4",
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    pdfVersion: "1.7",
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    // Not the moment in which somebody took it out.
    info: { Title: title, Creator: "Brobyg", Producer: "Brobyg", CreationDate: new Date(minutes.onDay) },
  });
  const written = read(doc);
  const type = typesetter(doc);
  const width = doc.page.width - 2 * margin;

  const root = doc.struct("Document");
  doc.addStructure(root);
  const say = (role: "H1" | "H2" | "P", text: string, { size = plain, bold = false, gap = 3, below = 0 } = {}) => {
    const style = { size, bold };
    const bottom = doc.page.height - doc.page.margins.bottom;
    const write = () => {
      for (const [at, line] of type.lines(text, { ...style, width }).entries()) {
        // A heading does not stand alone at the foot of a page.
        if (doc.y + lineHeight(style) + (at === 0 ? below : 0) > bottom) doc.continueOnNewPage();
        const top = doc.y;
        type.draw(line, { ...style, x: margin, y: top });
        doc.y = top + lineHeight(style);
      }
    };
    root.add(doc.struct(role, {}, write));
    doc.y += gap;
  };
  const table = <Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]) => {
    say("H2", caption, { size: 11, bold: true, gap: 4, below: 60 });
    const place = { doc, type, parent: root, left: margin, width, size: small };
    const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
    drawTable(
      place,
      columns.map(({ head }) => head),
      cells,
    );
    doc.y += 8;
  };

  say("H1", title, { size: 16, bold: true, gap: 6 });
  for (const { name, value } of factsOf(minutes, saying)) say("P", `${name}: ${value || "–"}`);
  doc.y += 6;
  if (minutes.carried.length > 0)
    table(
      words.carried,
      [
        { head: words.what, cell: (row) => whatWords(row, locale) },
        { head: words.from, cell: (row) => carriedFrom(row, saying) },
        { head: words.owner, cell: ({ owner }) => owner?.[locale] ?? "" },
        { head: words.due, cell: (row) => dueWords(row, locale) },
      ],
      minutes.carried,
    );
  else if (minutes.number > 1) say("P", words.done);
  if (minutes.items.length > 0)
    table(
      words.table,
      [
        {
          head: words.item,
          cell: ({ about }) =>
            "title" in about
              ? about.title
              : `${fill(words.case, { number: String(about.number) })} ${about.service[locale]}`,
        },
        { head: words.talked, cell: (row) => talkedWords(row, saying) },
        { head: words.decision, cell: (row) => decisionWords(row, saying) },
        { head: words.owner, cell: ({ decided }) => decided?.owner?.[locale] ?? "" },
        { head: words.due, cell: ({ decided }) => dueWords(decided, locale) },
      ],
      minutes.items,
    );
  else say("P", words.none);
  if (minutes.corrections.length > 0) say("H2", words.corrections, { size: 11, bold: true, gap: 4 });
  for (const text of minutes.corrections) say("P", correctionWords(text, saying));
  for (const text of [...closingWords(minutes, saying), words.shred]) say("P", text);
  root.end();
  numberPages(doc, type);
  doc.end();
  return written;
}

/** "1/2" at the foot of each page: furniture, which is not read aloud. */
function numberPages(doc: PDFKit.PDFDocument, type: Typesetter): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would else begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    type.draw(`${page + 1}/${count}`, { size: small, x: margin, y: doc.page.height - margin });
    doc.endMarkedContent();
  }
}

function read(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
}
