import type { Day } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import type { Case } from "./case.ts";
import { dueOn } from "./clocks.ts";

/** What is said of a clock: on the last day for an answer, when it is late, and to whoever leads the post. */
export type ReminderStep = "last_day" | "late" | "late_leader";

/** A reminder that was given: which step, of which day, about which handover (none where the holder has yet to send it). */
export type Reminder = { step: ReminderStep; due: Day; handover: string | null };

type Clock = { today: Day; days: Pick<WorkingDays, "add">; escalation: number };

/**
 * The reminders whose day has come, in their order. An answer has a last day, unless it came on that very day; whatever is
 * due is late on the next working day, and its leader hears `escalation` working days after that. None while it is on hold:
 * a hold that is over is taken up first.
 */
export function remindersOf(referral: Case, { today, days, escalation }: Clock): Reminder[] {
  const { waiting, current } = referral;
  const due = dueOn(referral, today);
  if (!due || (!waiting && current?.state === "on_hold")) return [];
  const handover = (waiting ?? current)?.id ?? null;
  const late = days.add(due, 1);
  const announced = waiting !== null && waiting.deliveredOn !== due;
  const steps: { step: ReminderStep; on: Day }[] = [
    ...(announced ? [{ step: "last_day" as const, on: due }] : []),
    { step: "late", on: late },
    { step: "late_leader", on: days.add(late, escalation) },
  ];
  return steps.filter(({ on }) => on <= today).map(({ step }) => ({ step, due, handover }));
}
