import { digit, unwrapped } from "./signs.ts";

/** A text as the detectors read it, and the way back to where each character stood. */
export type Folded = { text: string; unfold: (start: number, end: number) => { start: number; end: number } };

const PLAIN = /^[ -~æøåÆØÅ]$/;
/** One sign may stand for a whole sentence (ﷺ): a text of these would become eighteen times as long. */
const MOST_OF_ONE = 8;

function foldSign(sign: string): string {
  if (PLAIN.test(sign)) return sign;
  if (/^\s/u.test(sign)) return " ";
  const read = unwrapped(sign.replace(/\p{M}+$/u, "")) ?? sign;
  const wide = read.normalize("NFKC");
  const known = wide.length > MOST_OF_ONE ? read : wide;
  // ¤ stands for a hidden number: nobody may type it.
  return known
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
    .replace(/\s/gu, " ")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/[‘’´`]/gu, "'")
    .replaceAll("⁄", "/")
    .replaceAll("¤", "*")
    .replace(/\p{Nd}/gu, digit);
}

/** `2O 3l` typed with letters for digits. Only in words made of nothing else, so that no real word changes. */
function lettersToDigits(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(?=[oOlI]{0,12}\d)[\doOlI]{1,19}(?![\p{L}\p{N}])/gu, (word) =>
      word.replace(/[oO]/g, "0").replace(/[lI]/g, "1"),
    )
    .replace(/(?<=\d[ .-])[oO]{2}(?=[ .-]\d)/g, "00");
}

/** Two of these are a flag; more are letters. */
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const SPELLED_IN_FLAGS = /[\u{1f1e6}-\u{1f1ff}]{3}/u;

/** A sign that says nothing between two digits; `kept` are those that dates, money, hours and lists are written with. */
const NOTHING = /(?<=\d) ?[^\p{L}\d\s.,:;/()_+=*&%§#¤€$£@!?-]{1,3} ?(?=\d)/gu;
/** Those say something by themselves, but nothing where one and the same parts four numbers. */
const ALIKE = /\d{1,6}( ?)([;=*+&#!?_~^])\1\d{1,6}(?:\1\2\1\d{1,6}){2,}/g;

type Signs = { text: string; starts: number[]; ends: number[] };

/** Puts one space where a stretch of the text stood, all the way back to what was typed. */
function withSpaces({ text, starts, ends }: Signs, stretches: Iterable<[start: number, end: number]>): Signs {
  const done: Signs = { text: "", starts: [], ends: [] };
  const parts: string[] = [];
  let last = 0;
  const keep = (until: number) => {
    parts.push(text.slice(last, until));
    for (let at = last; at < until; at += 1) {
      done.starts.push(starts[at] ?? 0);
      done.ends.push(ends[at] ?? 0);
    }
  };
  for (const [start, end] of stretches) {
    keep(start);
    parts.push(" ");
    done.starts.push(starts[start] ?? 0);
    done.ends.push(ends[end - 1] ?? 0);
    last = end;
  }
  keep(text.length);
  return { ...done, text: parts.join("") };
}

function* partsOf(text: string): Generator<[number, number]> {
  for (const { 0: run, index } of text.matchAll(ALIKE))
    for (const gap of run.matchAll(/(?<=\d)\D{1,3}(?=\d)/g))
      yield [index + gap.index, index + gap.index + gap[0].length];
}

/** 22·33·44·55 and 22;33;44;55 as 22 33 44 55: any short run of what is no letter may stand between digits. */
function partDigits(signs: Signs): Signs {
  const plain = [...signs.text.matchAll(NOTHING)].map(({ 0: gap, index }): [number, number] => [
    index,
    index + gap.length,
  ]);
  const once = plain.length > 0 ? withSpaces(signs, plain) : signs;
  const alike = [...partsOf(once.text)];
  return alike.length > 0 ? withSpaces(once, alike) : once;
}

/**
 * Reads away what only the eye of a machine sees: zero-width and soft characters, wide and foreign digits, letters in rings
 * and squares, hard spaces and line breaks, what cannot be seen at all, dashes of every length, accents typed as a sign of
 * their own, signs that part digits and mean nothing, O and l for 0 and 1. White space of any length is one space. No sign
 * of any language has more than thirty marks; putting those of one in order takes the square of their number.
 */
export function fold(raw: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const signs: string[] = [];
  const areLetters = SPELLED_IN_FLAGS.test(raw);
  let afterSpace = false;
  for (const match of raw.matchAll(/\r\n|\P{M}\p{M}{0,30}|\p{M}{1,30}/gsu)) {
    const sign = match[0];
    const read = !areLetters && FLAG.test(sign) ? sign : foldSign(sign);
    const folded: string = afterSpace ? read.trimStart() : read;
    for (let place = 0; place < folded.length; place += 1) {
      starts.push(match.index);
      ends.push(match.index + sign.length);
    }
    signs.push(folded);
    if (folded !== "") afterSpace = folded.endsWith(" ");
  }
  const parted = partDigits({ text: signs.join(""), starts, ends });
  const unfold = (start: number, end: number) => ({ start: parted.starts[start] ?? 0, end: parted.ends[end - 1] ?? 0 });
  return { text: lettersToDigits(parted.text), unfold };
}
