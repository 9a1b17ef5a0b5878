import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

// Days over 60 are replacement numbers, 31 February and 30 February are nobody's birthday.
describe("a CPR number is found", () => {
  test.each([
    ["beboer 610190-1234 vil søge", "610190-1234"],
    ["har cpr 6101901234", "6101901234"],
    ["hun oplyser 720387 4321", "720387 4321"],
    ["31.02.87-1111 restance", "31.02.87-1111"],
    ["61 01 90 1234 står i brevet", "61 01 90 1234"],
    ["61-01-90-1234", "61-01-90-1234"],
    ["61-01-1990-1234 i telefonen", "61-01-1990-1234"],
    ["651156 - 2222", "651156 - 2222"],
    ["710388–3210", "710388–3210"],
    ["750963.1515 og 641050/1616", "750963.1515", "641050/1616"],
    ["sender lige\n680271\n1919", "680271\n1919"],
    ["O101 9O 1234", "O101 9O 1234"],
    ["３１０２８８－１２３４", "３１０２８８－１２３４"],
    ["67\u200b02\u200b71-1\u200b212", "67\u200b02\u200b71-1\u200b212"],
    ["620195\u00a01234", "620195\u00a01234"],
    ["٦١٠١٩٠-١٢٣٤", "٦١٠١٩٠-١٢٣٤"],
    ["enogtres nul et halvfems tolv fireogtredive", "enogtres nul et halvfems tolv fireogtredive"],
    ["310275-xxxx og 620195****", "310275-xxxx", "620195****"],
    ["630644-2K41 fra hospitalet", "630644-2K41"],
    ["cpr 6101", "6101"],
    ["de sidste 4 i cpr er 1234", "1234"],
    ["cpr kendes, det starter med 240381", "240381"],
    ["132026-1234 er en slåfejl", "132026-1234"],
    ["61 02 1943 3333 fuldt navn kendes", "61 02 1943 3333"],
    ["620390 og så 1234", "620390 og så 1234"],
    // Its parts told apart from each other.
    ["de fire sidste er 1234", "1234"],
    ["løbenummer 1234", "1234"],
    ["kontrolcifre 1234", "1234"],
    ["endetal nul ni to en", "nul ni to en"],
    ["cpr starter 6203 og slutter på 1234", "6203", "1234"],
    ["1234 i hendes cpr", "1234"],
    ["620390 + 3321", "620390 + 3321"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `cpr ${word}`)));

  test("also where mod 11 does not hold: 1 January 1965 is given to many refugees", () => {
    expect(marked("hun har 010165-0000")).toEqual(["cpr 010165-0000"]);
  });
});

describe("no CPR number is seen in", () => {
  test.each([
    "fogedret 12.11.2026 kl. 10.30",
    "frist 12.11.2026 8450 kr mangler",
    "tirs 10-12 14-16 18-20",
    "12/11 13/11 og 14/11 kl 8",
    "mangler cpr, kommer senere",
    "husleje 7400 el 600 mad 2500",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
