import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import type { KeptPost } from "#lib/directory/units-view.ts";
import { fill } from "#lib/fill.ts";

export type Telling = { today: Day; words: UnitsWords["units"]; locale: Locale };

/** From when, and until when: "fra 12. december 2013", "ophørt 31. december 2026". */
export function spanWords({ from, to }: { from: Day; to: Day | null }, { today, words, locale }: Telling): string {
  if (to === null) return fill(words.since, { day: showDate(from, locale) });
  return fill(to < today ? words.over : words.until, { day: showDate(to, locale) });
}

/** How much is open, as far as an administrator may know; nothing of a post that takes no part in referrals. */
export function loadWords(
  { load, duties }: Pick<KeptPost, "load" | "duties">,
  { load: words }: UnitsWords["units"],
): string | null {
  if (!duties.includes("refer") && !duties.includes("receive")) return null;
  if (load === "few") return words.few;
  return load === 0 ? words.none : fill(words.many, { count: String(load) });
}
