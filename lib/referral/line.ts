import { type Day, daysBetween } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import { ball, type PostId, type Standing, stateOn } from "./case.ts";
import { clockState, dueOn } from "./clocks.ts";

/** What a referral waits for: of the receiver `answer`, of the holder all the others. */
export type Wait =
  | "answer"
  | "question"
  | "proposal"
  | "next_step"
  | "first_contact"
  | "follow_up"
  | "quiet"
  | "hold"
  | "hold_over"
  | "nothing";

/** The state that a row's mark shows, as messages name it. */
export type LineState = "late" | "last_day" | "in_time" | "on_hold" | "closed";

/** The shape of each state's mark. */
export const markOf = { late: "late", last_day: "last", in_time: "time", on_hold: "hold", closed: "done" } as const;

/** What one row of a list says of a referral, the same on every list. */
export type Line = {
  /** "Venter på"; null when the referral is not open. */
  ball: PostId | null;
  wait: Wait;
  state: LineState;
  /** The day by which the ball must be played; null when nothing is due. */
  due: Day | null;
  /** Working days left: 0 on the last day and on days off beside it, negative when late. */
  left: number | null;
};

type Clock = { today: Day; days: Pick<WorkingDays, "between"> };

/** Says in one line how a referral stands today. */
export function lineOf(referral: Standing, { today, days }: Clock): Line {
  const wait = waitOf(referral, today);
  const due = dueOn(referral, today);
  return {
    ball: ball(referral),
    wait,
    state: wait === "nothing" ? "closed" : wait === "hold" ? "on_hold" : clockState(due, today),
    due,
    left: due && days.between(today, due),
  };
}

function waitOf({ status, waiting, current, followUpOn }: Standing, today: Day): Wait {
  if (status !== "open") return "nothing";
  if (waiting) return waiting.state === "asked" ? "question" : waiting.state === "proposed" ? "proposal" : "answer";
  if (!current) return "next_step";
  if (stateOn(current, today) === "on_hold") return "hold";
  if (current.state === "on_hold") return "hold_over";
  if (!current.contactedOn && current.contactBy) return "first_contact";
  return followUpOn ? "follow_up" : "quiet";
}

/** Must whoever has the ball do something about it now, or only when its day has come? */
export function isPressing({ wait, due }: Line, today: Day): boolean {
  if (wait === "nothing" || wait === "hold") return false;
  if (wait === "follow_up" || wait === "quiet") return due !== null && due <= today;
  return true;
}

/** The time left in words: which sentence, and its number of working days. */
export type TimeLeft = { say: "today" | "soon" | "in" | "just_over" | "over"; days: number };

/** Null when nothing is due. `soon` and `just_over`: only days off lie between today and that day. */
export function timeLeft({ due, left }: Pick<Line, "due" | "left">, today: Day): TimeLeft | null {
  if (!due || left === null) return null;
  if (due === today) return { say: "today", days: 0 };
  if (due > today) return { say: left === 0 ? "soon" : "in", days: left };
  return { say: left === 0 ? "just_over" : "over", days: Math.abs(left) };
}

/** How long ago, as lists say it: days in the first week, whole weeks after it. */
export type Age = { in: "days" | "weeks"; count: number };

export function ageOf(since: Day, today: Day): Age {
  const days = Math.max(0, daysBetween(since, today));
  return days < 7 ? { in: "days", count: days } : { in: "weeks", count: Math.floor(days / 7) };
}
