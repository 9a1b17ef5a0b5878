import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { marked } from "./marked.ts";

describe("any short run of what is no letter may stand between digits", () => {
  const gaps = [
    ..."·•∙●|¦~\\*;=°→¤\"'".split(""),
    "...",
    " – ",
    " · ",
    "😀",
    // What cannot be seen is no letter.
    "\u3164",
    "\u115f",
    "\u1160",
    "\uffa0",
    "\u2800",
    "\u200b",
    "\u034f",
  ];
  test.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))("of a telephone number: %s", (_, gap) => {
    const number = ["22", "33", "44", "55"].join(gap);
    expect(marked(number)).toEqual([`phone ${number}`]);
  });
  test.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))("of a CPR number: %s", (_, gap) => {
    const number = ["01", "01", "90", "1234"].join(gap);
    expect(marked(number)).toEqual([`cpr ${number}`]);
  });
  test.each<[string, ...string[]]>([
    ["2233·4455", "phone 2233·4455"],
    ["ring 31,42,53,64", "phone 31,42,53,64"],
    ["cpr 01,01,90-1234", "cpr 01,01,90-1234"],
    ["født 01,01,1990", "birthdate født 01,01,1990"],
    ["født 01·01·1990", "birthdate født 01·01·1990"],
  ])("%j", (text, ...found) => expect(marked(text)).toEqual(found));
});

test.each([
  "i ugerne 44, 45, 46, 47",
  "4*100=400 kr",
  "8 + 12 + 16 timer",
  "restance 1.200; husleje 5.400",
  "kl. 10-12 · 14-16",
  "20 % af 4.500 kr",
])("what is counted stays so: %j", (text) => expect(marked(text)).toEqual([]));

test.each([
  ["௨௩ ๔๕ ༦༧ ᠘᠙", "23 45 67 89"],
  ["②❸➃⓹ ⑵⒊ 🄃🄄 ⑳", "2345 23 23 20"],
  ["Ⓐⓜ🅘🄽🅰 ⒜", "AmINA a"],
  ["ᴀᴍɪɴᴀ", "AMINA"],
  ["🇦🇲🇮🇳🇦", "AMINA"],
  ["🇩🇰 flag", "🇩🇰 flag"],
])("%j is read as %j", (raw, text) => expect(fold(raw).text).toBe(text));
