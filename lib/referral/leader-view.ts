import type { Day } from "#lib/calendar/day.ts";
import type { TimeLeft, Wait } from "./line.ts";
import type { Mark } from "./referral-view.ts";

/** What a leader sees. Of a housing organisation no row but what they are asked, of a municipal unit no matter. */
export type LeaderView = {
  /** Null for whoever leads no housing organisation. A count is null when it is under five. */
  organisation: {
    open: number | null;
    closed: number | null;
    reasons: { code: string; label: string }[];
    asked: AskedRow[];
  } | null;
  /** Null for whoever leads no municipal unit. */
  unit: { rows: LeaderRow[] } | null;
};

/** A resident who cannot be asked: may the name be given to that post? Nothing else is told of it. */
export type AskedRow = { code: string; service: string; to: string; since: Day };

export type LeaderRow = {
  code: string;
  service: string;
  holder: string;
  waitsFor: string;
  wait: Wait;
  /** Whole weeks that it has lain where it lies. */
  weeks: number;
  mark: Mark;
  left: TimeLeft | null;
  /** Nobody holds the post that must act, and no deputy is there: the leader appoints somebody. */
  vacant: boolean;
};
