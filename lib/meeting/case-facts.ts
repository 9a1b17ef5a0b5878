import type { Day } from "#lib/calendar/day.ts";
import type { LineState, Wait } from "#lib/referral/line.ts";
import type { AgendaReason } from "./agenda.ts";
import type { Decision } from "./decisions.ts";

/**
 * A case as a meeting knows it: a service, who has it, weeks, reasons. A post is the id of a municipal one, or
 * "helhedsplan" for any other: no code, no estate, no matter.
 */
export type CaseFacts = {
  service: string;
  holder: string;
  waitsFor: string;
  /** Whole weeks since it was logged, when the agenda was built. */
  weeks: number;
  state: Exclude<LineState, "closed">;
  wait: Wait;
  reasons: AgendaReason[];
  /** Its place among the cases as the rules order them, from 0. */
  rank: number;
  /** How many meetings have talked of it before this one. */
  discussed: number;
  /** What the latest of them decided; without a day where nothing was to be done. */
  last: { meeting: number; code: Decision; text: string | null; dueOn: Day | null; done: boolean } | null;
};
