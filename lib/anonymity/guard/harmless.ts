import { DAY_MONTH, MONTH, writtenDates } from "./dates.ts";
import { FROM, oneOf, pattern, piece, TO } from "./pattern.ts";

/** Stands where a harmless number stood; no detector knows the sign. */
const HIDDEN = "¤";

/** What is counted or measured: a number before one of these is no house, flat or telephone. */
const COUNTED = oneOf(String.raw`
  x gange?(?:n|s)? timers? tim minut(?:ter)?s? sekund(?:er)? dages? døgn nætter hverdage arbejdsdage uge(?:r|rs|n)?
  mdr?s? måned(?:er|ers|lig\p{L}*)? års? -?årige?s? åringe?r? kvartal halvår semester trimester -tiden
  lejligheder husstande opgange etager blokke boliger værelser værelses vær rum rums m2 m3 kvm kvadratmeter km cm mm
  meter grader kg kilo gram mg liter stk styk(?:ker)? procent pct promille
  samtaler aftaler beskeder breve rudekuverter regninger advarsler ansøgninger henvisninger sager punkter sider
  kreditorer pladser hold steder forskellige forgæves klasse generation juledag pinsedag påskedag
  personers? pers mennesker beboere borgere lejere kvinder mænd familier
  stole senge nøgler skridt trin trappetrin øl smøger cigaretter piller ud_af af_(?:dem|de|vores)
  days? weeks? months? years? hours? times people visits`);
/** These live in a house as well: behind a large number they are rather its people, "i x-gade 42 naboer klager". */
const COUNTED_FEW = oneOf(`
  børn børnebørn voksne unge ældre drenge piger søskende naboer venner hunde? katte? andre children kids`);

const AMOUNT = piece`(?:\d{1,3}(?:[. ]\d{3}){1,2}(?![.\d])|\d{1,7})(?:,(?:\d{1,2}|-))?`;
const HOUR = piece`(?:[01]?\d|2[0-4])`;
const TIME = piece`${HOUR}(?:[.:]?[0-5]\d)?(?!\d)`;
const NEXT = " ?(?:,|\\+|og|eller|til|samt) ?";
/** Nothing follows that would make the last number a piece of a longer one. */
const LAST = piece`(?![./-]?\d| {1,3}\d)`;
/** 46, 47-48 og 50. A second hyphen in a row makes it something else. */
const list = (number: string): string => {
  const range = piece`${number}(?: ?[-/] ?${number})?`;
  return piece`${range}(?:${NEXT}${range})*${LAST}`;
};
/** Neither inside a word or number nor behind a piece of one, as the last two digits of 22 33 44 55. */
const APART = piece`(?<![\p{L}_]|\d[ .,:/-]{0,2})`;

