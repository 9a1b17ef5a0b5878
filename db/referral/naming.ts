import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { Case, PostId, UnitId } from "#lib/referral/case.ts";
import { type Directory, postLabel } from "../directory/directory.ts";

/** In which words somebody reads: the language, and what a helhedsplan is called to whom it is not named. */
export type Reader = { locale: Locale; aPlan: string };

/** What posts, units, choices and days are called for one reader of one referral. */
export type Naming = {
  locale: Locale;
  mine: (post: PostId | null | undefined) => boolean;
  post: (post: PostId) => string;
  /** Null for a unit that this reader is not told. */
  unit: (unit: UnitId) => string | null;
  word: (words: Words) => string;
  /** The words of a code in a list of choices; the code itself when the agreement has it no more. */
  choice: (choices: readonly { code: string; text: Words }[], code: string) => string;
  day: (day: string) => string;
};

type For = { directory: Directory; referral: Case; posts: readonly PostId[]; party: boolean; reader: Reader };

/**
 * A helhedsplan is named only to the two parties of its handover, and the origin to every party of the referral: whoever
 * looks from outside reads "en helhedsplan".
 */
export function namingFor({ directory, referral, posts, party, reader }: For): Naming {
  const { locale, aPlan } = reader;
  const { origin, waiting, current, past } = referral;
  const mine = (post: PostId | null | undefined) => !!post && posts.includes(post);
  const met = new Set(
    [...past, current, waiting].flatMap((each) =>
      each && (mine(each.to) || mine(each.from)) ? [each.to, each.from] : [],
    ),
  );
  const told = (post: PostId) => mine(post) || met.has(post) || (party && post === origin);
  const hidden = (post: PostId) => directory.posts.get(post)?.side === "housing" && !told(post);
  const word = (words: Words) => words[locale];
  return {
    locale,
    mine,
    word,
    post: (post) => (hidden(post) ? aPlan : postLabel(directory, post, locale)),
    unit: (unit) => {
      const housing = [...directory.posts.values()].filter((post) => post.unit === unit && post.side === "housing");
      const known = housing.length === 0 || housing.some(({ id }) => told(id));
      return known ? (directory.units.get(unit)?.short ?? null) : null;
    },
    choice: (choices, code) => {
      const found = choices.find((each) => each.code === code);
      return found ? word(found.text) : code;
    },
    day: (day) => showDay(day as Day, locale),
  };
}
