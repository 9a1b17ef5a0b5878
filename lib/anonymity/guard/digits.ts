import { FROM, oneOf, pattern, piece } from "./pattern.ts";

/** Digits that stand together, and what parts them from the digits before: "" for the first of a run. */
export type Group = { start: number; end: number; digits: string; gap: string };

const ONES = ["nul", "en|et|een|én|ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"];
const TEENS = "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten".split("|");
const TENS: Readonly<Record<string, number>> = {
  tyve: 20,
  tredive: 30,
  fyrre: 40,
  fyrretyve: 40,
  halvtreds: 50,
  tres: 60,
  halvfjerds: 70,
  firs: 80,
  halvfems: 90,
};
const ONE = piece`(?:${ONES.join("|")})`;
const TEN = oneOf(
  Object.keys(TENS)
    .toSorted((a, b) => b.length - a.length)
    .join(" "),
);
/** Twenty-one to ninety-nine in one word or three: toogtyve, to og tyve. */
export const COMPOUND_NUMERAL = piece`${ONE} ?og ?${TEN}(?!\p{L})`;
/** Ten to twenty, and the tens. */
export const TEENS_AND_TENS = piece`(?:${TEENS.join("|")}|${TEN})`;
/** Any number up to ninety-nine as a word. */
export const NUMERAL = piece`(?:${COMPOUND_NUMERAL}|(?:${TEENS.join("|")}|${TEN}|${ONE})(?!\p{L}))`;
const DIGITS_OR_NUMERAL = piece`(?:${NUMERAL}|\d{1,2}(?!\d))`;

const RUN = /\d+(?:[ .,:/()_-]{1,4}\d+)*/g;
const SPELLED_RUN = pattern`${FROM}${DIGITS_OR_NUMERAL}(?:(?:[ ,.-]{1,3}| og )${DIGITS_OR_NUMERAL}){3,}`;
const SPELLED_GROUP = pattern`\d+|${NUMERAL}`;

const one = (word: string): number => ONES.findIndex((forms) => forms.split("|").includes(word));

function numeralDigits(words: string): string {
  const word = words.toLowerCase();
  if (/^\d/.test(word)) return word;
  if (TENS[word]) return String(TENS[word]);
  if (TEENS.includes(word)) return String(10 + TEENS.indexOf(word));
  const [, ones = "", tens = ""] = /^(\p{L}+?) ?og ?(\p{L}+)$/u.exec(word) ?? [];
  return ones ? String((TENS[tens] ?? 0) + one(ones)) : String(one(word));
}

function groups(run: RegExpExecArray, part: RegExp): Group[] {
  let last = 0;
  return [...run[0].matchAll(part)].map((match) => {
    const gap = run[0].slice(last, match.index);
    last = match.index + match[0].length;
    return { start: run.index + match.index, end: run.index + last, digits: numeralDigits(match[0]), gap };
  });
}

/** The runs of digits in a text, each as its groups; also where digits or pairs are spelled out in Danish. */
export function digitRuns(text: string): Group[][] {
  const written = [...text.matchAll(RUN)].map((run) => groups(run, /\d+/g));
  const spelled = [...text.matchAll(SPELLED_RUN)].map((run) => groups(run, SPELLED_GROUP));
  return [...written, ...spelled];
}

type Measure = { least: number; most: number; groups: number };

/** Every stretch of neighbouring groups with at least and at most so many digits, in at most so many groups. */
export function windows(run: readonly Group[], { least, most, groups: limit }: Measure): Group[][] {
  const found: Group[][] = [];
  for (let first = 0; first < run.length; first += 1) {
    let digits = 0;
    for (let last = first; last < Math.min(run.length, first + limit); last += 1) {
      digits += run[last]?.digits.length ?? 0;
      if (digits > most) break;
      if (digits >= least) found.push(run.slice(first, last + 1));
    }
  }
  return found;
}

export const digitsOf = (window: readonly Group[]): string => window.map((group) => group.digits).join("");

/** How the digits are grouped: "2-2-2-2". */
export const shapeOf = (window: readonly Group[]): string => window.map((group) => group.digits.length).join("-");

/** What parts the groups, each kind once: the sign, or ". " where a sentence may end, or " " where nothing else stands. */
export const gapsOf = (window: readonly Group[]): Set<string> =>
  new Set(window.slice(1).map(({ gap }) => (/^[.,] /.test(gap) ? gap.slice(0, 2) : gap.trim().charAt(0) || " ")));

export const spanOf = (window: readonly Group[]): { start: number; end: number } => ({
  start: window[0]?.start ?? 0,
  end: window.at(-1)?.end ?? 0,
});
