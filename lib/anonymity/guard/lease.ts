import { NUMERAL } from "./digits.ts";
import { type Detector, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { FROM, oneOf, pattern, piece, WORD, WORD_END } from "./pattern.ts";

const NUMBER = piece`
  \d{1,10}(?:[-./ ]\d{1,4}){0,3}(?:[a-h](?!\p{L}))?(?![\d/]| ?-? ?kr(?!\p{L}))`;
/** "1. Bolig 2. Gæld" are the points of an agenda. */
const NO_POINT = piece`(?!\d{1,2}(?:[.:)/]|\)) ?\p{L}{2})`;
const HOME = oneOf(String.raw`
  lejem(?:å|aa|a)l(?:et|s)? lej\.?m(?:å|aa)l (?:lejem|lm|lejl|apt)\.? lejlighed(?:en)? bolig(?:en)? flat apartment`);
const DEPARTMENT = "(?:afd|afdeling(?:en)?)";
/** Tenancies, tenants and members too, where the word says that a number follows. */
const NUMBERED = oneOf(String.raw`
  lejem(?:å|aa|a)l(?:et|ets|s)? lej\.?m(?:å|aa)l(?:s)? lejem lejl(?:ighed(?:en|ens|s)?)? bolig(?:en|ens|s)?
  lej lejer(?:en|ens|s)? medlem(?:s)? lejekontrakt(?:en|s)? kontrakt(?:en|s)? lejeaftale værelse(?:t|s)? vær
  ventelist?e hus_?leje`);

const PATTERNS: readonly RegExp[] = [
  pattern`${WORD}${NUMBERED}[. -]{0,2}(?:nr|nummer|nummeret|no|id)${WORD_END}[ .:,=#]{0,3}(?:er )?(?:${NUMBER}|${NUMERAL})`,
  pattern`${WORD}${HOME}[ :#]{0,3}${NO_POINT}${NUMBER}`,
  pattern`(?:værelset?|${WORD}(?:vær|room))[ .:#]{1,2}\d{2,4}(?![\d/-]|[.,]\d)`,
  // 1024-0045-3: department, home, tenant in turn.
  pattern`(?<!\d|\d[./-])\d{3,4}-\d{2,4}-\d{1,3}(?!\d|[./-]\d)`,
  pattern`(?<!\d|\d[ ./-])[01]\d{3}(?<gap> ?[./:_-] ?| )\d{1,4}\k<gap>\d{1,3}(?!\d|[ ./:-]\d)`,
  pattern`(?<!\d|\d[ ./-])[01]\d{7} ?[./-] ?\d{1,2}(?!\d|[ ./-]\d)`,
  pattern`(?<!\d|\d[ ./-])(?!(?:19|20)\d\d)\d{3,4}/\d{1,4}/\d{1,3}(?!\d|[ ./-]\d)`,
  // 1024-45, but neither years, hours nor a range of money.
  pattern`(?<!\d|\d[ ./-])(?!(?:19|20)\d\d)\d{4}-(?:\d{2,3}|0\d{3})(?!\d|[ ./-]\d| ?kr(?!\p{L})|,\d)`,
  pattern`
    (?<!\d|\d[ ./-])(?!19\d\d)[01]\d{3}(?: ?[/_:] ?|\.| - )(?!00)(?:\d{2,3}|0\d{3})(?!\d|[ ./-]\d| ?-? ?kr(?!\p{L})|,\d|,-)`,
];
/** Department and home side by side, in either order: nr. 45 i afd. 1024. Read before departments are taken away. */
const BESIDE: readonly RegExp[] = [
  pattern`
    ${FROM}(?:(?:nr|nummer|bolig|lejl|lejlighed|lejemål|hus|dør)[. ]{1,2}\d{1,4}|\d{2,4}),? (?:i |på |fra )?${DEPARTMENT}
    [ .]{1,2}(?:nr\.? ?)?\d{3,4}(?!\d)`,
  pattern`
    ${FROM}${DEPARTMENT}[ .]{1,2}(?:nr\.? ?)?\d{3,4},? ?(?:nr|nummer|bolig|lejl|lejlighed|lejemål|hus|dør)[. ]{1,2}
    (?:nr\.? ?)?\d{1,4}(?!\d)`,
];

export const lease: Detector = (text) => {
  const numbers = hideHarmless(text);
  return [
    ...PATTERNS.flatMap((each) => matches(numbers, each, "lease")),
    ...BESIDE.flatMap((each) => matches(text, each, "lease")),
  ];
};
