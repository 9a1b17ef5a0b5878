import { keptDays, keptYears, loginDays, logMonths, requestDays } from "#lib/anonymity/retention.ts";
import { remarkMonths } from "#lib/meeting/evaluation.ts";

/** Whom something is about: a resident, always under a code; a colleague, by name. */
export const concerned = ["resident", "colleague"] as const;
export type Concerned = (typeof concerned)[number];

/**
 * How long something is kept, with the numbers that its sentence in the messages takes. `open`: about people, and nothing
 * in Brobyg deletes it; `proposal`: as long as the draft it is about; `leaving`: until its owner takes it away or stops; `stays`: about nobody; `row`: as long as the row it stands in.
 */
export const kept = {
  referral: { months: keptYears * 12 },
  text: { months: keptYears * 12 },
  draft: { days: keptDays.draft },
  retry: { days: keptDays.intent },
  mail: { days: keptDays.mail },
  login: loginDays,
  request: { days: requestDays },
  presence: {},
  leaving: {},
  log: { months: logMonths },
  evaluation: { months: remarkMonths },
  proposal: {},
  open: {},
  stays: {},
  row: {},
} as const satisfies Record<string, Readonly<Record<string, number>>>;
export type Kept = keyof typeof kept;

export type Kind = {
  about: readonly Concerned[];
  kept: Kept;
  /** It may say something of a kind that article 9 protects, such as health. Whether it does is for people to judge. */
  special?: true;
};

const resident: readonly Concerned[] = ["resident"];
const colleague: readonly Concerned[] = ["colleague"];
const nobody: readonly Concerned[] = [];

/** What a column holds, in the order in which it is told. What each is for stands in the messages. */
export const categories = {
  code: { about: resident, kept: "referral" },
  origin: { about: resident, kept: "referral" },
  course: { about: resident, kept: "referral", special: true },
  situation: { about: resident, kept: "referral", special: true },
  text: { about: resident, kept: "text", special: true },
  consent: { about: resident, kept: "referral" },
  result: { about: resident, kept: "referral", special: true },
  acts: { about: concerned, kept: "referral" },
  notice: { about: concerned, kept: "referral" },
  draft: { about: concerned, kept: "draft", special: true },
  view: { about: colleague, kept: "leaving" },
  presence: { about: concerned, kept: "presence" },
  retry: { about: concerned, kept: "retry" },
  minutes: { about: concerned, kept: "open", special: true },
  evaluation: { about: colleague, kept: "evaluation" },
  comment: { about: colleague, kept: "proposal" },
  counts: { about: resident, kept: "open" },
  log: { about: concerned, kept: "log" },
  directory: { about: colleague, kept: "open" },
  account: { about: colleague, kept: "open" },
  login: { about: colleague, kept: "login" },
  request: { about: colleague, kept: "request" },
  mail: { about: colleague, kept: "mail" },
  words: { about: concerned, kept: "open" },
  organisation: { about: nobody, kept: "stays" },
  figures: { about: nobody, kept: "stays" },
  chain: { about: nobody, kept: "stays" },
  key: { about: nobody, kept: "row" },
} as const satisfies Record<string, Kind>;
export type Category = keyof typeof categories;

export const allCategories = Object.keys(categories) as Category[];
export const kindOf = (category: Category): Kind => categories[category];
