import type { Day } from "#lib/calendar/day.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";

/** Who holds a post or stands in, and from when to when; without a last day, for now. */
export type Holding = { person: PersonId; post: PostId; deputy: boolean; from: Day; to: Day | null };
export type Absence = { person: PersonId; from: Day; to: Day };
export type Staffing = { holdings: readonly Holding[]; absences: readonly Absence[] };

/**
 * Who is there for a post on a day.
 * there: a holder is · stood-in: every holder is away, or there is none, and a deputy is there · away: every holder is away
 * and nobody stands in · vacant: nobody holds it or stands in.
 */
export type Presence = {
  state: "there" | "stood-in" | "away" | "vacant";
  /** Whoever holds it; `awayUntil` is the last day of an absence that runs on that day. */
  holders: { person: PersonId; awayUntil: Day | null }[];
  /** Whoever stands in, and is there. */
  deputies: PersonId[];
  /** The last day before a holder is back; null while one is there, and where nobody holds it. */
  until: Day | null;
};

/** Does a span hold on that day? Both ends count; without a last day it holds on. */
export const within = (day: Day, { from, to }: { from: Day; to: Day | null }): boolean =>
  from <= day && (!to || to >= day);

/** The last day of an absence of theirs that runs on that day; null when they are there. */
export function awayUntil({ absences }: Pick<Staffing, "absences">, person: PersonId, day: Day): Day | null {
  const running = absences.filter((absence) => absence.person === person && within(day, absence));
  return running.reduce<Day | null>((last, { to }) => (last && last > to ? last : to), null);
}

/** Who is there for a post on that day, and until when its holders are away. */
export function presenceOf(staffing: Staffing, post: PostId, day: Day): Presence {
  const all = staffing.holdings.filter((holding) => holding.post === post && within(day, holding));
  const holders = all
    .filter(({ deputy }) => !deputy)
    .map(({ person }) => ({ person, awayUntil: awayUntil(staffing, person, day) }));
  const deputies = all.filter(({ deputy, person }) => deputy && !awayUntil(staffing, person, day));
  const there = holders.some((holder) => !holder.awayUntil);
  const back = holders.map((holder) => holder.awayUntil).filter((until) => until !== null);
  return {
    state: there ? "there" : deputies.length > 0 ? "stood-in" : holders.length > 0 ? "away" : "vacant",
    holders,
    deputies: deputies.map(({ person }) => person),
    until: there ? null : (back.toSorted()[0] ?? null),
  };
}
