import type { Day } from "#lib/calendar/day.ts";
import type { Decision } from "#lib/meeting/decisions.ts";
import type { InboxList } from "./inbox-view.ts";
import type { LineState, TimeLeft, Wait } from "./line.ts";

/** Why a referral lies at its holder with nothing waiting. */
export type Fallen = "returned" | "advised" | "withdrawn" | "redirected" | "nothing";

/** One line of "Mit arbejde": a referral that waits for me, and for what. */
export type Task = {
  code: string;
  service: string;
  wait: Wait;
  state: LineState;
  due: Day | null;
  left: TimeLeft | null;
  /** Who sent it, asks, proposes or sent it back, as one says it; null where nobody did or may be named. */
  by: string | null;
  /** A question in words, or the reason of a return. */
  what: string | null;
  fallen: Fallen | null;
  urgent: boolean;
};

/** One line of "Det har jeg sendt". `waiting`: for the receiver's answer · `taken`: by whom it lies with now. */
export type SentLine = {
  code: string;
  service: string;
  stands: "waiting" | "taken";
  /** Who must answer, or who has it; null for a helhedsplan that is not named to this reader. */
  post: string | null;
  week: number;
  state: LineState;
  left: TimeLeft | null;
};

export type OwnAction = { id: string; code: Decision; text: string | null; meeting: number; dueOn: Day; late: boolean };
export type NextMeeting = { id: string; series: string; number: number; onDay: Day; startsAt: string; place: string };
export type OwnDraft = { id: string; service: string | null; savedOn: Day };

/** The start page: what waits for me, the most urgent first, and what I follow. */
export type WorkView = {
  tasks: Task[];
  /** There is more than the list shows. */
  moreTasks: boolean;
  /** How many of either list of the inbox were put off to a meeting: they stand under its view "Til mødet". */
  putOff: Record<InboxList, number>;
  /** Closed, and their text still stands: does the holder's journal hold what matters? */
  journals: { code: string; service: string }[];
  drafts: OwnDraft[];
  sent: SentLine[];
  moreSent: boolean;
  actions: OwnAction[];
  meeting: NextMeeting | null;
  /** Meetings that I was at and am asked about: "Netværksmøde 4". */
  toRate: { id: string; name: string }[];
};

/** A start page shows this many of each list; the inbox shows all. */
export const workLines = 30;
