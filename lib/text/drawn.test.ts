import { readFileSync } from "node:fs";
import fc from "fast-check";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { runsOf, undrawn } from "./drawn.ts";
import { tidy } from "./tidy.ts";

type FontFile = { characterSet: number[]; hasGlyphForCodePoint: (point: number) => boolean };

/** What a font has for a sign: 0 is its empty box. */
const fontIn = (file: string) => {
  const doc = new PDFDocument();
  doc.font(readFileSync(`app/fonts/${file}.woff`));
  return (doc as unknown as { _font: { font: FontFile } })._font.font;
};
const files = {
  plex: [fontIn("plex-sans-regular"), fontIn("plex-sans-semibold")],
  symbols: [fontIn("noto-symbols")],
  emoji: [fontIn("noto-emoji")],
};
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u;
const has = (font: keyof typeof files, sign: string) =>
  unseen.test(sign) || files[font].every((file) => file.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

/** What is taken is in a font; what is in a font is taken. Beyond the second plane the fonts have flags alone. */
function agrees(typed: string): boolean {
  const tidied = tidy(typed);
  if (!tidied.ok) return true;
  const runs = runsOf(tidied.value);
  const missing = runs.some(({ font, text }) => font === null || [...text].some((each) => !has(font, each)));
  return missing === (undrawn(tidied.value) !== null);
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => String.fromCodePoint(from + at));

test("every sign that a text may have is in a font, in each of its weights; every other is refused", () => {
  const signs = [...range(0x20, 0x20000), ...range(0xe0000, 0xe0200)];
  expect(signs.filter((sign) => !agrees(sign))).toEqual([]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), agrees));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), agrees));
});

test("no sign that a font has is refused", () => {
  const had = Object.values(files).flatMap(([file]) => file?.characterSet ?? []);
  const refused = had
    .map((point) => tidy(String.fromCodePoint(point)))
    .filter((kept) => kept.ok && /[^\p{Co}\p{Cn}\ufffc\ufffd]/u.test(kept.value) && undrawn(kept.value) !== null);
  expect(refused).toEqual([]);
});

test("a sign that stands for letters or digits is drawn as what it stands for", () => {
  const drawn = (text: string) =>
    runsOf(text)
      .map((run) => run.text)
      .join("");
  expect(drawn("5 ℃, punkt ① i kap. Ⅷ, 12 ㎡")).toBe("5 °C, punkt 1 i kap. VIII, 12 m2");
  for (const text of ["℃", "①②③", "Ⅷ", "⒈", "㎡", "Ⓐ"]) expect([text, undrawn(text)]).toEqual([text, null]);
  for (const text of ["㋿", "سلام", "𝐌"]) expect([text, undrawn(text)]).not.toEqual([text, null]);
});

describe("texts", () => {
  test.each([
    "Åbner ikke døren – ringer “tirsdag” kl. 9.30, § 12 a, 25 % à 3½ m²",
    "Łódź, Şişli, čaj, Đặng, e\u0301, Ελλάδα, Привет, Україна",
    "→ ↔ ↔\ufe0f ☕ ☕\ufe0f ✓ ✔ ● ○ ■ ☐ ☑ ★ ⇨ ≠ ≥ € 1\ufe0f\u20e3 #\ufe0f\u20e3",
    "👩\u200d👧 👍🏽 🇩🇰 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤\ufe0f 🥹",
    "a\tb\nc\u3000d\u2009e\u202ff",
    "",
  ])("%s can be drawn", (text) => expect(undrawn(text)).toBeNull());

  test.each([
    ["kommer محمد i dag", "م"],
    ["你好", "你"],
    ["שלום", "ש"],
    ["हाँ", "ह"],
    ["Word\uf0b7", "U+F0B7"],
    ["\uffff", "U+FFFF"],
    ["\u{1fffe}", "U+1FFFE"],
    ["ø\u20e3", "U+20E3"],
  ])("%s is refused, and the sign named", (text, sign) => expect(undrawn(text)).toBe(sign));

  test("are parted where the font changes and nowhere else, and lose nothing", () => {
    expect(runsOf("Kaffe ☕ → te")).toEqual([
      { font: "plex", text: "Kaffe " },
      { font: "emoji", text: "☕" },
      { font: "plex", text: " → te" },
    ]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = text.normalize("NFC").replace(/[^\S\n\u00a0]/gu, " ");
        expect(
          runsOf(text)
            .map((run) => run.text)
            .join("")
            .normalize("NFKC"),
        ).toBe(shown.normalize("NFKC"));
      }),
    );
  });

  test("of 280 characters take no time, whatever they are", () => {
    const from = performance.now();
    for (let n = 0; n < 20; n += 1) undrawn(`${"👩\u200d👧".repeat(90)}م`);
    expect((performance.now() - from) / 20).toBeLessThan(20);
  });
});
