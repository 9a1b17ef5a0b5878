import { readFileSync } from "node:fs";
import path from "node:path";
import { breakLines, stretchesOf } from "#lib/paper/break-lines.ts";
import { type Font, runsOf } from "#lib/text/drawn.ts";
import { unpackFont } from "./unpack-font.ts";

/** The product's own fonts, which are put into the file as far as it uses them. Read when the first file needs one. */
const files = {
  regular: "plex-sans-regular",
  semibold: "plex-sans-semibold",
  symbols: "noto-symbols",
  emoji: "noto-emoji",
};
type FontFile = keyof typeof files;
const read: Partial<Record<FontFile, Buffer>> = {};
const fontFile = (name: FontFile): Buffer =>
  (read[name] ??= unpackFont(readFileSync(path.join(process.cwd(), "app", "fonts", `${files[name]}.woff`))));

/** In points of 1/72 inch. */
export type Style = { size: number; bold?: boolean };

/** From one line to the next, by the size of its letters. */
const leading = 1.3;
export const lineHeight = ({ size }: Style): number => size * leading;

const fileOf = (font: Font | null, bold: boolean | undefined): FontFile => {
  if (font === "symbols" || font === "emoji") return font;
  return bold ? "semibold" : "regular";
};

/** Measures and draws texts in which more than one font may be needed. */
export function typesetter(doc: PDFKit.PDFDocument) {
  const registered = new Set<FontFile>();
  const inFont = (name: FontFile, size: number) => {
    if (!registered.has(name)) doc.registerFont(name, fontFile(name));
    registered.add(name);
    return doc.font(name).fontSize(size);
  };
  /** What no font has can only stand in minutes from before it was refused: U+FFFD says that something is missing. */
  const pieces = (text: string, { bold }: Style) =>
    runsOf(text).map((run) => ({
      file: fileOf(run.font, bold),
      text: run.font === null ? "\ufffd" : shown(run.text, run.font),
    }));
  const measured = new Map<string, number>();
  const drawn = (text: string, style: Style): number =>
    pieces(text, style).reduce((width, piece) => width + inFont(piece.file, style.size).widthOfString(piece.text), 0);
  /** The words of minutes come again and again. */
  const measure = (text: string, style: Style): number => {
    const key = `${style.size} ${style.bold === true} ${text}`;
    const known = measured.get(key) ?? drawn(text, style);
    measured.set(key, known);
    return known;
  };
  return {
    measure,
    lines: (text: string, style: Style & { width: number }): string[] =>
      breakLines(text, { width: style.width, measure: (each) => measure(each, style) }),
    /** The widest of what is never parted. */
    widest: (text: string, style: Style): number =>
      Math.max(
        0,
        ...text
          .split("\n")
          .flatMap(stretchesOf)
          .map((each) => measure(each, style)),
      ),
    /** One line, its top at `y`. */
    draw: (text: string, style: Style & { x: number; y: number }): void => {
      let x = style.x;
      const base = style.y + style.size * 1.05;
      for (const piece of pieces(text, style)) {
        inFont(piece.file, style.size).text(piece.text, x, base, { lineBreak: false, baseline: "alphabetic" });
        x += doc.widthOfString(piece.text);
      }
    },
  };
}
export type Typesetter = ReturnType<typeof typesetter>;

/** A variation selector that a font of letters has no glyph for would be a box. */
const shown = (text: string, font: Font): string =>
  font === "emoji" ? text : text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
