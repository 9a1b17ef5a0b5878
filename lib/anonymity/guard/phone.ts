import { digitRuns, digitsOf, type Group, gapsOf, shapeOf, spanOf, windows } from "./digits.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { condition, oneOf, pattern, WORD, WORD_END } from "./pattern.ts";

/** The words that announce a telephone number, up to where it begins. */
const CALLED = condition`
  ${WORD}${oneOf(String.raw`
    tlf tel telefon\p{L}* tele mobil\p{L}* mob ring\p{L}* sms nr nummer\p{L}* what'?s?_?app wa viber kald\p{L}*
    fang\p{L}* træff\p{L}* kontakt\p{L}* call phone opkald`)}
  [^\p{L}\d]{0,4}
  (?:${oneOf("nr nummer(?:et)? er på til hans hendes deres nyt også op mob mobil tlf det")}[ .:]{1,3}){0,3}
  [^\p{L}\d]{0,2}$`;

/** How eight digits are grouped by people who type a telephone number. */
const SHAPES = /^(?:8|2-2-2-2|4-4|2-3-3|3-3-2|3-2-3|2-6|6-2|2-2-4|4-2-2|2-4-2|3-5|5-3|(?:[12]-){4,7}[12])$/;
const YEAR = /^(?:19|20)\d\d$/;
const HOUR = /^(?:[01]\d|2[0-4])[0-5]\d$/;
const DATE =
  /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;

/** 10-12 14-16 */
const areHours = (window: readonly Group[], gaps: ReadonlySet<string>): boolean =>
  gaps.size > 1 && window.length < 8 && window.every((group) => Number(group.digits) <= 31);

/** 31,42,53,64: pairs parted by the comma of the numeric pad, unless they count upwards one by one. */
const isTyped = (window: readonly Group[], gaps: ReadonlySet<string>): boolean =>
  shapeOf(window) === "2-2-2-2" &&
  gaps.size === 1 &&
  window.slice(1).some(({ digits }, at) => Math.abs(Number(digits) - Number(window[at]?.digits)) > 3);

/** Numbers that mean a stretch or a list: years, hours, round sums, days, and an act by its year. */
function isStretch(window: readonly Group[], gaps: ReadonlySet<string>): boolean {
  if ((gaps.has(",") && !isTyped(window, gaps)) || gaps.has(", ") || (gaps.has(". ") && gaps.size > 1)) return true;
  const [from = "", to = ""] = window.map((group) => group.digits);
  if (shapeOf(window) === "4-4" && !gaps.has(" ")) {
    if (YEAR.test(to) && (YEAR.test(from) || gaps.has("/"))) return true;
    if (HOUR.test(from) && HOUR.test(to) && from < to) return true;
    return from.endsWith("00") && to.endsWith("00");
  }
  return areHours(window, gaps);
}

/** Whether the digits, standing behind that text, are a telephone number: Danish, or foreign with + or 00. */
export function readsAsPhone(window: readonly Group[], before: string): boolean {
  const digits = digitsOf(window);
  if (/\+\(?$/.test(before)) return digits.length >= 8 && digits.length <= 15;
  if (/^00[2-9]/.test(digits)) return digits.length >= 10 && digits.length <= 15;
  if (digits.length === 10) return /^45[2-9]/.test(digits) && /^(?:10|2-)/.test(shapeOf(window));
  if (digits.length !== 8) return false;
  const shape = shapeOf(window);
  const gaps = gapsOf(window);
  if (CALLED.test(before)) return !areHours(window, gaps);
  if (!SHAPES.test(shape) || isStretch(window, gaps)) return false;
  if (shape === "8") return !DATE.test(digits);
  return /^[2-9]/.test(digits) || (digits.startsWith("1") && shape === "2-2-2-2" && gaps.size === 1);
}

/** What stands before the digits: enough of it to see what they are called. */
export function behind(text: string, window: readonly Group[]): string {
  const { start } = spanOf(window);
  return text.slice(Math.max(0, start - 40), start);
}

/** Where the number begins, with its + and bracket. */
const startOf = (text: string, window: readonly Group[]): number =>
  spanOf(window).start - (/\(?\+\(?$/.exec(behind(text, window))?.[0].length ?? 0);

/** Called a telephone number, but a digit short or long, or the last ones crossed out. */
const CALLED_SO = pattern`
  ${WORD}${oneOf("tlf telefon mobil mob telefonnr telefonnummer mobilnr mobilnummer")}${WORD_END}[ .:]{0,3}
  (?:(?:nr|nummer|er|på|til)[ .:]{1,3}){0,2}(?<it>\+?\d(?:[ .-]{0,2}\d){4,11}(?: ?[x*]{1,4}(?!\p{L}))?)`;

export const phone: Detector = (text) => {
  const numbers = hideHarmless(text);
  const whole: Finding[] = digitRuns(numbers)
    .flatMap((run) => windows(run, { least: 8, most: 15, groups: 10 }))
    .filter((window) => readsAsPhone(window, behind(numbers, window)))
    .map((window) => ({ start: startOf(numbers, window), end: spanOf(window).end, kind: "phone" }));
  return [...whole, ...matches(numbers, CALLED_SO, "phone")];
};
