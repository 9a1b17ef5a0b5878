import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeCount, codeOf, codesNear, digits, letters, parseCode, showCode } from "./code.ts";

const number = fc.nat(codeCount - 1);
const sign = (signs: string) => fc.nat(signs.length - 1).map((at) => signs.charAt(at));
/** The one mistake that the check letter cannot find: seven letters tell no more than seven digits apart. */
const twoForNine = (a: string, b: string) => a !== b && "29".includes(a) && "29".includes(b);
const replaced = (code: string, place: number, by: string) => code.slice(0, place) + by + code.slice(place + 1);
const alphabet = (place: number) => (place % 2 === 0 ? digits : letters);

describe("a code", () => {
  test("is digit and letter by turns, in two halves", () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(showCode(codeOf(n))).toMatch(/^([2-9][AFHKMRX]){2}-([2-9][AFHKMRX]){2}$/);
      }),
    );
  });

  test("is another for every number", () => {
    expect(codeCount).toBe(8 ** 4 * 7 ** 3);
    const first = Array.from({ length: 20_000 }, (_, n) => codeOf(n * 70));
    expect(new Set(first).size).toBe(20_000);
    expect(codeOf(codeCount - 1)).toBe(`9X9X9X9${codeOf(codeCount - 1).slice(7)}`);
  });

  test("has no sign that sounds or looks like another", () => {
    expect(digits + letters).not.toMatch(/[01OIBDPETGCVSNQUJYWZ]/);
  });

  test("is the one that the screens show as an example", () => {
    expect(parseCode("7K4F-2H9M")).toBe("7K4F2H9M");
  });

  test("is read as people type it", () => {
    const code = codeOf(123_456);
    for (const typed of [code, showCode(code), showCode(code).toLowerCase(), ` ${code.slice(0, 4)} ${code.slice(4)} `])
      expect(parseCode(typed)).toBe(code);
    for (const dash of ["–", "—", "‐", "‑", "−", " – "])
      expect(parseCode(`${code.slice(0, 4)}${dash}${code.slice(4)}`)).toBe(code);
    for (const typed of ["", "7K4F", `${code}2A`, code.slice(1), "7K4F-2H9", "010180-1234"])
      expect(parseCode(typed)).toBeNull();
  });
});

describe("the check letter", () => {
  test("finds every wrong letter", () => {
    fc.assert(
      fc.property(number, fc.constantFrom(1, 3, 5, 7), sign(letters), (n, place, letter) => {
        const code = codeOf(n);
        expect(parseCode(replaced(code, place, letter))).toBe(letter === code[place] ? code : null);
      }),
      { numRuns: 2_000 },
    );
  });

  test("finds every wrong digit but 2 for 9, which nobody mishears", () => {
    fc.assert(
      fc.property(number, fc.constantFrom(0, 2, 4, 6), sign(digits), (n, place, digit) => {
        const code = codeOf(n);
        const wrong = replaced(code, place, digit);
        const passes = digit === code[place] || twoForNine(digit, code.charAt(place));
        expect(parseCode(wrong)).toBe(passes ? wrong : null);
      }),
      { numRuns: 2_000 },
    );
  });

  const pairs = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((a) => [2, 4, 6].map((more) => [a, a + more]));

  test.each(pairs.filter(([, b = 0]) => b < 8))("finds it when places %i and %i were exchanged", (a = 0, b = 0) => {
    fc.assert(
      fc.property(number, (n) => {
        const code = codeOf(n);
        const wrong = replaced(replaced(code, a, code.charAt(b)), b, code.charAt(a));
        const passes = code[a] === code[b] || twoForNine(code.charAt(a), code.charAt(b));
        expect(parseCode(wrong)).toBe(passes ? wrong : null);
      }),
    );
  });

  test("passes one made-up code in seven, no more", () => {
    const signs = fc.tuple(...Array.from({ length: 8 }, (_, place) => sign(alphabet(place))));
    const made = fc.sample(signs, 7_000).map((each) => each.join(""));
    const passing = made.filter((code) => parseCode(code)).length / made.length;
    expect(passing).toBeGreaterThan(0.11);
    expect(passing).toBeLessThan(0.18);
  });
});

describe("a code with one wrong sign", () => {
  const place = fc.nat(7);
  const mistakes: [what: string, make: (code: string, at: number) => string][] = [
    ["wrong, even one that no code has", (code, at) => replaced(code, at, "Q")],
    ["another digit or letter", (code, at) => replaced(code, at, alphabet(at).charAt(code.charCodeAt(at) % 7))],
    ["a 2 for a 9", (code, at) => replaced(code, at, code.charAt(at) === "9" ? "2" : code.charAt(at))],
    ["left out", (code, at) => code.slice(0, at) + code.slice(at + 1)],
    ["one too many", (code, at) => `${code.slice(0, at)}A${code.slice(at)}`],
    [
      "exchanged with the next",
      (code, at) => code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2),
    ],
  ];
  test.each(mistakes)("is found: %s", (_what, make) => {
    fc.assert(
      fc.property(number, place, (n, at) => {
        const near = codesNear(showCode(make(codeOf(n), at)).toLowerCase());
        expect(near).toContain(codeOf(n));
        expect(near.length).toBeLessThan(30);
      }),
      { numRuns: 300 },
    );
  });

  test("that makes another code of it is found with what it may have been", () => {
    expect(codesNear("7k4f 2h9m")).toEqual(["7K4F2H9M", "7K4F9H9M", "7K4F2H2M"]);
  });

  test("is itself when it is right, and nothing when it is no code at all", () => {
    expect(codesNear("7k4f 3h8r")).toEqual(["7K4F3H8R"]);
    for (const typed of ["", "7K4F", "hansen", "010180-1234", "9".repeat(200)]) expect(codesNear(typed)).toEqual([]);
  });
});
