import { type Detector, matches } from "./finding.ts";
import { oneOf, pattern, patternOfCase, piece, TO, WORD } from "./pattern.ts";

/** Two letters that are words or units before a number: kr 12345, ca 15000, på 12500. */
const WORDS = oneOf(`
  kr nr ca kl pr af er op og om ud en et at de du vi os ja nu jf fx mm ad se gå få så på år ml tv th mf st fa ds md ed
  is my we in on or to by ar ha ok ej la so da av re uf bs fs as`);
const DIGITS = piece`(?:\d\d[ .-]?\d{3}|\d{3}[ .-]\d\d)(?![\d-]|[.,]\d)(?! ?kr(?!\p{L})| ?,-| ?dkk)`;
const APART = piece`(?<![\p{L}\d.-])`;
const VEHICLE = oneOf(String.raw`
  knallert\p{L}* scooter\p{L}* trailer\p{L}* motorcykel mc bil(?:en)? varebil varevogn taxa campingvogn`);
const PLATE_OF = oneOf(String.raw`
  nummer_?plade nr\.?_?plade plade indreg(?:istrerings)?\.?_?(?:nr|nummer) stelnummer stelnr
  (?:bil|reg)\.?(?:ens)?_?(?:reg\.?_?)?(?:nr|nummer)\.?`);

const PATTERNS: readonly RegExp[] = [
  // AB 12 345 and AB12345. In small letters and set apart, the letters must be no word.
  patternOfCase`${APART}(?!KR|NR|CA)[A-Z]{2}[ .-]{0,2}${DIGITS}`,
  pattern`
    ${APART}(?!${WORDS}[ .-]{1,2}(?:\d{5}|[\d .-]{4,5}0(?!\d))|(?:kr|nr|ca)[ .-]{0,2}\d)[a-z]{2}[ .-]{0,2}${DIGITS}`,
  // What is called a number plate, and plates of mopeds and from abroad beside a vehicle.
  pattern`
    ${WORD}${PLATE_OF}(?:n|en|et)?(?!\p{L})[ .:,]{0,3}(?:er |hedder )?(?=[\p{L} -]{0,8}\d)(?=[\d -]{0,8}\p{L})
    (?<it>[\p{L}\d]{1,10}(?:[ -](?=\p{L}{0,2}\d)[\p{L}\d]{1,6}){0,2})`,
  pattern`
    ${WORD}${VEHICLE}[ (:,]{1,3}(?:med |m |nr\.? |plade |nummerplade |reg ?nr\.? ){0,2}
    (?<it>(?!(?:fra|til|men|kun|kl|ca|nr|kr|på|og|er|med|som|der|har|for) )[a-z]{2,3} ?-?\d{2,3} ?\d{0,3})${TO}`,
];

export const plate: Detector = (text) => PATTERNS.flatMap((each) => matches(text, each, "plate"));
