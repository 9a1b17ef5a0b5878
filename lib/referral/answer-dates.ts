import { addDays, type Day } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import { payBy } from "#lib/eviction/pay-by.ts";
import { answerBy, type Norm } from "./clocks.ts";

/** `letter` is the latest letter that is answered by `by`. */
export type BroughtForward = { letter: Day; by: Day };

/** Past this many days a demand has run out, whatever holidays lie in between: it is answered today. */
const furthestBack = 30;

/**
 * When a referral sent today is answered: by the norm, and earlier where a demand's last day to pay draws near. Newest
 * letter first; the last entry that a letter is not newer than is the one that counts.
 */
export function answerDates(norm: Norm, today: Day, days: WorkingDays): { plain: Day; brought: BroughtForward[] } {
  const plain = answerBy(norm, today, days, null);
  const brought: BroughtForward[] = [];
  for (let back = 0; norm.eviction && back <= furthestBack; back += 1) {
    const letter = addDays(today, -back);
    const by = answerBy(norm, today, days, payBy(letter));
    if (by < (brought.at(-1)?.by ?? plain)) brought.push({ letter, by });
  }
  return { plain, brought };
}
