import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { Decision, Due, Outcome } from "./decisions.ts";
import type { Proposal } from "./proposal.ts";

/**
 * What the screens of a meeting are drawn from: plain data, named in the reader's language. A post that is null is a
 * helhedsplan, whichever it is. No code, but of one's own referral on one's own screen.
 */

export type MeetingState = "called" | "held" | "closed" | "cancelled";
/** It is to come, or under way. */
export const isOpen = (state: MeetingState): boolean => state === "called" || state === "held";
export const attendances = ["present", "apologies", "absent"] as const;
export type Attendance = (typeof attendances)[number];

/** `by` is the owner as a choice: a post's id, or "helhedsplan". */
export type DecisionView = { code: Decision; text: string | null; by: string; owner: string | null; dueOn: Day };

/** What one may choose as the owner of a decision: a post's id, or "helhedsplan". `has`: it waits for this one. */
export type OwnerChoice = { key: string; label: string | null; has: boolean };

type Item = {
  id: string;
  outcome: Outcome | null;
  decision: DecisionView | null;
  decisions: Decision[];
  owners: OwnerChoice[];
};

export type CaseView = Item &
  Omit<CaseFacts, "holder" | "waitsFor" | "rank"> & {
    kind: "case";
    /** "Sag 3". */
    number: number;
    holder: string | null;
    waitsFor: string | null;
    /** The code, when it is a referral of one's own; never for who leads the meeting, whose screen is the room's. */
    mine: string | null;
  };

export type PointView = Item & { kind: "point"; title: string; by: string; mayRemove: boolean };

export type ItemView = CaseView | PointView;

/** Something that was decided and is not done. */
export type ActionView = {
  id: string;
  code: Decision;
  text: string | null;
  meeting: number;
  /** What it was decided about: a case by its number and service, or a point by its title. */
  about: { number: number; service: string } | { title: string } | null;
  owner: string | null;
  /** Is it the reader's own, so that the reader may say it is done? */
  mine: boolean;
  mayMark: boolean;
  dueOn: Day;
  late: boolean;
  /** Whole weeks since it was decided. */
  weeks: number;
};

/** Minutes that a meeting approves, or has approved. */
export type EarlierMinutes = { id: string; number: number; onDay: Day; corrections: string[]; approved: boolean };

export type MeetingHead = {
  id: string;
  series: string;
  number: number;
  state: MeetingState;
  onDay: Day;
  startsAt: string;
  place: string;
};

export type MeetingView = MeetingHead & {
  convenes: boolean;
  /** It began, nothing is decided, and the reader leads it: that it began may be taken back. */
  mayUndoStart: boolean;
  attends: boolean;
  posts: { id: string; label: string; attendance: Attendance | null }[];
  /** Minutes that wait to be approved here, or were. */
  minutes: EarlierMinutes[];
  /** Decided at earlier meetings and open: they stand first. */
  actions: ActionView[];
  items: ItemView[];
  /** Open referrals that need no talk; null where the series talks of none. */
  quiet: number | null;
  today: Day;
  /** For who calls it: when a next one would be, where it may be held, and who may be called. */
  choices: CallChoices;
  /** Whoever is invited by mail without an account; only for who leads a meeting of a series that takes guests. */
  guests: Guests | null;
  dues: { code: Due; day: Day }[];
};

/** `who` may be invited, in the agreement's words, and who is. */
export type Guests = { who: string; invited: { id: string; address: string }[] };

/** The form that calls a meeting, and the next one. */
export type CallChoices = {
  suggested: Day;
  /** Whose turn it is to have it. */
  inTurn: string;
  places: { id: string; label: string }[];
  /** `why`: somebody who does not always come is proposed. */
  posts: { id: string; label: string; always: boolean; why: Proposal | null }[];
};

export type MeetingsView = {
  next: MeetingHead[];
  earlier: MeetingHead[];
  actions: ActionView[];
  /** The series that the reader calls and of which no meeting is called. */
  calls: ({ series: string; name: string; cadence: MeetingSeries["cadence"] } & CallChoices)[];
};
