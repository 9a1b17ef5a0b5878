import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakLines, columnWidths } from "./break-lines.ts";

/** Every letter is one wide. */
const measure = (text: string) => [...text].length;
const lines = (text: string, width: number) => breakLines(text, { width, measure });

describe("lines", () => {
  test.each([
    ["den 9. december 2026 kl. 9.30", 20, ["den\u00a09.\u00a0december\u00a02026", "kl.\u00a09.30"]],
    ["Mødes tors.\u00a026.\u00a0nov. igen", 14, ["Mødes", "tors.\u00a026.\u00a0nov.", "igen"]],
    ["Koden er 7K4F-2H9M her", 12, ["Koden er", "7K4F-2H9M", "her"]],
    ["Wednesday 25 November 2026", 13, ["Wednesday 25", "November 2026"]],
    ["et\n\nto tre", 20, ["et", "", "to tre"]],
  ])("%j of %i end between words", (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test.each([
    ["Støttekontaktpersoner", 12, ["Støttekon-", "taktpersoner"]],
    ["boligydelse", 7, ["boligy-", "delse"]],
    ["https://brobyg.example/moeder", 12, ["https://", "brobyg.", "example/", "moeder"]],
    ["12345678", 5, ["12345", "678"]],
    ["kr", 1, ["k", "r"]],
  ])("a word that no line holds is parted cleanly: %s", (word, width, expected) =>
    expect(lines(word, width)).toEqual(expected),
  );

  test("lose no letter and are no wider than they may be", () => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from("abeiørst .-/19\n\u00a0")) });
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 30 }), (text, width) => {
        const found = lines(text, width);
        const letters = (each: string) => each.replaceAll(/[\s-]/g, "");
        expect(letters(found.join(""))).toBe(letters(text));
        for (const line of found) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("columns", () => {
  const column = fc.record({ least: fc.nat(300), most: fc.nat(2_000) });
  test("are together as wide as the paper, whatever stands in them", () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const widths = columnWidths(columns, 500);
        expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(500, 6);
      }),
    );
  });
  test("hold their longest word while there is room", () => {
    const widths = columnWidths(
      [
        { least: 90, most: 900 },
        { least: 50, most: 50 },
        { least: 110, most: 400 },
      ],
      500,
    );
    expect(widths[0]).toBeGreaterThanOrEqual(90);
    expect(widths[1]).toBeGreaterThanOrEqual(50);
    expect(widths[2]).toBeGreaterThanOrEqual(110);
  });
});

test("a word without an end is measured a few times a letter", () => {
  let asked = 0;
  const counted = (text: string) => {
    asked += text.length;
    return text.length;
  };
  breakLines("👍a".repeat(140), { width: 20, measure: counted });
  expect(asked).toBeLessThan(20_000);
});
