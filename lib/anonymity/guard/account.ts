import { readsAsCpr } from "./cpr.ts";
import { digitRuns, digitsOf, type Group, gapsOf, shapeOf, spanOf, windows } from "./digits.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { FROM, oneOf, pattern, piece, TO, WORD, WORD_END } from "./pattern.ts";
import { behind, readsAsPhone } from "./phone.ts";

const NUMBER_OF = "(?:nr|nummer|nummeret)";
const LINK = piece`[ .:,=#]{0,3}(?:(?:nr|nummer|er|på|hedder|slutter|ender|med|der|til)[ .:]{1,3}){0,3}`;
const MORE = piece`(?:[ .-]{0,3}\d)`;
const COUNTRY = oneOf(`
  ad at be bg ch cz de ee es fi fo fr gb gl gr hr hu ie iq is it lb lt lu lv ma nl no pk pl pt ro rs se si sk tr`);

const NAMED: readonly RegExp[] = [
  // Account, customer and payment numbers that are called so.
  pattern`${WORD}(?:(?:bank|løn|nem|giro)?konto|kto|ktnr|kt)(?:nr|nummer|nummeret|en)?${WORD_END}${LINK}\d${MORE}{5,15}`,
  pattern`${WORD}(?:(?:bank|løn|nem)?konto|kto|kt)[ .-]{0,2}${NUMBER_OF}${WORD_END}${LINK}\d${MORE}{3,15}`,
  pattern`
    ${WORD}(?:kunde|aftale|betalings|pbs|debitor|kreditor|giro)[ .-]{0,2}(?:${NUMBER_OF}|id)${WORD_END}${LINK}
    (?<it>\d${MORE}{3,18})`,
  pattern`
    ${WORD}(?:visa|dankort|mastercard|betalingskort|kort${NUMBER_OF}?|mobile ?pay(?: ?box| ?boks| ?nr)?)${WORD_END}
    ${LINK}(?<it>\d${MORE}{4,18})`,
  pattern`${WORD}kort(?:et)? (?:der )?(?:slutter|ender)(?: på| med)? (?<it>\d{4})(?!\d)`,
  // A bank's registration number.
  pattern`${WORD}reg(?:istrerings)?(?:[. -]{0,2}(?:nr|nummer))?[ .:]{0,3}\d{4}(?!\d|[.,]\d)`,
  // IBAN, Danish and foreign.
  pattern`${FROM}dk(?:[ .-]?\d){16}(?!\d)`,
  pattern`${FROM}${COUNTRY}\d\d(?: ?[\da-z]{4}){2,7}(?: ?[\da-z]{1,3})?${TO}`,
];

const CARD = /^(?:4-4-4-4|4-6-5|16|4-4-4-4-[23])$/;
const REGISTRATION_AND_ACCOUNT = /^4(?:-\d{1,2}){1,5}$/;
const CASE_YEAR = /^(?:19|20)\d\d$/;

function readsAsAccount(window: readonly Group[]): boolean {
  const digits = digitsOf(window);
  const shape = shapeOf(window);
  const [registration, ...rest] = window;
  const [next] = rest;
  if (readsAsCpr(window)) return false;
  if (CARD.test(shape)) return gapsOf(window).size < 2;
  if (!registration || !next) return digits.length >= 9;
  if (!REGISTRATION_AND_ACCOUNT.test(shape) || digits.length < 10 || digits.length > 14) return false;
  if (CASE_YEAR.test(registration.digits) && next.gap.trim() === "-") return false;
  // A price before somebody's number is no registration number.
  if (rest.length > 1 && (readsAsCpr(rest) || readsAsPhone(rest, ""))) return false;
  return (rest.length === 1 ? /^(?: | ?[-/] ?|\.)$/ : /^(?: | ?- ?|\.)$/).test(next.gap) && gapsOf(rest).size < 2;
}

export const account: Detector = (text) => {
  const numbers = hideHarmless(text);
  const bare: Finding[] = digitRuns(numbers)
    .flatMap((run) => windows(run, { least: 9, most: 19, groups: 6 }))
    .filter((window) => readsAsAccount(window) && !readsAsPhone(window, behind(numbers, window)))
    .map((window) => ({ ...spanOf(window), kind: "account" }));
  return [...bare, ...NAMED.flatMap((each) => matches(numbers, each, "account"))];
};
