/** A text as the detectors read it, and the way back to where each character stood. */
export type Folded = { text: string; unfold: (start: number, end: number) => { start: number; end: number } };

const PLAIN = /^[ -~æøåÆØÅ]$/;
/** Zeros of the digits people on Nørrebro may type that NFKC leaves alone: Arabic, Persian and Urdu, Hindi, Bengali. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? sign : String(code - zero);
}

function foldSign(sign: string): string {
  if (PLAIN.test(sign)) return sign;
  if (/^\s/u.test(sign)) return " ";
  return sign
    .normalize("NFKC")
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
    .replace(/\s/gu, " ")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/[‘’´`]/gu, "'")
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

/**
 * Reads away what only the eye of a machine sees: zero-width and soft characters, wide and foreign digits, hard spaces
 * and line breaks, dashes of every length, accents typed as a sign of their own, O and l for 0 and 1. White space of any
 * length is one space. No sign of any language has more than thirty marks; putting those of one in order takes the square
 * of their number.
 */
export function fold(raw: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const signs: string[] = [];
  let afterSpace = false;
  for (const match of raw.matchAll(/\r\n|\P{M}\p{M}{0,30}|\p{M}{1,30}/gsu)) {
    const folded: string = afterSpace ? foldSign(match[0]).trimStart() : foldSign(match[0]);
    for (let place = 0; place < folded.length; place += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    signs.push(folded);
    if (folded !== "") afterSpace = folded.endsWith(" ");
  }
  const unfold = (start: number, end: number) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 });
  return { text: lettersToDigits(signs.join("")), unfold };
}
