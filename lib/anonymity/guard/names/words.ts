import type { Dictionary } from "../../dictionary.ts";
import { MAYBE_NAMES, MORE_NAMES, MOSTLY_WORDS, NAMES_AFTER_ALL, SELDOM_WORDS } from "./ambiguous.ts";
import { ENGLISH } from "./english.ts";
import { LEXICON } from "./lexicon.ts";
import listed from "./names.json" with { type: "json" };

/** What one word says by itself: nothing, a name, perhaps one (the sentence decides), or a thing nobody knows. */
export type Verdict = "harmless" | "name" | "maybe" | "unknown";

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NAMES = setOf(`${listed.names} ${MORE_NAMES}`);
const AFTER_ALL = setOf(NAMES_AFTER_ALL);
const MAYBE = setOf(`${MAYBE_NAMES} ${SELDOM_WORDS}`);
const SELDOM = setOf(SELDOM_WORDS);
export const MOSTLY: ReadonlySet<string> = setOf(MOSTLY_WORDS);
const HARMLESS = setOf(`${LEXICON} ${ENGLISH}`);

const OTHER_SIGNS: Readonly<Record<string, string>> = { ı: "i", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss" };

/** Diacritics read away, as the lists of names have them; æ, ø and å are letters of their own. */
export const plain = (lower: string): string =>
  lower
    .replace(/[^a-zæøå]/g, (sign) => OTHER_SIGNS[sign] ?? sign.normalize("NFD").replace(/\p{M}/gu, ""))
    .replaceAll("aa", "å");

const isListedName = (word: string): boolean => NAMES.has(word) || NAMES.has(word.replaceAll("å", "aa"));

const ENDINGS = setOf(
  "s en et er e n t r ne ene erne ens ets ers ede te ende est ere es st nes rne rnes ernes enes eren erens ernes sen",
);
const LONGEST_ENDING = 5;

/** A word of the dictionary itself, or one with an ordinary ending: no compound, of which three letters may be made. */
export function isPlainWord(word: string, dictionary: Dictionary): boolean {
  if (dictionary.lists(word) || (word.length > 3 && dictionary.lists(`${word}e`))) return true;
  for (let length = 1; length <= Math.min(LONGEST_ENDING, word.length - 2); length += 1) {
    if (!ENDINGS.has(word.slice(-length))) continue;
    const stem = word.slice(0, -length);
    if (dictionary.lists(stem) || dictionary.lists(`${stem}e`)) return true;
    if (stem.at(-1) === stem.at(-2) && dictionary.lists(stem.slice(0, -1))) return true;
  }
  return false;
}

/** Compounds of a few letters can be cut out of any name (has-san); longer ones are words. */
const SHORTEST_COMPOUND = 8;
/** Nothing this long is one word, and what tries to read it takes its time. */
const LONGEST = 32;

/** No word of another alphabet is in the dictionary. */
const LATIN = /^[a-zà-ɏ'-]+$/;

function isKnownWord(word: string, dictionary: Dictionary): boolean {
  if (word.length > LONGEST || !LATIN.test(word)) return false;
  if (dictionary.lists(word)) return true;
  if (!dictionary.spells(word)) return false;
  if (isPlainWord(word, dictionary)) return true;
  if (dictionary.capitalises(word)) return false;
  return word.length >= SHORTEST_COMPOUND || !isCutInTwo(word, dictionary);
}

function isCutInTwo(word: string, dictionary: Dictionary): boolean {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const isFirst = dictionary.lists(first) || dictionary.lists(first.replace(/[se]$/, ""));
    if (isFirst && isPlainWord(second, dictionary)) return true;
  }
  return false;
}

const isName = (word: string, dictionary: Dictionary): boolean =>
  AFTER_ALL.has(word) ||
  (isListedName(word) && !dictionary.lists(word) && !(isPlainWord(word, dictionary) && dictionary.spells(word)));

/** A name in genitive, if that is no word itself. */
const isNameOfSomebody = (base: string, word: string, dictionary: Dictionary): boolean =>
  AFTER_ALL.has(base) || (isName(base, dictionary) && !isPlainWord(word, dictionary));

/** Judges one word in small letters. A name in genitive is a name; what the product says every day is harmless first. */
export function judge(lower: string, dictionary: Dictionary): Verdict {
  const word = plain(lower);
  const base = word.replace(/'?s$|'$/, "");
  if (HARMLESS.has(lower)) return MAYBE.has(word) ? "maybe" : "harmless";
  if (AFTER_ALL.has(word)) return "name";
  if (MAYBE.has(word)) return "maybe";
  if (isName(word, dictionary) || (base.length > 2 && isNameOfSomebody(base, word, dictionary))) return "name";
  if (MAYBE.has(base) && base !== word) return "maybe";
  if (HARMLESS.has(base) || isKnownWord(lower, dictionary)) return "harmless";
  return "unknown";
}

export const isMostlyAWord = (lower: string): boolean => MOSTLY.has(plain(lower));

/** Hardly ever meant as the word that it is too. */
export const isSeldomAWord = (lower: string): boolean => {
  const word = plain(lower);
  return SELDOM.has(word) || SELDOM.has(word.replace(/s$/, ""));
};

export const isNameOnAList = (lower: string): boolean => {
  const word = plain(lower);
  return isListedName(word) || isListedName(word.replace(/s$/, "")) || AFTER_ALL.has(word);
};
export const isHarmless = (lower: string): boolean => HARMLESS.has(lower);
