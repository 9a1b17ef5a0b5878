import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { Standing } from "#lib/directory/contact-view.ts";
import { fill } from "#lib/fill.ts";
import type messages from "#messages/da.json";

/** What the contact scheme says, in one language. */
export type ContactWords = Pick<typeof messages, "contacts" | "standing"> & {
  form: Pick<(typeof messages)["form"], "summary" | "unsent" | "retry">;
};

export type StandingWords = (typeof messages)["standing"];

/** Who is there and whether there is room, a sentence each; none where everything is as usual. */
export function standingLines(standing: Standing, words: StandingWords, locale: Locale): string[] {
  const { capacity } = standing;
  return [
    presenceLine(standing, words, locale),
    capacity && fill(words[capacity.state], { week: String(capacity.week) }),
  ].filter((line) => line !== null);
}

/** The same in one line; empty where everything is as usual. */
export const standingText = (...all: Parameters<typeof standingLines>): string => standingLines(...all).join(" · ");

/** "Samira afløser til og med tors. 26. nov.", "Ingen i funktionen lige nu"; null while somebody is there. */
export function presenceLine(
  { presence, until, deputies }: Pick<Standing, "presence" | "until" | "deputies">,
  words: StandingWords,
  locale: Locale,
): string | null {
  const values = { day: until ? showDay(until, locale) : "", people: deputies.join(", ") };
  if (presence === "there") return null;
  if (presence === "vacant") return words.vacant;
  if (presence === "away") return fill(words.away, values);
  return fill(until ? words.stoodIn : words.stoodInOpen, values);
}

/** An address that a telephone calls; numbers without a country are Danish. */
export const telOf = (phone: string): string =>
  `tel:${phone.startsWith("+") ? phone : `+45${phone}`}`.replaceAll(" ", "");
