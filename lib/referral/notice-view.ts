import type { NoticeKind } from "./change.ts";

/** One notice, named in the reader's language. Other units see weeks: the list says no day and no hour. */
export type NoticeLine = {
  /** Of its event: somebody with two posts reads it once. */
  id: string;
  /** `sent_for`: what this person's post logged or holds was sent to `to`; `sent`: it was sent to this person's post. */
  kind: NoticeKind | "sent_for";
  code: string;
  service: string;
  /** Who did it; null for the system, and for a helhedsplan that is not named to this reader. */
  by: string | null;
  to: string | null;
  unread: boolean;
};

/** Notices of one week, newest first. */
export type NoticeWeek = { week: number; notices: NoticeLine[] };

export type NoticesView = {
  weeks: NoticeWeek[];
  unread: number;
  /** The moment up to which this list tells; what comes later is not marked as read with it. */
  upTo: string;
};

/** The list reaches back so many days, and shows so many at most. */
export const noticeDays = 30;
export const noticesAtMost = 100;
