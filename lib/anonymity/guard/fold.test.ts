import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold.ts";

test.each([
  ["２２３３", "2233"],
  ["٦١٠١ ۶۱ ६१ ৬১", "6101 61 61 61"],
  ["2️⃣2️⃣", "22"],
  ["𝟐𝟐", "22"],
  ["22\u200b33\u00ad44\u2060", "223344"],
  ["22\u00a033\n44\t55", "22 33 44 55"],
  ["12–3—4−5‑6", "12-3-4-5-6"],
  ["A\u030agade", "Ågade"],
  ["navn＠mail．dk", "navn@mail.dk"],
  ["O1O19O-l234", "010190-1234"],
  ["22 OO 33", "22 00 33"],
  ["Olo bor her", "Olo bor her"],
])("%j is read as %j", (raw, text) => expect(fold(raw).text).toBe(text));

test("every character of the folded text leads back to where it stood, in order", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
      const { text, unfold } = fold(raw);
      const places = Array.from({ length: text.length }, (_, at) => unfold(at, at + 1));
      return places.every(
        ({ start, end }, at) => start < end && end <= raw.length && start >= (places[at - 1]?.start ?? 0),
      );
    }),
  );
});

test("a mark covers the accent that was typed after its letter", () => {
  const raw = "x A\u030agade 3";
  const { text, unfold } = fold(raw);
  const { start, end } = unfold(text.indexOf("Å"), text.indexOf("Å") + 1);
  expect(raw.slice(start, end)).toBe("A\u030a");
});
