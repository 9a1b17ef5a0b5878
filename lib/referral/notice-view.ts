import type { NoticeKind } from "./change.ts";

/** Who did it: a post as one says it, a helhedsplan that this reader is not told, somebody unseen, or nobody at all. */
export type Doer = { post: string } | "plan" | "somebody" | "system";

/** One notice, named in the reader's language. Other units see weeks: the list says no day and no hour. */
export type NoticeLine = {
  /** Of its event: somebody with two posts reads it once. */
  id: string;
  /** `sent_for`: what this person's post logged or holds was sent to `to`; `sent`: it was sent to this person's post. */
  kind: NoticeKind | "sent_for";
  code: string;
  service: string;
  by: Doer;
  /** Whom it was sent to. */
  to: Doer;
  unread: boolean;
};

/** Notices of one week, newest first. */
export type NoticeWeek = { week: number; notices: NoticeLine[] };

export type NoticesView = {
  weeks: NoticeWeek[];
  unread: number;
  /**
   * The reader's own moment, up to which this list tells; what comes later is not marked as read with it. Never the moment
   * of what is told: that would say when somebody else did it.
   */
  upTo: string;
};

/** The list reaches back so many days, and shows so many at most. */
export const noticeDays = 30;
export const noticesAtMost = 100;
