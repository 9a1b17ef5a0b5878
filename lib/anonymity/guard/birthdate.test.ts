import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a date of birth is found", () => {
  test.each<[string, ...string[]]>([
    ["12.03.1987 bor alene", "12.03.1987"],
    ["12/3-87", "12/3-87"],
    ["1987-03-12", "1987-03-12"],
    ["12. marts 1987", "12. marts 1987"],
    ["12 maj 90", "12 maj 90"],
    ["March 12, 1987", "March 12, 1987"],
    ["f. 87 bor alene", "f. 87"],
    ["født uge 14 1987", "født uge 14 1987"],
    ["født påskedag 1990", "født påskedag 1990"],
    ["fødselsdag i pinsen, årgang 84", "fødselsdag i pinsen, årgang 84"],
    ["kom til verden sankthans 2001", "kom til verden sankthans 2001"],
    ["født den første søndag i maj 1980", "født den første søndag i maj 1980"],
    ["f.1956", "f.1956"],
    ["f 12/5 1970", "f 12/5 1970"],
    ["født 12. marts", "født 12. marts"],
    ["født i 1949", "født i 1949"],
    ["født i Irak i 1962", "født i Irak i 1962"],
    ["født 04.04.2016", "født 04.04.2016"],
    ["Født den fjerde juli 1966", "Født den fjerde juli 1966"],
    ["fødselsdag 24/8", "fødselsdag 24/8"],
    ["fødselsdato 010160", "fødselsdato 010160"],
    ["årgang 1956", "årgang 1956"],
    ["årg. 52", "årg. 52"],
    ["fylder 25 d. 3/12", "fylder 25 d. 3/12"],
    ["kvinde (1958) ses ikke", "kvinde (1958"],
    ["dreng fra 2013", "dreng fra 2013"],
    ["15.06.83 oplyst", "15.06.83"],
    ["12.11.04", "12.11.04"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `birthdate ${word}`)));
});

describe("no date of birth is seen in", () => {
  test.each([
    "fogedret 12.11.2026 kl. 10.30",
    "frist 3. december",
    "brev af 28/10-26",
    "påkrav dateret 3. november 2026",
    "afslag af 12-10-2026",
    "lbk 928 af 4/9/2019",
    "har boet her siden 01.08.1997",
    "lejekontrakt fra 1. maj 2009",
    "indflyttet 15.6.2001",
    "f.eks. 87 breve",
    "født og opvokset her",
    "født for tidligt uge 32",
    "født i 1960'erne",
    "fylder 65 i april",
    "70-årig mand i 40'erne",
    "restance 120387 kr",
    "KLE 27.12.04",
    "møde 12/11 13/11",
    "søn 12/11 til psykiater",
    "barn 1/2 år",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
