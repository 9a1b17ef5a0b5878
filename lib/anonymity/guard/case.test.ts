import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a case number is found", () => {
  test.each<[string, ...string[]]>([
    ["sagsnr. 2026-0012345", "sagsnr. 2026-0012345"],
    ["j.nr. 26/45678", "j.nr. 26/45678"],
    ["jnr 112233", "jnr 112233"],
    ["journalnr 27.48.08-G01-12-26", "journalnr 27.48.08-G01-12-26"],
    ["BS-12345/2026-KBH", "BS-12345/2026-KBH"],
    ["bs 45-1122/2026", "bs 45-1122/2026"],
    ["FS-4567/2026 kl 9", "FS-4567/2026"],
    ["sag 2025-55012 ligger", "sag 2025-55012"],
    ["sags-nr. 123", "sags-nr. 123"],
    ["ref.nr. AB-778812", "ref.nr. AB-778812"],
    ["2013-0226017", "2013-0226017"],
    ["inkassosag nr. 7712345", "inkassosag nr. 7712345"],
    ["pasnr 2101234567", "pasnr 2101234567"],
    ["nr. 445566 hos banken", "445566"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `case ${word}`)));
});

describe("no case number is seen in", () => {
  test.each([
    "sag 3 på mødet",
    "sag 1, 2 og 4",
    "sagen fra 2024",
    "sag 7K4F-2H9M",
    "lov nr. 1703 af 27/12/2024",
    "lov 64/2023",
    "§ 92 stk. 2, nr. 10",
    "bilag 2 side 14",
    "KLE 27.48.08",
    "rykker nr. 2",
    "nr. 12 på venteliste",
    "punkt 4",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
