import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("an account is found", () => {
  test.each<[string, ...string[]]>([
    ["konto 1234 0001234567 skal ændres", "konto 1234 0001234567"],
    ["5301-0123456789", "5301-0123456789"],
    ["2191 4455667", "2191 4455667"],
    ["reg nr 9570 konto 12345678", "reg nr 9570", "konto 12345678"],
    ["1551.12345678", "1551.12345678"],
    ["IBAN DK50 0040 0440 1162 43", "DK50 0040 0440 1162 43"],
    ["dk5000400440116243", "dk5000400440116243"],
    ["DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"],
    ["4571 1234 5678 9012 spærret", "4571 1234 5678 9012"],
    ["4571-1234-5678-9012", "4571-1234-5678-9012"],
    ["4571123456789012", "4571123456789012"],
    ["kortet slutter på 9012", "9012"],
    ["kundenr 123456789", "123456789"],
    ["mobilepay boks 12345", "12345"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `account ${word}`)));
});

describe("no account is seen in", () => {
  test.each([
    "kontoen er lukket",
    "konto i minus 4.500",
    "på konto 500 kr",
    "reg afgift 12.000 kr",
    "årsopgørelse 2024/2025",
    "3.200 kr. 14.500 kr. 1.250.000 kr.",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
