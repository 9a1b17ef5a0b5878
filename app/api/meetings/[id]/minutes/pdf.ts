import { readFileSync } from "node:fs";
import path from "node:path";
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

/** The screens' own font: it has the Danish letters, and is put into the file. */
const fontFile = (weight: string) => readFileSync(path.join(process.cwd(), "app", "fonts", `plex-sans-${weight}.woff`));
const fonts: { regular?: Buffer; semibold?: Buffer } = {};

/** Points of 1/72 inch. Twenty cases fit on two pages. */
const margin = 42;
const small = 8.5;
const plain = 9.5;

/** Its types are two versions behind, and do not know this one. */
const accessible = { subset: "PDF/UA" } as object;

type Column<Row> = { head: string; width: number; cell: (row: Row) => string };

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
  doc.registerFont("regular", (fonts.regular ??= fontFile("regular")));
  doc.registerFont("semibold", (fonts.semibold ??= fontFile("semibold")));

  const root = doc.struct("Document");
  doc.addStructure(root);
  const say = (type: "H1" | "H2" | "P", text: string, { size = plain, bold = false, gap = 3 } = {}) => {
    const write = () =>
      doc
        .font(bold ? "semibold" : "regular")
        .fontSize(size)
        .text(text, margin, doc.y, { paragraphGap: gap });
    root.add(doc.struct(type, {}, write));
  };
  const table = <Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]) => {
    say("H2", caption, { size: 11, bold: true, gap: 4 });
    doc.font("regular").fontSize(small);
    const options = {
      structParent: root,
      columnStyles: columns.map(({ width }) => width),
      defaultStyle: { border: { top: 0.5, bottom: 0.5, left: 0, right: 0 }, padding: [2.5, 4, 2.5, 0] },
      data: [
        columns.map(({ head }) => ({
          text: head,
          type: "TH",
          scope: "Column",
          font: { src: "semibold", size: small },
        })),
        ...rows.map((row) => columns.map(({ cell }) => ({ text: cell(row) }))),
      ],
    } as object as PDFKit.Mixins.TableOptionsWithData;
    doc.table(options);
    doc.moveDown(0.8);
  };

  say("H1", title, { size: 16, bold: true, gap: 6 });
  for (const { name, value } of factsOf(minutes, saying)) say("P", `${name}: ${value || "–"}`);
  doc.moveDown(0.5);
  if (minutes.carried.length > 0)
    table(
      words.carried,
      [
        { head: words.what, width: 140, cell: (row) => whatWords(row, locale) },
        { head: words.from, width: 156, cell: (row) => carriedFrom(row, saying) },
        { head: words.owner, width: 163, cell: ({ owner }) => owner?.[locale] ?? "" },
        { head: words.due, width: 52, cell: (row) => dueWords(row, locale) },
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
          width: 88,
          cell: ({ about }) =>
            "title" in about
              ? about.title
              : `${fill(words.case, { number: String(about.number) })} ${about.service[locale]}`,
        },
        { head: words.talked, width: 178, cell: (row) => talkedWords(row, saying) },
        { head: words.decision, width: 100, cell: (row) => decisionWords(row, saying) },
        { head: words.owner, width: 93, cell: ({ decided }) => decided?.owner?.[locale] ?? "" },
        { head: words.due, width: 52, cell: ({ decided }) => dueWords(decided, locale) },
      ],
      minutes.items,
    );
  else say("P", words.none);
  if (minutes.corrections.length > 0) say("H2", words.corrections, { size: 11, bold: true, gap: 4 });
  for (const text of minutes.corrections) say("P", correctionWords(text, saying));
  for (const text of [...closingWords(minutes, saying), words.shred]) say("P", text);
  root.end();
  numberPages(doc);
  doc.end();
  return written;
}

/** "1/2" at the foot of each page: furniture, which is not read aloud. */
function numberPages(doc: PDFKit.PDFDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would else begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc
      .font("regular")
      .fontSize(small)
      .text(`${page + 1}/${count}`, margin, doc.page.height - margin, { lineBreak: false });
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
