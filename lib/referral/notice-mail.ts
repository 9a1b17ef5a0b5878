import type { Day } from "#lib/calendar/day.ts";
import type { NoticeKind } from "./change.ts";

/** What a mail may tell of; each person may switch each off. */
export const mailKinds = ["waits", "deadline", "news", "leads", "journal"] as const;
export type MailKind = (typeof mailKinds)[number];

const kindOf: Readonly<Record<NoticeKind, MailKind>> = {
  sent: "waits",
  proposed: "waits",
  asked: "waits",
  answered: "waits",
  returned: "waits",
  redirected_out: "waits",
  advised: "waits",
  here_now: "waits",
  propose_time: "waits",
  hold_over: "waits",
  reopened: "waits",
  succeeded: "waits",
  last_day: "deadline",
  late: "deadline",
  accepted: "news",
  redirected: "news",
  withdrawn: "news",
  passed_on: "news",
  identity: "news",
  no_answer: "news",
  held: "news",
  letter: "news",
  correction: "news",
  consent: "news",
  approved: "news",
  closed: "news",
  voided: "news",
  undone: "news",
  vacant: "leads",
  late_leader: "leads",
  journal_leader: "leads",
  journal: "journal",
  going: "journal",
};

export const mailKindOf = (kind: NoticeKind): MailKind => kindOf[kind];

/** Which mail a notice goes in: at once on its last day, at once where an eviction waits for somebody, else in the digest. */
export type MailOf = "last_day" | "urgent" | "digest";

/** The hour from which the digest of a working day is made, and the last day told of. */
export const morning = 8;
/** A notice that no mail has told of for so many days is told by none: whoever was away reads it in the app. */
export const tellsWithin = 7;

type Telling = {
  kind: NoticeKind;
  /** Of a service on the eviction clock. */
  eviction: boolean;
  /** The day that a reminder is about. */
  due: Day | null;
};

/** @param today the day on which it would be told: a last day that has passed is no news by itself */
export function mailOf({ kind, eviction, due }: Telling, today: Day): MailOf {
  if (kind === "last_day" && due === today) return "last_day";
  return eviction && mailKindOf(kind) !== "news" && mailKindOf(kind) !== "journal" ? "urgent" : "digest";
}
