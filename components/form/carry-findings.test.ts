import fc from "fast-check";
import { expect, test } from "vitest";
import { carryFindings, cutAtFindings } from "#components/form/carry-findings.ts";

const TEXT = "Ring til Hassan på 20304050.";
const FINDINGS = [
  { start: 9, end: 15, kind: "name" },
  { start: 19, end: 27, kind: "phone" },
];
const words = (text: string, findings: readonly { start: number; end: number }[]) =>
  findings.map(({ start, end }) => text.slice(start, end));

test("a mark stays on its words when text is written before or after it", () => {
  const before = `Husk: ${TEXT}`;
  expect(words(before, carryFindings(FINDINGS, TEXT, before))).toEqual(["Hassan", "20304050"]);
  const between = TEXT.replace(" på ", " i morgen på ");
  expect(words(between, carryFindings(FINDINGS, TEXT, between))).toEqual(["Hassan", "20304050"]);
});

test("a mark goes when its words change", () => {
  const changed = TEXT.replace("Hassan", "naboen");
  expect(words(changed, carryFindings(FINDINGS, TEXT, changed))).toEqual(["20304050"]);
  expect(carryFindings(FINDINGS, TEXT, "")).toEqual([]);
});

const texts = fc.string({ unit: fc.constantFrom("a", "b", " ") });

test("what stays marked is always the text that was found", () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(20), fc.nat(20), (before, after, start, length) => {
      const end = Math.min(before.length, start + length);
      const carried = start < end ? carryFindings([{ start, end, kind: "name" }], before, after) : [];
      expect(words(after, carried)).toEqual(carried.map(() => before.slice(start, end)));
    }),
  );
});

test("the pieces are the whole text, marked where it was found", () => {
  const pieces = cutAtFindings(TEXT, FINDINGS.toReversed());
  expect(pieces.map(({ text }) => text)).toEqual(["Ring til ", "Hassan", " på ", "20304050", "."]);
  expect(pieces.map(({ kind }) => kind)).toEqual([undefined, "name", undefined, "phone", undefined]);
});

test("no finding, however odd, loses a letter", () => {
  const odd = fc.array(fc.record({ start: fc.integer(), end: fc.integer(), kind: fc.constant("name") }));
  fc.assert(
    fc.property(texts, odd, (text, findings) => {
      const pieces = cutAtFindings(text, findings);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
    }),
  );
});
