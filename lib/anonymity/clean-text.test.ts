import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { cleanText } from "./clean-text.ts";
import { dictionary, keepDictionary } from "./dictionary.ts";
import { guard } from "./guard/guard.ts";
import { sampleLocal } from "./guard/sample-local.ts";

await readDictionary();
const read = dictionary();
afterEach(() => keepDictionary(read));
// The first text makes every pattern ready.
guard("åbner ikke døren", dictionary(), sampleLocal);
const max = 280;

describe("clean text", () => {
  test("is the text without white space around it, with one kind of line break", () => {
    expect(cleanText("  åbner ikke døren\r\nmere\rnu \n", { max })).toEqual({
      ok: true,
      value: "åbner ikke døren\nmere\nnu",
    });
  });

  test("may be empty", () => expect(cleanText(" \n", { max })).toEqual({ ok: true, value: "" }));

  test("is refused with signs that cannot be kept: none of it is lost without a word", () => {
    for (const raw of ["a\u0000b", "a\ud800c"])
      expect(cleanText(raw, { max })).toEqual({ ok: false, code: "unseen-sign" });
  });

  test("has nothing in it that nobody sees", () => {
    expect(cleanText("åbner \u202eikke\u202c dø\u00adren", { max })).toEqual({ ok: true, value: "åbner ikke døren" });
    expect(cleanText("\u3164\u2800", { max })).toEqual({ ok: true, value: "" });
    expect(cleanText("ring 22\u316433\u316444\u316455", { max })).toMatchObject({ code: "findings" });
  });

  test("is refused with a sign that no font of the product draws, and says which", () => {
    for (const raw of ["čaj → ☕ ✓", "привет"])
      expect(cleanText(raw, { max, notNames: ["čaj", "привет"] })).toEqual({ ok: true, value: raw });
    for (const raw of ["kommer \u0645 i dag", "ring 22 33 44 55 \u0645"])
      expect(cleanText(raw, { max })).toEqual({ ok: false, code: "unknown-sign", details: { sign: "\u0645" } });
  });

  test("is counted in characters, so that a face is one", () => {
    expect(cleanText("😀".repeat(280), { max }).ok).toBe(true);
    expect(cleanText("😀".repeat(281), { max })).toEqual({
      ok: false,
      code: "too-long",
      details: { length: 281, max },
    });
  });

  test("is refused with the place of what was found, in the text as it was given", () => {
    const raw = "  \r\n ring 22 33 44 55 ";
    const refusal = cleanText(raw, { max });
    expect(refusal).toEqual({
      ok: false,
      code: "findings",
      details: { findings: [{ start: 10, end: 21, kind: "phone" }] },
    });
    expect(raw.slice(10, 21)).toBe("22 33 44 55");
  });

  test("has nothing to find in it any more", { timeout: 60_000 }, () => {
    const typed = fc.array(
      fc.constantFrom(
        "22",
        "33",
        "6101",
        "90",
        "1234",
        "-",
        " ",
        "\n",
        "\r\n",
        "\v",
        "\u0000",
        "\u0085",
        "\u200b",
        "\ud800",
        "gade ",
        "f. ",
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const clean = cleanText(parts.join(""), { max });
        return !clean.ok || guard(clean.value, dictionary(), sampleLocal).length === 0;
      }),
      { numRuns: 1000 },
    );
  });
});

describe("when the guard breaks", () => {
  test("every text is refused, and the refusal carries none of it", () => {
    const breaks = (word: string) => {
      throw new Error(`cannot read ${word}`);
    };
    keepDictionary({ spells: breaks, lists: breaks, capitalises: breaks });
    expect(cleanText("hemmeligt", { max })).toEqual({ ok: false, code: "guard-unavailable" });
    expect(cleanText("ringer i morgen", { max })).toEqual({ ok: false, code: "guard-unavailable" });
  });
});

test("no refusal carries any of the text", () => {
  const refusals = [cleanText("ring 22334455", { max }), cleanText("langtord ".repeat(40), { max })];
  expect(JSON.stringify(refusals)).not.toMatch(/ring|2233|langtord/);
});
