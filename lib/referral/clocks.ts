import { addDays, type Day, earliest, latest } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import { type Standing, stateOn } from "./case.ts";

/** Working days of one service; `eviction` says that the cap of the pay-by date applies and that its clock never stops. */
export type Norm = { answer: number; contact: number; question: number; nextStep: number; eviction: boolean };

/** After this many days without a follow-up date a referral that was taken over counts as quiet. */
export const quietAfter = 30;

/** Evictions: the last working day before the last day to pay, today if that has passed. Null without such a day. */
export function evictionCap(payBy: Day | null, today: Day, days: WorkingDays): Day | null {
  return payBy ? latest(days.before(payBy), today) : null;
}

/** The day by which the receiver answers: the norm counted from the next working day, never past the eviction cap. */
export function answerBy(norm: Norm, today: Day, days: WorkingDays, payBy: Day | null): Day {
  const byNorm = days.add(today, norm.answer);
  return norm.eviction ? (earliest(byNorm, evictionCap(payBy, today, days)) ?? byNorm) : byNorm;
}

/** The day by which whoever has the ball must act. Null when nothing is due: on no clock, or not open. */
export function dueOn(referral: Standing, today: Day): Day | null {
  if (referral.status !== "open") return null;
  const { waiting, current } = referral;
  if (waiting?.state === "sent" || waiting?.state === "opened") return waiting.answerBy;
  // Asked: the sender's clock, and that of an eviction, which goes on.
  if (waiting) return earliest(waiting.questionBy, waiting.answerBy);
  if (!current) return referral.nextStepBy;
  if (stateOn(current, today) === "on_hold") return current.holdUntil;
  if (!current.contactedOn && current.contactBy) return current.contactBy;
  return referral.followUpOn ?? addDays(referral.touchedOn, quietAfter);
}

/** in time · the last day · late. Words, shape and colour say the same on every screen. */
export type ClockState = "in_time" | "last_day" | "late";

export function clockState(due: Day | null, today: Day): ClockState {
  if (!due || due > today) return "in_time";
  return due === today ? "last_day" : "late";
}
