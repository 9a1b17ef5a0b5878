import { pattern, piece } from "../pattern.ts";
import { type Token, tokenOf } from "./tokens.ts";

/** Signs that stand for a letter, each with the letters it looks like. */
const LOOKS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "2": "zr",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "gb",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "€": "e",
  "!": "i",
  "|": "l",
};
/** A digit or sign among letters, or one before them: Am1na, 4hmed, $ara. */
const MIXED =
  /(?<![\p{L}\d@$€!|])(?:\p{L}{1,20}[\d@$€!|]{1,2}|[\d@$€!|](?=\p{L}{2}))[\p{L}\d@$€!|]{0,20}(?<=\p{L}[\d@$€!|]?)(?![\p{L}\d@$€!|])/gu;
/** Letter by letter, each parted from the next by the same: m.o.n.a, F a t i m a. */
const APART = /(?<![\p{L}\d])\p{L}(?<gap>[^\p{L}\d]{1,3})(?:\p{L}\k<gap>){1,30}\p{L}(?![\p{L}\d])/gu;

/** So many readings of one word are tried. */
const MOST_READINGS = 8;

function readings(word: string): string[] {
  let read = [""];
  for (const sign of word.toLowerCase()) {
    const letters = [...(LOOKS[sign] ?? sign)];
    read = read.flatMap((start) => letters.map((letter) => start + letter)).slice(0, MOST_READINGS);
  }
  return read;
}

/** A word written with digits for letters, and everything it may be read as; `inside`: the digit stands among letters. */
export type Mixed = { token: Token; readings: string[]; inside: boolean };

/** Words written with digits or signs for letters. A last digit is a number behind a word: yusuf87. */
export function mixedWords(text: string): Mixed[] {
  return [...text.matchAll(MIXED)].flatMap(({ 0: word, index }) => {
    const letters = word.match(/\p{L}/gu)?.length ?? 0;
    if (letters < 2 || !/\p{L}.*[^\p{L}]|[^\p{L}].*\p{L}/u.test(word)) return [];
    const inside = /\p{L}[^\p{L}]{1,2}\p{L}/u.test(word) && letters >= 2 * (word.length - letters) && word.length >= 5;
    return [{ token: tokenOf(text, index, word), readings: readings(word), inside }];
  });
}

/** Words written letter by letter, each with its letters together. */
export function partedWords(text: string): { token: Token; word: string }[] {
  return [...text.matchAll(APART)].map(({ 0: written, index }) => ({
    token: tokenOf(text, index, written),
    word: written.replace(/[^\p{L}]/gu, "").toLowerCase(),
  }));
}

const LABEL = piece`[\p{L}\d](?:[\p{L}\d-]{0,60}[\p{L}\d])?`;
/** A place on the net: with http or www before it, or an ending that no Danish sentence has. */
export const ON_THE_NET = pattern`
  (?<![\p{L}\d@._-])(?:(?:https?://|www\.)${LABEL}(?:\.${LABEL}){1,4}|(?:${LABEL}\.){1,3}(?:dk|com|net|org|eu|nu|info|gov|edu))
  (?![\p{L}\d@])(?<path>/[^\s,;)]{0,200})?`;
