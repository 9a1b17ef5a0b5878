import { COMPOUND_NUMERAL, TEENS_AND_TENS } from "./digits.ts";
import { oneOf, piece, TO } from "./pattern.ts";
import { TOWNS } from "./towns.ts";

/** A name as typed in a hurry: æ, ø and å spelled out, an accent or a space left out or put in. */
const loose = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/–/g, "-")
    // Full stops and spaces in a row are read in one way alone: in many, a name of them would be tried for years.
    .replace(/(?:\\\.| )+/g, (run) => (/^(?:\\\.)? ?$/.test(run) ? run.replace(" ", "[. ]?") : "[. ]{0,4}"))
    .replace(/(?=(?:parken|haven)$)/, " ?")
    .replace(/æ/g, "(?:æ|ae)")
    .replace(/ø/g, "(?:ø|oe|o)")
    .replace(/å/g, "(?:å|aa)")
    .replace(/é/g, "[ée]");

/** One of these names, typed in a hurry; of no names it is nothing at all. */
export const loosely = (names: readonly string[]): string =>
  names.length === 0 ? "(?!)" : `(?:${names.map(loose).join("|")})`;

/** What makes "12." a third time or a storey instead of a house. */
const NO_ORDINAL = piece`
  (?!\.? ?sal(?!\p{L})|\. ?(?:gang|dag|påkrav|rykker|møde|besøg|uge|brev|forsøg|etape)(?!\p{L}))`;
const NO_COUNT = piece`
  (?! ?(?:gange?|dage?|uger?|timer|minutter|måneder|mdr|år|kr|kroner|børn|voksne|unge|familier|beboere|lejere|naboer|mennesker|
  personer|lejligheder|opgange|blokke|møder|breve|etager|kilometer|km|meter|forskellige|nye|gamle|af|procent)(?!\p{L}))`;
/** A house number in words: toogfyrre, tolv, et hundrede og tolv. One to nine are numbers of a house where the word ends something. */
const HOUSE_NUMERAL = piece`
  (?:(?:et ?)?hundrede? ?(?:og ?)?)?(?:${COMPOUND_NUMERAL}|
  (?:${TEENS_AND_TENS}|(?:to|tre|fire|fem|seks|syv|otte|ni)(?=[,;)!?.]|$| (?:på|st|stuen?|første|anden|tredje|fjerde|femte|er|og|har|til|åbner|i stuen))))(?!\p{L})${NO_COUNT}`;
/** A house number: 12, 12B, nr. 12, 12-14, toogfyrre; no hour, no ordinal, no storey. */
export const HOUSE = piece`
  [ ,.]{0,3}(?:(?:hus ?)?(?:nr|nummer|no|numro)[ .:]{1,2})?
  (?:\d{1,3}(?!\d)(?![.:]\d\d(?!\d))${NO_ORDINAL}(?: ?-\d{1,3}(?!\d))?(?: ?[a-h]${TO})?|${HOUSE_NUMERAL})`;

const SIDE = oneOf(String.raw`
  t\.?_?v t\.?_?h m\.?_?f midt(?:for)? (?:til_)?(?:venstre|højre) dør(?:_?nr\.?)?_?\d{1,3}
  lejl\.?_?\d{1,3} \d{1,4}(?!\d)(?!_?[-/.:]_?\d|_\d) [a-d]`);
export const STOREY = oneOf(String.raw`
  (?:første|anden|tredje|fjerde|femte|sjette)(?=_(?:tv|th|mf|til_(?:venstre|højre)))
  stuen? st kld kl kælder(?:en)? ks (?:for|bag|side|mellem)h(?:us(?:et)?)? \d{1,2}(?:st|nd|rd|th)_floor
  (?:første|anden|tredje|fjerde|femte|sjette)(?=_sal)
  \d{1,2}(?=\.|,|_?sal|_?t\.?_?[vh]|_?m\.?_?f|_?$|_?[,;!?]|_\p{L})`);

/** Postcode and one of these towns. A year before a town is none, but 2000 is Frederiksberg. */
export const postalOf = (towns: readonly string[]): string => piece`
  (?:dk-?)?(?!20[123]\d (?!frb|frederiksberg))[1-9]\d{3}[ ,]{1,2}
  ${loosely(towns)}\.?(?:[ ,]{1,2}(?:nv|sv|[nøsvkc])${TO})?${TO}`;
export const POSTAL = postalOf(TOWNS);
export const DISTRICT = piece`(?:2200 ?n|2400 ?nv|2100 ?ø|2300 ?s|2450 ?sv)${TO}(?!/)`;

/** What may follow a house number: storey and door, then postcode and town. */
export const REST = piece`
  (?:[ ,./-]{1,3}${STOREY}(?:\.? ?sal(?:en)?)?\.?(?:[ ,./]{0,3}${SIDE}${TO}\.?)?(?: ?baghus(?:et)?)?|
  [ ,.]{1,3}dør(?: ?nr\.?)? ?\d{1,3}${TO})?`;
export const TAIL = piece`${REST}(?:[ ,.-]{0,3}(?:${POSTAL}|${DISTRICT}))?`;