const COUNTS: readonly RegExp[] = [
  // A referral's own code or half of it, as `lib/referral/code` makes it.
  pattern`${FROM}[2-9][AFHKMRX][2-9][AFHKMRX](?:[ -]{0,2}[2-9][AFHKMRX][2-9][AFHKMRX])?${TO}`,
  // Firms and authorities: their numbers are public.
  pattern`${FROM}(?:cvr|ean|p-?nr|se-?nr)[ .:-]{0,2}(?:nr|nummer)?[ .:]{0,2}\d{8,13}${TO}`,
  // Paragraphs, acts, reported judgments and the municipal numbering of subjects.
  pattern`§{1,2} ?${list(piece`\d{1,3}(?!\d)(?: ?[a-h](?!\p{L}))?`)}`,
  pattern`${FROM}(?:(?:stk|kap|s|pkt)\.?|kapitel|litra|bilag|side|punkt) ?\d{1,3}(?!\d)${LAST}`,
  pattern`
    ${FROM}(?:lov|lbk|bek|vejledning(?:en)?|\p{L}{1,30}loven|\p{L}{0,30}bekendtgørelsen?|lovforslag|cirkulære|l)
    [ ](?:nr\.? ?)?\d{1,4}(?:/\d{4})?(?![\p{L}\d/])${LAST}`,
  pattern`${FROM}(?:ufr|u|fed|skm|tbb|t:bb|ast|kfe)[ .]?\d{4}[.,-] ?\d{1,5}${TO}`,
  pattern`${FROM}kle[ -]?(?:nr|nummer)?\.?:? ?${list(piece`\d\d\.\d\d\.\d\d`)}(?!-)`,
  // Weeks and hours.
  pattern`${FROM}uge(?:r|rne)? ?(?:nr\.? ?)?${list(piece`[1-5]?\d(?!\d)`)}`,
  pattern`${FROM}(?:kl|klokken|klok|ml|mellem|at)[ .:]{0,2}${list(TIME)}`,
  pattern`${APART}\d{1,2}:\d\d(?: ?- ?\d{1,2}[:.]\d\d)?(?![\d:])`,
  pattern`${APART}${HOUR}[.:][0-5]\d ?(?:-|til) ?${HOUR}[.:][0-5]\d(?![.:\d]|[ -]\d\d)`,
  // Departments of a housing organisation.
  pattern`
    ${FROM}(?:afd|afdeling(?:en|er|erne)?)[ .:]{0,2}(?:nr\.? ?)?\d{1,4}(?!\d)
    (?: ?(?:,|/|\+|og|-) ?[1-9]\d{0,3}(?!\d))*(?![-./]\d| ?-? ?0\d)`,
  // Money.
  pattern`${FROM}(?:kr|dkk|kroner|beløb)[ .:]{0,2}${AMOUNT}(?!\d)(?![ ./-]{1,3}\d)`,
  pattern`
    ${APART}${AMOUNT}(?: ?(?:-|til) ?${AMOUNT})?
    (?: ?(?:t\.? ?)?(?:kr|kroner|dkk|mio|tkr|tusind\p{L}*|euro)${TO}| ?[€%]|,-| ?k${TO})`,
  pattern`${APART}(?:\d{1,3}|\d\.\d{3})\.\d{3}(?:,\d{1,2})?(?![.,/-]?\d| \d{3}(?!\d))`,
  // Whatever is counted.
  pattern`${APART}\d{1,4}(?:[,.]\d)?\+?(?: ?(?:-|til|eller|/) ?\d{1,4})?\.?[ -]?${COUNTED}${TO}`,
  pattern`
    ${APART}(?:[1-9](?: ?(?:-|til|eller) ?\d{1,2})?|(?<=(?:ca|cirka|over|mindst)\.? )\d{1,4}) ${COUNTED_FEW}${TO}`,
  pattern`${APART}[1-9]0'?er(?:ne)?s?${TO}`,
];

/** "Bor x-gade 12/2" is house and door, "møde i X-gade 12/2" a day. */
const NOT_AT_HOME = piece`
  (?<!(?:bor|bopæl|adr|adresse|adressen)[ .:]{1,3}(?:på |i |er )?
  \p{L}{1,30} ?(?:gade|vej|all[eé]|plads|parken|vænget|have) )`;

const DATES: readonly RegExp[] = [
  pattern`
    ${APART}${NOT_AT_HOME}${DAY_MONTH}(?!\.? ?(?:tv|th|mf|sal|st|dør)(?!\p{L}))
    (?![./:-]?\d)(?![ -]\d\d[ -]{0,3}\d{4})\.?`,
  pattern`(?<!\p{L})${MONTH} ?(?:19|20)\d\d(?!\d)`,
  pattern`${APART}(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)(?![-./]?\d)`,
  pattern`
    (?<=(?<!\p{L})(?:i|for|fra|siden|år|året|og) )(?:19|20)\d\d
    (?![-./]?\d| ?- ?\d| \d{2,4}(?! ?kr(?!\p{L})))`,
];

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + HIDDEN.repeat(end - start) + text.slice(end);

const hide = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, each) => left.replace(each, (found) => HIDDEN.repeat(found.length)), text);

/** The text, at its length, without amounts, weeks, hours, paragraphs, counts, departments and referral codes. */
export const hideCounts = (text: string): string => hide(text, COUNTS);

/** As `hideCounts`, and without dates: what is left of numbers may be somebody's. */
export function hideHarmless(text: string): string {
  const counted = hideCounts(text);
  // 12112026 may be a telephone number after all.
  const dates = writtenDates(counted).filter(({ start, end }) => /\D/.test(counted.slice(start, end)));
  const undated = dates.reduce((left, { start, end }) => blank(left, start, end), counted);
  // Once more: an amount behind a date stood too close to its digits before.
  return hideCounts(hide(undated, DATES));
}
