import type { MarkState } from "#components/ui/state-mark.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import { showDay } from "#lib/calendar/show-day.ts";
import { fill, lowered } from "#lib/fill.ts";
import { markOf, type TimeLeft } from "#lib/referral/line.ts";
import type { Mark, When } from "#lib/referral/referral-view.ts";
import type messages from "#messages/da.json";

/** Everything the page of a referral says, in one language. */
export type ReferralWords = Pick<
  typeof messages,
  "referral" | "acts" | "timeline" | "state" | "standing" | "form" | "guard"
>;

/** "tors. 26. nov." for those whose own day it is, "uge 48" for everybody else. */
export function whenWords(when: When, words: ReferralWords, locale: Locale): string {
  return "day" in when ? showDay(when.day, locale) : fill(words.referral.week, { week: String(when.week) });
}

export const weekWords = (week: number, words: ReferralWords) => fill(words.referral.week, { week: String(week) });

/** The shape of the mark that says a state. */
export const shapeOf = (state: Mark["state"]): MarkState =>
  state === "taken" ? "time" : state === "voided" ? "done" : markOf[state];

/** The state in the same words on every screen. */
export function markWords(
  { state, hold }: Mark,
  { state: words }: Pick<ReferralWords, "state">,
  locale: Locale,
): string {
  if (!hold) return words[state];
  return fill(words.on_hold, { what: lowered(hold.what), day: showDay(hold.until, locale) });
}

/** "om 2 arbejdsdage", "1 arbejdsdag over fristen". */
export function leftWords({ say, days }: TimeLeft, { left }: ReferralWords["state"]): string {
  if (say === "in") return days === 1 ? left.in_one : fill(left.in, { days: String(days) });
  if (say === "over") return days === 1 ? left.over_one : fill(left.over, { days: String(days) });
  return left[say];
}

/**
 * Puts values into a sentence. A post is said with its unit after a comma ("Boligrådgiver, SCK, overtog"), and so with a
 * second one where the sentence goes on; a name without a unit takes none.
 */
export const say = (sentence: string, values: Readonly<Record<string, string>>): string =>
  fill(
    sentence.replace(/\{(post|by)\},(?= )/g, (whole, name: string) =>
      values[name]?.includes(", ") ? whole : `{${name}}`,
    ),
    values,
  );
