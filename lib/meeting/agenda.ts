import { type Day, daysBetween } from "#lib/calendar/day.ts";
import type { ClockState } from "#lib/referral/clocks.ts";

/** What the agenda is built from: facts of one open referral, nothing of its matter. */
export type AgendaFacts = {
  service: string;
  clock: "ordinary" | "eviction";
  loggedOn: Day;
  due: ClockState;
  /** Since when it lies with, or waits for, a post where nobody is named as tovholder; null where somebody is. */
  unassignedSince: Day | null;
  /** Since when it is on hold; null when it is not, or when the day it was held until has passed. */
  heldSince: Day | null;
  /** How often it was returned, and how often redirected. */
  returned: number;
  redirected: number;
  /** The municipal administrations that it was sent to, those that gave it back among them. */
  administrations: readonly string[];
  /** Somebody asked for it to be talked about. */
  onAgenda: boolean;
  /** At how many meetings it was talked of before. */
  discussed: number;
};

/** Why a case comes up, in the order in which the reasons are shown. */
export const agendaReasons = [
  "late",
  "eviction",
  "unassigned",
  "held_long",
  "sent_around",
  "between_administrations",
  "asked_for",
  "discussed_before",
  "lift",
] as const;
export type AgendaReason = (typeof agendaReasons)[number];

/** Calendar days after which a post should have named somebody, and after which a hold is talked of. */
const daysToName = 7;
const daysOfHold = 28;
/** So many returns and redirects are a pattern; at so many meetings a case is lifted to Boligsocialt Forum. */
const timesAround = 2;
const meetingsToLift = 3;

const longerThan = (days: number, since: Day | null, today: Day) => since !== null && daysBetween(since, today) > days;

/** Whether a reason holds for a case today. */
const holds: Record<AgendaReason, (facts: AgendaFacts, today: Day) => boolean> = {
  late: ({ due }) => due === "late",
  eviction: ({ clock }) => clock === "eviction",
  unassigned: ({ unassignedSince }, today) => longerThan(daysToName, unassignedSince, today),
  held_long: ({ heldSince }, today) => longerThan(daysOfHold, heldSince, today),
  sent_around: ({ returned, redirected }) => returned + redirected >= timesAround,
  between_administrations: ({ administrations }) => new Set(administrations).size > 1,
  asked_for: ({ onAgenda }) => onAgenda,
  discussed_before: ({ discussed }) => discussed > 0,
  lift: ({ discussed }) => discussed + 1 >= meetingsToLift,
};

export type AgendaCase<Facts extends AgendaFacts> = { facts: Facts; reasons: AgendaReason[] };

/** Which reasons a meeting begins with; after them the oldest comes first. */
const pressing: readonly AgendaReason[] = ["late", "eviction", "unassigned"];

function compare(a: AgendaCase<AgendaFacts>, b: AgendaCase<AgendaFacts>): number {
  const decides = pressing.find((reason) => a.reasons.includes(reason) !== b.reasons.includes(reason));
  if (decides) return a.reasons.includes(decides) ? -1 : 1;
  return a.facts.loggedOn < b.facts.loggedOn ? -1 : a.facts.loggedOn > b.facts.loggedOn ? 1 : 0;
}

/**
 * The agenda of a network meeting: every open referral that has a reason to be talked of, the most pressing first, and
 * how many go on as agreed. No referral is left out: it is a case or it is counted.
 *
 * @param open facts of all open referrals of the meeting's series; what else they carry comes back with them
 */
export function agendaOf<Facts extends AgendaFacts>(
  open: readonly Facts[],
  today: Day,
): { cases: AgendaCase<Facts>[]; quiet: number } {
  const cases = open
    .map((facts) => ({ facts, reasons: agendaReasons.filter((reason) => holds[reason](facts, today)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(compare);
  return { cases, quiet: open.length - cases.length };
}
