import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a number plate is found", () => {
  test.each<[string, ...string[]]>([
    ["bilen AB 12 345 holder", "AB 12 345"],
    ["nummerplade ab12345", "ab12345"],
    ["CX 98765", "CX 98765"],
    ["ez-11-222", "ez-11-222"],
    ["BX12.345 er hans", "BX12.345"],
    ["knallert AB 1234 larmer", "AB 1234"],
    ["svensk bil ABC 123", "ABC 123"],
    ["nummerpladen er AF 21 345", "AF 21 345"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `plate ${word}`)));
});

describe("no number plate is seen in", () => {
  test.each([
    "kr 12345 i alt",
    "ca 15000 i gæld",
    "på 12500 er der 3000 tilbage",
    "skylder nu 12 500",
    "nr 12345 kr",
    "bil fra 2004",
    "bus 5C og 350S",
    "BEK 904",
    "AB 12.345 kr",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
