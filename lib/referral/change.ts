import type { CleanText } from "#lib/anonymity/clean-text.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Case, Consent, Handover, PersonId, PostId } from "./case.ts";
import type { Matter } from "./matter.ts";
import type { ReminderStep } from "./reminders.ts";
import type { Scope } from "./words.ts";
import { isCurrent, isWaiting } from "./words.ts";

/** Something that is not for everybody who sees the facts: shown to the origin only with consent to feedback. */
export type ResultKind = "progress" | "outcome" | "means" | "reason";

export type NoticeKind =
  | "sent"
  | "accepted"
  | "returned"
  | "redirected"
  | "redirected_out"
  | "proposed"
  | "asked"
  | "answered"
  | "withdrawn"
  | "advised"
  | "passed_on"
  | "identity"
  | "no_answer"
  | "here_now"
  | "propose_time"
  | "held"
  | "hold_over"
  | "letter"
  | "correction"
  | "consent"
  | "approved"
  | "closed"
  | "reopened"
  | "voided"
  | "succeeded"
  | "vacant"
  | ReminderStep
  | "journal"
  | "journal_leader"
  | "going"
  | "undone";

export type Message = { kind: "note" | "question" | "answer" | "advice"; code: string | null; text: CleanText | null };

/**
 * All that one act does, as a value: what the rules answer and the one writer in `db/referral/perform.ts` carries out in
 * one transaction. Nothing in it is free text but `message.text`, which only the guard makes.
 */
export type Change = {
  referral: Partial<
    Pick<
      Case,
      | "status"
      | "holder"
      | "origin"
      | "assigned"
      | "nextStepBy"
      | "followUpOn"
      | "onAgenda"
      | "urgent"
      | "closedOn"
      | "closedBy"
      | "touchedOn"
    >
  >;
  /** New and changed handovers, whole. */
  handovers: Handover[];
  parties: { post: PostId; scope: Scope; until?: Day | null }[];
  event: { handover: string | null; reason: string | null; details: Record<string, string | number | boolean | null> };
  results: { kind: ResultKind; code: string }[];
  notices: { to: PostId; kind: NoticeKind }[];
  consents: Consent[];
  feedback: "yes" | "no" | null;
  matter: Matter | null;
  message: Message | null;
  /** The note goes: consent was withdrawn. */
  deleteNote: boolean;
};

export const noChange: Change = {
  referral: {},
  handovers: [],
  parties: [],
  event: { handover: null, reason: null, details: {} },
  results: [],
  notices: [],
  consents: [],
  feedback: null,
  matter: null,
  message: null,
  deleteNote: false,
};

/** The case as it is after the change. The database's writer stores just this; a test holds the two together. */
export function changed(referral: Case, change: Change, today: Day): Case {
  const known = [...referral.past, referral.current, referral.waiting].filter((handover) => handover !== null);
  const rest = known.filter((handover) => !change.handovers.some((next) => next.id === handover.id));
  const all: Handover[] = [...rest, ...change.handovers].toSorted((a, b) => a.seq - b.seq);
  return {
    ...referral,
    touchedOn: today,
    ...change.referral,
    waiting: (all.findLast(({ state }) => isWaiting(state)) ?? null) as Case["waiting"],
    current: (all.findLast(({ state }) => isCurrent(state)) ?? null) as Case["current"],
    past: all.filter(({ state }) => !isWaiting(state) && !isCurrent(state)),
    consents: [...referral.consents, ...change.consents],
    feedback: change.feedback ?? referral.feedback,
    contact: change.matter ? change.matter.contact : referral.contact,
    payBy: change.matter ? change.matter.payBy : referral.payBy,
  };
}

/** Whose tovholder it is from now on: the one who was named, else the person who took it over. */
export const holderPerson = (handover: Handover, actor: PersonId): PersonId => handover.assigned ?? actor;
