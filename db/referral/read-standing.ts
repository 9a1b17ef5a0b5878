import { weekNumber } from "#lib/calendar/day.ts";
import type { Case, Handover } from "#lib/referral/case.ts";
import { stateOn } from "#lib/referral/case.ts";
import { clockState } from "#lib/referral/clocks.ts";
import { lineOf, timeLeft } from "#lib/referral/line.ts";
import type { ClockView, Mark, ReferralView, StationNote, StationView } from "#lib/referral/referral-view.ts";
import type { Scene } from "#lib/referral/rule.ts";
import { isCurrent, isWaiting } from "#lib/referral/words.ts";
import type { Naming } from "./naming.ts";

type Now = Pick<Scene, "referral" | "today" | "days" | "service" | "norm">;

/** The state in a word. An origin that may not hear how it goes reads no more than that it was taken over. */
export function markFor({ referral, today, days, service }: Now, naming: Naming, muted: boolean): Mark {
  const { status, waiting, current } = referral;
  if (status === "voided") return { state: "voided", hold: null };
  if (muted && current && !waiting) return { state: "taken", hold: null };
  const { state } = lineOf(referral, { today, days });
  const { holdFor, holdUntil } = current ?? {};
  const hold =
    state === "on_hold" && holdFor && holdUntil
      ? { what: naming.choice(service.onHold, holdFor), until: holdUntil }
      : null;
  return { state, hold };
}

/** Both clocks: that of what waits, receiver's and sender's, and that of whom it lies with. */
export function clocksOf({ referral, today, days, norm }: Now, muted: boolean): ClockView[] {
  const { status, waiting, current } = referral;
  if (status !== "open") return [];
  const clock = (of: Pick<ClockView, "whose" | "wait" | "due">): ClockView => ({
    ...of,
    state: clockState(of.due, today),
    left: timeLeft({ due: of.due, left: of.due && days.between(today, of.due) }, today),
    stopped: null,
  });
  const clocks: ClockView[] = [];
  if (waiting?.state === "asked" || waiting?.state === "proposed")
    clocks.push(
      clock({ whose: "sender", wait: waiting.state === "asked" ? "question" : "proposal", due: waiting.questionBy }),
    );
  if (waiting && waiting.state !== "proposed") {
    const stopped = waiting.state === "asked" && !norm.eviction ? waiting.answerLeft : null;
    clocks.push({ ...clock({ whose: "receiver", wait: "answer", due: waiting.answerBy }), stopped });
  }
  if (muted || (waiting && !current)) return clocks;
  const { wait, due } = lineOf({ ...referral, waiting: null }, { today, days });
  return [...clocks, clock({ whose: "holder", wait, due })];
}

const noteOf = (handover: Handover, today: Now["today"]): StationNote => {
  const state = stateOn(handover, today);
  return state === "undone" ? "accepted" : state;
};

/** The chain of handovers, from the origin on: where it has been, where it lies now, and where it waits. */
export function stationsOf({ referral, today }: Now, naming: Naming, loggedOn: Now["today"]): StationView[] {
  const { origin, holder, past, current, waiting, status } = referral;
  const handovers = [...past.filter(({ state }) => state !== "undone"), current, waiting]
    .filter((each) => each !== null)
    .toSorted((a, b) => a.seq - b.seq);
  const stations: StationView[] = [
    {
      key: "origin",
      label: naming.post(origin),
      state: holder === origin && !current && status === "open" ? "present" : "left",
      note: "logged",
      week: weekNumber(loggedOn),
    },
    ...handovers.map((handover): StationView => {
      const { id, to, state, acceptedOn, deliveredOn } = handover;
      const since = isCurrent(state) ? acceptedOn : isWaiting(state) ? deliveredOn : (acceptedOn ?? deliveredOn);
      return {
        key: id,
        label: naming.post(to),
        state: isCurrent(state) ? "present" : isWaiting(state) ? "waiting" : "left",
        note: noteOf(handover, today),
        week: since ? weekNumber(since) : null,
      };
    }),
  ];
  const present = stations.some((station) => station.state === "present") || status !== "open";
  const last = handovers.findLast(({ to }) => to === holder)?.id;
  return present ? stations : stations.map((each) => (each.key === last ? { ...each, state: "present" } : each));
}

/** The receiver of an eviction has let the agreed answer pass: waiting on is no answer, the telephone is. */
export function callInsteadOf(
  now: Now,
  naming: Naming,
  phoneOf: (post: string) => string | null,
): ReferralView["callInstead"] {
  const { referral, today, norm } = now;
  const { waiting, origin } = referral;
  if (!norm.eviction || (waiting?.state !== "sent" && waiting?.state !== "opened")) return null;
  const unanswered = clockState(waiting.answerBy, today) === "late";
  if (!unanswered || !(naming.mine(waiting.from) || naming.mine(origin))) return null;
  return { label: naming.post(waiting.to), phone: phoneOf(waiting.to) };
}

export const whoActs = ({ waiting, current, holder, origin }: Case, naming: Naming) =>
  [waiting?.state === "proposed" ? null : waiting?.to, current?.to, holder, origin].find(naming.mine) ?? null;
