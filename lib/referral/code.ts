import { unparted } from "#lib/text/dashes.ts";

/**
 * A referral's code: eight characters in two halves, digit and letter by turns, the last a check letter: `7K4F-2H9M`.
 * The alphabet has no pair that is mixed up when read aloud in Danish. A code is random: it carries no order, no place
 * and no person. On the telephone one says the first half, the other answers the second. The check letter finds every
 * wrong letter, every wrong digit but 2 for 9, and two letters or two digits that changed places (but 2 and 9).
 */
export const digits = "23456789";
export const letters = "AFHKMRX";
/** Those of the digits differ, and those of the letters, none of which is 6: the check letter's own is -1. */
const weights = [1, 2, 5, 1, 3, 5, 2];
const pattern = /^[2-9][AFHKMRX][2-9][AFHKMRX][2-9][AFHKMRX][2-9][AFHKMRX]$/;

const checkLetter = (seven: string): string => {
  const sum = [...seven].reduce((total, sign, place) => {
    const value = place % 2 === 0 ? digits.indexOf(sign) : letters.indexOf(sign);
    return total + value * (weights[place] ?? 1);
  }, 0);
  return letters.charAt(sum % letters.length);
};

/** How many codes there are without the check letter. */
export const codeCount = digits.length ** 4 * letters.length ** 3;

/** The code with that number, 0 ≤ number < `codeCount`. Given a random number it is a random code. */
export function codeOf(number: number): string {
  let rest = number;
  let seven = "";
  for (let place = 0; place < 7; place += 1) {
    const alphabet = place % 2 === 0 ? digits : letters;
    seven += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return seven + checkLetter(seven);
}

/** Reads a code as typed: with or without a hyphen of any length and spaces, in either case. Null when it cannot be a code. */
export function parseCode(typed: string): string | null {
  const code = unparted(typed).toUpperCase();
  return pattern.test(code) && checkLetter(code.slice(0, 7)) === code.charAt(7) ? code : null;
}

/**
 * What may have been meant by a code as typed: itself, or every code that one sign makes of it that was wrong, left out,
 * one too many, or exchanged with its neighbour. The check letter leaves about one in seven. A code that is right may still
 * be another one: what it cannot tell apart, a 2 and a 9, is tried too.
 */
export function codesNear(typed: string): string[] {
  const own = parseCode(typed);
  if (own) return [own, ...twinsOf(own)];
  const signs = unparted(typed).toUpperCase();
  const tries = Array.from({ length: Math.min(signs.length, 9) + 1 }, (_, at) => {
    const [head, first, second, rest] = [
      signs.slice(0, at),
      signs.charAt(at),
      signs.charAt(at + 1),
      signs.slice(at + 2),
    ];
    const others = `${digits}${letters}`.split("").flatMap((sign) => [sign + first + second, sign + second]);
    return [second + first, second, ...others].map((middle) => head + middle + rest);
  });
  return [...new Set(tries.flat().filter((each) => parseCode(each) === each))];
}

/** As it is shown: two halves with a hyphen. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The codes that differ from this one by a 2 for a 9, or a 9 for a 2. */
function twinsOf(code: string): string[] {
  const other: Record<string, string> = { 2: "9", 9: "2" };
  return code.split("").flatMap((sign, at) => {
    const twin = other[sign];
    return twin ? [code.slice(0, at) + twin + code.slice(at + 1)] : [];
  });
}
