import { pattern, piece } from "./pattern.ts";

/** Months in Danish and English, whole and cut short. */
export const MONTH = piece`
  (?:jan(?:uary?)?|febr?(?:uary?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?|
  sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})`;

const DAY = piece`(?:0?[1-9]|[12]\d|3[01])`;
/** A day and month without a year: 12/3, 12.3., 12. 3., 12. marts, 12th of March. */
export const DAY_MONTH = piece`
  (?:${DAY}(?: ?/ ?|\.(?: (?=\d\d?\.))?|-)(?:0?[1-9]|1[0-2])(?!\d)|
  ${DAY}(?:\.|th|st|nd|rd)? ?(?:of )?${MONTH})`;

/** A date with its year. `year` is written out: 87 is 1987, 04 is 2004. */
export type WrittenDate = { start: number; end: number; year: number };

const APART = piece`(?<!\d|\d[.,/-])`;
const ALONE = piece`(?<!\d|\d[ .,/-])`;
/** A space alone parts day and month only where no digits go before: 17 07 05-1234 is no date of July. */
const GAP = piece`(?: ?[./-] ?| (?<!\d \d{1,2} ))`;
/** A point and a space end a sentence, unless the day was parted from the month in the same way: 12. 3. 87. */
const SIGN = piece`(?:[./-]|(?<=\. \d{1,2})\. )`;
const LONG_YEAR = piece`(?<year>(?:189|19\d|20\d)\d)`;
/** A CPR number begins like a date: what follows tells. An amount after a date is no serial number. */
const NO_SERIAL = piece`
  (?! ?[-/.:]? ?(?:\d{4}|[x*]{4})(?!\d| ?kr(?!\p{L})| ?,-))
  (?![./:-]?\d| {1,3}\d\d {1,3}\d\d)(?!-\p{L}\d)`;

const FORMS: readonly RegExp[] = [
  // 12.03.1987, 12/3 1987
  pattern`
    ${APART}(?<day>\d{1,2})${GAP}(?<month>\d{1,2})(?:${SIGN}| )${LONG_YEAR}(?! ?- ?\d{4}(?!\d))
    (?!\d|(?<=\d \d\d \d{4}) \d{4}(?!\d))`,
  // 12/3-87, 12/3 87
  pattern`${APART}(?<day>\d{1,2}) ?[./-] ?(?<month>\d{1,2})${SIGN}(?<year>'?\d\d)${NO_SERIAL}`,
  pattern`${APART}(?<day>\d{1,2})[./-](?<month>\d{1,2}) (?<year>'?\d\d)${NO_SERIAL}(?! {1,3}\d)`,
  // 1987-03-12
  pattern`${APART}${LONG_YEAR}[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?![\d-])`,
  // 12031987, 19870312
  pattern`${ALONE}(?<day>\d\d)(?<month>\d\d)(?<year>(?:19|20)\d\d)(?!\d| ?- ?\d)`,
  pattern`${ALONE}(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d| ?- ?\d)`,
  // 12. marts 87, March 12, 1987
  pattern`
    ${APART}(?<day>\d{1,2})(?:\.|th|st|nd|rd)? ?(?:of )?${MONTH}[., ]{0,2}
    (?<year>(?:189|19\d|20\d)\d|'?\d\d(?!-| {1,3}\d))(?!\d|[./:,]\d)`,
  pattern`(?<!\p{L})${MONTH}\.? (?<day>\d{1,2})(?:th|st|nd|rd)?,? (?<year>(?:19|20)\d\d)(?!\d)`,
];

/** The latest year that two digits mean this century: 32 is 2032, 33 is 1933. */
const LATEST_SHORT_YEAR = 32;
/**
 * The last year that is taken for a year of birth with no word like "født" beside it. Later dates stand in letters,
 * deadlines and appointments and are let through.
 */
export const LAST_BARE_BIRTH_YEAR = 2012;

export function wholeYear(written: string): number {
  const number = Number(written.replace("'", ""));
  if (number >= 100) return number;
  return number <= LATEST_SHORT_YEAR ? 2000 + number : 1900 + number;
}

/** Every date with a year in the text, in any order. */
export function writtenDates(text: string): WrittenDate[] {
  return FORMS.flatMap((form) => [...text.matchAll(form)])
    .filter(({ groups = {} }) => {
      const day = Number(groups.day);
      const month = Number(groups.month ?? 1);
      return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    })
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      year: wholeYear(match.groups?.year ?? ""),
    }));
}
