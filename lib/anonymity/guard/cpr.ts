import { digitRuns, digitsOf, type Group, gapsOf, shapeOf, spanOf, windows } from "./digits.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { pattern, patternOfCase, piece, TO, WORD } from "./pattern.ts";

/**
 * A CPR number is DDMMYY-SSSS. Replacement numbers add 60 to the day. The check digit (mod 11) is never asked for:
 * since 2007 numbers are given out without it, most of them to people registered as born on 1 January, among them
 * many refugees, so that asking for it would miss just the residents this product is for.
 */
function beginsWithDate(digits: string): boolean {
  const first = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return first <= 91 && first % 60 >= 1 && first % 60 <= 31 && month >= 1 && month <= 12;
}

/** Parted between date and serial number, each in one manner, or hardly at all. 4-6 is how a bank's numbers stand. */
function partedLikeCpr(window: readonly Group[]): boolean {
  const shape = shapeOf(window);
  if (/^(?:10|2-8|8-2)$/.test(shape)) return true;
  const born = window.findIndex((_, last) => digitsOf(window.slice(0, last + 1)).length === 6);
  if (born < 0 || shape.startsWith("2-4-")) return false;
  const gaps = gapsOf(window.slice(0, born + 1));
  return gaps.size < 2 && [...gapsOf(window.slice(born + 1))].every((gap) => gap === " " || gaps.has(gap));
}

const WITH_CENTURY = /^(?:(?:2-2-4|2-2-2-2|4-4|8)-4|12)$/;

/** Whether the digits are a CPR number as far as anyone can see. */
export function readsAsCpr(window: readonly Group[]): boolean {
  const digits = digitsOf(window);
  if (digits.length !== 10 && digits.length !== 12) return false;
  const shape = shapeOf(window);
  if (digits.length === 12) {
    return WITH_CENTURY.test(shape) && beginsWithDate(digits) && /^(?:18|19|20)/.test(digits.slice(4));
  }
  const gaps = gapsOf(window);
  if (shape === "6-4" && gaps.has("-")) return true;
  if (shape !== "6-4" && (gaps.has(",") || gaps.has(", "))) return false;
  return beginsWithDate(digits) && partedLikeCpr(window);
}

const DAY = piece`(?:[0-2]\d|3[01]|[678]\d|9[01])`;
const MONTH = piece`(?:0\d|1[0-2])`;
const NUMBER_OF = piece`(?:nr|nummer(?:et|ne)?|no)`;

const SPELT_OUT: readonly RegExp[] = [
  // Whatever is called a CPR number, whole or not.
  pattern`
    ${WORD}(?:cpr(?:[- .]{0,2}${NUMBER_OF})?|person[- .]{0,2}${NUMBER_OF})[ .:,=#(-]{0,4}
    (?:(?:er|har|på|slutter|ender|starter|begynder|med)[ .:]{1,3}){0,3}(?<it>\d(?:[ ./-]{0,3}\d){3,11})`,
  pattern`
    ${WORD}(?:sidste|bagerste|fire) (?:4|fire|cifre|tal)(?: cifre| tal)?
    (?: (?:i|af|på) (?:cpr|person|hendes|hans|nummeret|cpr-nummeret|nr)\S{0,8})?[ .:,=]{0,3}(?:er )?(?<it>\d{4})(?!\d)`,
  pattern`${WORD}cpr\D{1,40}?(?<it>${DAY}${MONTH}\d\d)(?!\d)`,
  pattern`(?<!\d)${DAY}${MONTH}\d\d,? (?:og så|og|så|derefter|sidste fire|de sidste)[ :]{1,2}\d{4}(?!\d)`,
  // The serial number crossed out.
  pattern`(?<!\d)${DAY}[ ./-]?${MONTH}[ ./-]?\d\d ?[-/.:]? ?(?:[x*#?_•]{4}|\*{1,4})${TO}`,
  // A replacement number of a hospital: letters among the last four.
  pattern`(?<!\d)${DAY}${MONTH}\d\d ?- ?(?=[a-z\d]{0,3}\d)[a-z\d]{4}${TO}`,
  patternOfCase`(?<!\d)${DAY}${MONTH}\d\d ?-? ?(?=[A-Z\d]{0,3}\d)(?=[A-Z\d]{0,3}[A-Z])[A-Z\d]{4}${TO}`,
];

export const cpr: Detector = (text) => {
  const whole: Finding[] = digitRuns(hideHarmless(text))
    .flatMap((run) => windows(run, { least: 10, most: 12, groups: 12 }))
    .filter(readsAsCpr)
    .map((window) => ({ ...spanOf(window), kind: "cpr" }));
  return [...whole, ...SPELT_OUT.flatMap((each) => matches(text, each, "cpr"))];
};
