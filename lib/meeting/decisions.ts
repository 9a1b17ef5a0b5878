import { addDays, type Day } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import type { Wait } from "#lib/referral/line.ts";
import type { AgendaReason } from "./agenda.ts";

/**
 * What a meeting can decide, in the order of the keys; what a case waits for comes before the others. Coded, so that nobody tells a story about a resident; a short
 * clean text may stand beside it.
 */
export const caseDecisions = [
  "answer",
  "first_contact",
  "send_on",
  "joint_meeting",
  "follow_up",
  "no_change",
  "lift",
] as const;
export type CaseDecision = (typeof caseDecisions)[number];

/** The same for a point that a party brought. */
export const pointDecisions = ["carry_out", "look_into", "take_up_again", "noted"] as const;
export type PointDecision = (typeof pointDecisions)[number];

export type Decision = CaseDecision | PointDecision;

/** How an item of the agenda came out. */
export type Outcome = "decided" | "no_change" | "lift";

/** What moves a case on that waits for this. A case that waits for something else begins with what stands first. */
const movesOn: Partial<Record<Wait, CaseDecision>> = {
  answer: "answer",
  question: "answer",
  proposal: "send_on",
  next_step: "send_on",
  first_contact: "first_contact",
  follow_up: "follow_up",
  quiet: "follow_up",
  hold: "follow_up",
  hold_over: "follow_up",
};

type Offering = { kind: "case" | "point"; reasons: readonly AgendaReason[]; wait: Wait | null };

/**
 * The decisions that an item offers: first what it waits for, then the others in their order. Lifting is offered once the
 * agenda says so: at the third meeting.
 */
export function decisionsFor({ kind, reasons, wait }: Offering): Decision[] {
  if (kind === "point") return [...pointDecisions];
  const offered = caseDecisions.filter((decision) => decision !== "lift" || reasons.includes("lift"));
  const first = wait && movesOn[wait];
  return first ? [first, ...offered.filter((decision) => decision !== first)] : offered;
}

/** `no_change` and `noted` leave nothing to do, so they have neither owner nor date. */
export function outcomeOf(decision: Decision): Outcome {
  if (decision === "lift") return "lift";
  return decision === "no_change" || decision === "noted" ? "no_change" : "decided";
}

/**
 * The cases that were talked of, whatever was said: what somebody had asked for there is done. What the meeting did not
 * reach has no outcome, and is still asked for.
 */
export const talkedOf = <Item extends { kind: "case" | "point"; outcome: Outcome | null }>(
  items: readonly Item[],
): Item[] => items.filter(({ kind, outcome }) => kind === "case" && outcome !== null);

/** Lifting is the convener's, until the next meeting; whatever else is decided names who does it and by when. */
export const asksWho = (decision: Decision): boolean => outcomeOf(decision) === "decided";

export const dues = ["one_week", "two_weeks", "four_weeks", "next_meeting"] as const;
export type Due = (typeof dues)[number];

type Calendar = { meeting: Day; next: Day; days: Pick<WorkingDays, "isWorkingDay" | "add"> };

/** The day that a choice means, counted from the meeting: a working day, moved on past days off. */
export function dueDay(due: Due, { meeting, next, days }: Calendar): Day {
  if (due === "next_meeting") return next;
  const weeks = { one_week: 1, two_weeks: 2, four_weeks: 4 }[due];
  const day = addDays(meeting, 7 * weeks);
  return days.isWorkingDay(day) ? day : days.add(day, 1);
}

/** A decision that nobody has done within a year was none. */
const longest = 366;

/** May a decision of that meeting be due on that day? */
export const mayBeDue = (day: Day, meeting: Day): boolean => day >= meeting && day <= addDays(meeting, longest);
