import { DAY_MONTH } from "./dates.ts";
import { digitRuns, digitsOf, type Group, gapsOf, shapeOf, spanOf, windows } from "./digits.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { FROM, oneOf, pattern, patternOfCase, piece, TO, WORD, WORD_END } from "./pattern.ts";

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
  // The comma of the numeric pad; with a space behind it, it parts a list.
  const isTyped = shape === "2-2-2-4" && !gaps.has(", ");
  if (shape !== "6-4" && !isTyped && (gaps.has(",") || gaps.has(", "))) return false;
  return beginsWithDate(digits) && partedLikeCpr(window);
}

const DAY = piece`(?:[0-2]\d|3[01]|[678]\d|9[01])`;
const MONTH = piece`(?:0\d|1[0-2])`;
const NUMBER_OF = piece`(?:nr|nummer(?:et|ne)?|no)`;

const LAST = oneOf(String.raw`
  (?:sidste|bagerste|fire|4)_(?:4|fire|sidste|bagerste|cifre|tal)(?:_(?:sidste|cifre|tal))?
  (?:ende|kontrol|slut|løbe)(?:cifre(?:t|ne)?|tal(?:let|lene)?|nummer(?:et)?|nr\.?)
  (?:cifrene|tallene|efter|bag)_(?:efter_)?bindestregen`);
const ENDS = oneOf(`
  ender slutter sidste resten rest hale halen del og_så bagefter derefter efterfulgt_af dertil`);
const NAUGHT_TO_NINE = piece`(?:nul|en|et|to|tre|fire|fem|seks|syv|otte|ni)`;
/** Four digits by themselves: no price, no year with a month before it. */
const FOUR = piece`
  (?:\d(?: ?[.-]? ?\d){3}(?!\d|[.,/-]\d| ?-? ?kr(?!\p{L})| ?,-)|
  ${NAUGHT_TO_NINE}(?:[ ,.-]{1,3}${NAUGHT_TO_NINE}){3}(?!\p{L}))`;

/** Six digits that are a day, or a birthday written out, and near it four digits alone: no year unless they are tied to it. */
const TIE = piece`
  (?:og så|og|så|derefter|bagefter|efterfulgt af|resten(?: af cpr)?|sidste del(?: af cpr)?|kode(?:n)?|nr|nummer(?:et)?|
  plus|de sidste(?: fire)?|endelsen|løbe(?:nr|nummer))`;
const BORN_THEN_FOUR: readonly RegExp[] = [
  pattern`
    (?<!\d|\d[ .,/-])${DAY}${MONTH}\d\d(?!\d)[^.!?\d¤]{1,30}?${FROM}(?:${TIE}|rest(?:en)?|sidste(?: fire| 4)?|fire sidste)
    [^\p{L}\d¤]{1,4}(?:(?:er|på|af|hedder|lyder)[^\p{L}\d¤]{1,3}){0,2}(?<it>${FOUR})`,
  pattern`
    (?<!\d|\d[ .,/-])${DAY}${MONTH}\d\d(?!\d)[^\p{L}\d¤]{1,6}(?:(?:${TIE}|er|på|af|cpr|med)[^\p{L}\d¤]{1,4}){0,4}
    ${FOUR}`,
  pattern`
    ${WORD}(?:født|f|fødselsdag|fødselsdato(?:en)?|fødselsdagen|født dato|cpr)[ .:][^!?\d¤]{0,12}
    (?:${DAY_MONTH}[ ./-]{0,3}(?:(?:19|20)\d\d|'?\d\d)|\d{6,8})(?!\d)[^\d¤!?]{1,30}?
    (?<it>(?!(?:19|20)\d\d(?!\d))${FOUR})`,
  pattern`
    ${WORD}(?:født|f|fødselsdag|fødselsdato(?:en)?|fødselsdagen|cpr)[ .:][^!?\d¤]{0,12}
    (?:${DAY_MONTH}[ ./-]{0,3}(?:(?:19|20)\d\d|'?\d\d)|\d{6,8})(?!\d)[^\p{L}\d¤]{1,4}
    (?:(?:${TIE})[^\p{L}\d¤]{1,4}){1,3}(?<it>${FOUR})`,
];

const SPELT_OUT: readonly RegExp[] = [
  // Whatever is called a CPR number, whole or not.
  pattern`
    ${WORD}(?:cpr(?:[- .]{0,2}${NUMBER_OF})?|person[- .]{0,2}${NUMBER_OF})[ .:,=#(-]{0,4}
    (?:(?:er|har|på|slutter|ender|starter|begynder|med)[ .:]{1,3}){0,3}(?<it>\d(?:[ ./-]{0,3}\d){3,11})`,
  // Its last four digits told apart from the date: sidste fire er 1234, løbenummer 1234, 1234 i cpr.
  pattern`
    ${WORD}(?:(?:de )?${LAST}|(?:cpr|person|fødsels)[^.!?¤]{0,40}?${WORD}${ENDS}${WORD_END})
    (?: (?:i|af|på|fra|i hendes|i hans|i sit) (?:cpr|person|hendes|hans|nummeret|nr|sygesikring)\S{0,14})?
    [^\p{L}\d¤]{0,4}(?:(?:er|på|har|hedder|lyder|nr|nummer|med)[ .:]{1,3}){0,2}(?<it>${FOUR})`,
  pattern`${FROM}(?<it>${FOUR}) (?:er |står )?(?:i|af|på|til) (?:\p{L}{3,8} )?(?:cpr|personn|sygesikring)`,
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
  return [...whole, ...[...SPELT_OUT, ...BORN_THEN_FOUR].flatMap((each) => matches(text, each, "cpr"))];
};
