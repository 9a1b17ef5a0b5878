import type { Day } from "#lib/calendar/day.ts";
import type { Contact, CurrentState, HandoverState, NameConsent, Status, WaitingState } from "./words.ts";

export type PostId = string;
export type UnitId = string;
export type PersonId = string;

/** One attempt to pass a referral to one post. */
export type Handover = {
  id: string;
  /** 1 for the referral's first handover. */
  seq: number;
  from: PostId;
  to: PostId;
  state: HandoverState;
  /** A handover without consent to the name (anonym drøftelse). */
  discussion: boolean;
  /** Agreed on the telephone before it was sent. */
  agreed: boolean;
  /** The post that sent it on, when it came about by a redirect. */
  redirectedBy: PostId | null;
  /** "Kom til kommunen": the day it was delivered. */
  deliveredOn: Day | null;
  openedOn: Day | null;
  /** The receiver's clock. While it is stopped by a question, `answerLeft` holds the working days that are left. */
  answerBy: Day | null;
  answerLeft: number | null;
  /** The sender's clock: a question or a proposal is answered by then. */
  questionBy: Day | null;
  /** Questions asked so far. */
  questions: number;
  assigned: PersonId | null;
  identityOn: Day | null;
  acceptedOn: Day | null;
  contactBy: Day | null;
  contactedOn: Day | null;
  holdUntil: Day | null;
  holdFor: string | null;
  reason: string | null;
};

/** The units that were asked about, each once. */
export const askedUnits = (referral: Case): UnitId[] => [...new Set(referral.consents.map(({ unit }) => unit))];

/** Whether one unit may get the name, for this referral's service. The newest for a unit is the one that counts. */
export type Consent = {
  unit: UnitId;
  name: NameConsent;
  recordedOn: Day;
  /** Oral consent lasts 30 days; the day it last counts. */
  expiresOn: Day | null;
};

/** Everything that the rules rest on: one referral with its handovers and its consents. */
export type Case = {
  id: string;
  code: string;
  service: string;
  status: Status;
  origin: PostId;
  /** "Ligger hos". After closing: who had it last. */
  holder: PostId;
  /** The one handover that waits, if any. */
  waiting: (Handover & { state: WaitingState }) | null;
  /** The one handover that is taken over, if any. */
  current: (Handover & { state: CurrentState }) | null;
  /** Handovers that are over, oldest first. */
  past: readonly Handover[];
  /** The person at the holder (tovholder). */
  assigned: PersonId | null;
  nextStepBy: Day | null;
  followUpOn: Day | null;
  /** Somebody asked for it to be talked about. */
  onAgenda: boolean;
  urgent: boolean;
  closedOn: Day | null;
  closedBy: "complete" | "close" | null;
  /** The day of the latest change. */
  touchedOn: Day;
  contact: Contact | null;
  /** Last day to pay after a demand; evictions only. */
  payBy: Day | null;
  /** May the origin hear how it goes? Null before it was asked. */
  feedback: "yes" | "no" | null;
  consents: readonly Consent[];
};

/** The day until which a hold lasts has passed: the handover reads as accepted, without anybody having to do a thing. */
export function stateOn(handover: Pick<Handover, "state" | "holdUntil">, today: Day): HandoverState {
  return handover.state === "on_hold" && handover.holdUntil && handover.holdUntil < today ? "accepted" : handover.state;
}

/** What one must know of a referral to say who has the ball and which day is due: a whole case is one, and so is a row. */
export type Standing = Pick<Case, "status" | "holder" | "nextStepBy" | "followUpOn" | "touchedOn"> & {
  waiting: (Pick<Handover, "to" | "answerBy" | "questionBy"> & { state: WaitingState }) | null;
  current: (Pick<Handover, "contactBy" | "contactedOn" | "holdUntil"> & { state: CurrentState }) | null;
};

/** "Venter på": the post that must act now. Null when the referral is not open. */
export function ball(referral: Standing): PostId | null {
  if (referral.status !== "open") return null;
  const { waiting } = referral;
  return waiting && (waiting.state === "sent" || waiting.state === "opened") ? waiting.to : referral.holder;
}

/** The consent that counts for a unit: its newest. None counts once the referral is closed. */
export const consentFor = (referral: Case, unit: UnitId): Consent | null =>
  referral.status === "open" ? (referral.consents.findLast((consent) => consent.unit === unit) ?? null) : null;

/** The resident's yes, or the leader's where the resident cannot be asked. */
const isYes = ({ name }: Pick<Consent, "name">): boolean =>
  name === "written" || name === "oral" || name === "approved";

/** May that unit get the name today? Only a yes that has not run out, and only for the unit that it was given for. */
export function covers(consent: Consent | null, today: Day): boolean {
  if (!consent || !isYes(consent)) return false;
  return !consent.expiresOn || consent.expiresOn >= today;
}

/** Every yes that covers some unit today, and was the resident's own: what it says is true of the whole referral. */
export const yesesNow = (referral: Case, today: Day): Consent[] =>
  [...new Map(referral.consents.map((consent) => [consent.unit, consent])).values()].filter(
    (consent) => consent.name !== "approved" && covers(consent, today),
  );

/** Whoever was asked has said no more than "not yet": no unit may know who the resident is. */
export function isNameless({ consents }: Case): boolean {
  const newest = [...new Map(consents.map(({ unit, name }) => [unit, name])).values()];
  return newest.length > 0 && newest.every((name) => name === "not_yet");
}

/** Units for which the resident cannot be asked, while the origin's leader has not answered. */
export const unasked = ({ consents }: Case): UnitId[] =>
  [...new Map(consents.map(({ unit, name }) => [unit, name]))].flatMap(([unit, name]) =>
    name === "cannot_ask" ? [unit] : [],
  );

/**
 * Is the matter hidden from that unit? A yes that was taken back hides it from every unit without a newer yes. A yes
 * that ran out, or ended at closing, hides it from the unit that had it: that unit may know by now who the resident is.
 * Never hidden from the origin, whose question this is not.
 */
export function concealed(consents: readonly Consent[], unit: UnitId, today: Day): boolean {
  if (covers(consents.findLast((consent) => consent.unit === unit) ?? null, today)) return false;
  const answered = consents.filter((consent) => isYes(consent) || consent.name === "withdrawn");
  return answered.at(-1)?.name === "withdrawn" || answered.some((consent) => consent.unit === unit);
}

/** The newest of the handovers that were completed; what a reopening goes back to. */
export const completed = (referral: Case): Handover | null =>
  referral.past.findLast((handover) => handover.state === "completed") ?? null;

/** Whom the waiting handover was sent to. Null when nothing waits; a proposed receiver knows nothing of it. */
export const receiver = ({ waiting }: Case): PostId | null =>
  waiting && waiting.state !== "proposed" ? waiting.to : null;

/** The posts whose lists change when a referral changes from one case to another. */
export const touched = (...cases: (Case | null)[]): PostId[] => [
  ...new Set(
    cases.flatMap((each) => (each ? [each.origin, each.holder, receiver(each)] : [])).filter((post) => post !== null),
  ),
];
