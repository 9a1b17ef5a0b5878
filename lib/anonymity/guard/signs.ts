/** What one sign is read as, for the eye: signs that Unicode itself does not take apart. */

const A = 0x41;
/** Rings, squares and flags with the twenty-six letters in them, each by its first. */
const CAPITALS = [0x1f150, 0x1f170, 0x1f1e6];
/** Rings with numbers in them: the first sign, its number, and how many there are. */
const NUMBERS: readonly [first: number, number: number, count: number][] = [
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x24f5, 1, 10],
  [0x24eb, 11, 10],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];
const SMALL_CAPITALS = new Map(
  Array.from(
    "ᴀAʙBᴄCᴅDᴇEꜰFɢGʜHɪIᴊJᴋKʟLᴍMɴNᴏOᴘPꞯQʀRꜱSᴛTᴜUᴠVᴡWʏYᴢZᴁÆ".matchAll(/(.)(.)/gu),
    ([, sign = "", letter = ""]) => [sign, letter],
  ),
);
/** Letters by their class in Unicode, and yet nobody sees anything: fillers of Hangul and the empty Braille cell. */
const BLANK = /^[\u115f\u1160\u3164\uffa0\u2800]$/;

const DIGIT = /^\p{Nd}$/u;
const digits = new Map<string, string>();

/** The digits of every script stand ten in a row, nought first; never more than fifty side by side. */
function valueOf(sign: string): string {
  const known = digits.get(sign);
  if (known !== undefined) return known;
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 50 && DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  const value = String(before % 10);
  digits.set(sign, value);
  return value;
}

/** One digit of any script as one of ours. */
export const digit = (sign: string): string => (/^\d$/.test(sign) ? sign : valueOf(sign));

/** What stands in a ring, square or bracket, a small capital, or nothing at all; null where the sign is none of these. */
export function unwrapped(sign: string): string | null {
  if (BLANK.test(sign)) return " ";
  const code = sign.codePointAt(0) ?? 0;
  const first = CAPITALS.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCodePoint(A + code - first);
  const ring = NUMBERS.find(([start, , count]) => code >= start && code < start + count);
  if (ring) return String(ring[1] + code - ring[0]);
  const plain = SMALL_CAPITALS.get(sign);
  if (plain) return plain;
  // ⑵ ⒜ ⒉ 🄃: the bracket, point or comma belongs to the sign.
  return /^\(?(?<it>[a-zA-Z]|\d{1,2})[).,]$/.exec(code > 0x7f ? sign.normalize("NFKC") : "")?.groups?.it ?? null;
}
