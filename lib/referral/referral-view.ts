import type { Condition } from "#lib/agreement/agreement.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Standing } from "#lib/directory/contact-view.ts";
import type { DayPart } from "./acts/calling.ts";
import type { ClockState } from "./clocks.ts";
import type { LineState, TimeLeft, Wait } from "./line.ts";
import type { Contact, NameConsent, Status } from "./words.ts";

/** A referral as one person may see it: plain data, named in the reader's language, nothing beyond what is shown. */
export type ReferralView = {
  code: string;
  service: string;
  status: Status | null;
  /**
   * whole: a party · facts: a party from whom the matter is hidden · part: had a part in it · overview: sees every open
   * one as facts, such as the coordinator · unit: leads a unit that has a part in it
   */
  sees: "whole" | "facts" | "part" | "overview" | "unit";
  /** The post this person acts as here, as one says it; null for whoever only looks. */
  me: string | null;
  /** Null for those who see only their own part. */
  mark: Mark | null;
  /** "Ligger hos", since which week; null for those who see only their own part. */
  holder: { label: string; mine: boolean; week: number } | null;
  /** "Venter på"; null when it is not open or not for them. */
  waitsFor: { label: string; mine: boolean; wait: Wait } | null;
  urgent: boolean;
  discussion: boolean;
  onAgenda: boolean;
  assigned: string | null;
  /** "Kom til kommunen". */
  deliveredOn: Day | null;
  clocks: ClockView[];
  stations: StationView[];
  events: EventView[];
  matter: MatterView | null;
  consents: ConsentView[];
  /** May the origin hear how it goes? */
  feedback: "yes" | "no" | null;
  /** Codes of the same resident's other referrals; null for everybody but the origin. */
  sameResident: string[] | null;
  outcome: { outcome: string; means: string[] } | null;
  /** The receiver of an eviction has not answered in time: whom the sender calls instead of waiting. */
  callInstead: { label: string; phone: string | null } | null;
  calling: CallingView | null;
  today: Day;
  /** What an act rests on; sent along with it. */
  basis: string;
  offers: Offers;
};

/** The state in a word; `taken` for an origin that may not hear how it goes. */
export type Mark = { state: LineState | "taken" | "voided"; hold: { what: string; until: Day } | null };

export type ClockView = {
  whose: "receiver" | "sender" | "holder";
  wait: Wait;
  due: Day | null;
  state: ClockState;
  left: TimeLeft | null;
  /** Stopped by a question, with that many working days left. */
  stopped: number | null;
};

export type StationView = {
  key: string;
  label: string;
  state: "left" | "present" | "waiting";
  note: StationNote;
  week: number | null;
};
export type StationNote =
  | "logged"
  | "proposed"
  | "sent"
  | "opened"
  | "asked"
  | "accepted"
  | "on_hold"
  | "returned"
  | "redirected"
  | "withdrawn"
  | "advised"
  | "passed_on"
  | "completed"
  | "voided";

/** A day for those whose own it is, a week for everybody else. */
export type When = { day: Day } | { week: number; iso: string };

export type EventView = {
  key: string;
  when: When;
  /** Done by one of the reader's own posts. */
  own: boolean;
  /** The colleague who did it; for the reader's own posts only. */
  person: string | null;
  /** A key of the messages under `timeline`, and what stands in its places. */
  say: string;
  values: Record<string, string>;
  /** A note, a question, an answer, advice. */
  text: string | null;
};

export type ConsentView = {
  unit: string;
  name: NameConsent;
  recordedOn: Day;
  expiresOn: Day | null;
  covers: boolean;
};

export type MatterView = {
  situations: string[];
  answers: { question: string; answer: string }[];
  letterOn: Day | null;
  payBy: Day | null;
  contact: Contact | null;
  note: string | null;
  /** The week in which it was last put right. */
  corrected: number | null;
};

/** Where and when a post is called. Hours are `HH:MM`. */
export type PhoneView = {
  label: string;
  phone: string | null;
  /** Telephone hours of today, else those of the next day that has some. */
  hours: { day: Day; from: string; to: string } | null;
  people: { name: string; deputy: boolean }[];
};

/** After Overtag: the name is said on the telephone. */
export type CallingView = PhoneView & {
  /** `taker` has taken it over; `origin` knows the resident. */
  i: "taker" | "origin";
  /** The one who calls says the first half of the code, the other answers the second. */
  halves: [first: string, second: string];
  consent: ConsentView | null;
  contact: Contact | null;
  /** For whoever took it over: the day, for the line in its own journal. */
  acceptedOn: Day | null;
  /** The resident sits with the origin right now. */
  hereNow: boolean;
  proposed: { by: string; mine: boolean; on: Day; part: DayPart } | null;
  noAnswer: { by: string; mine: boolean; when: When } | null;
};

export type Option = { code: string; label: string };
/** `standing`: who is there and whether there is room, known before it is sent. */
export type ReceiverOption = { id: string; label: string; covered: boolean; standing: Standing };
export type ReasonOption = Option & { needs: "date" | "destination" | null };
export type OutcomeOption = Option & { class: "helped" | "partly" | "none" | "unknown"; common: boolean };

/** A key question of the service as a form asks it again. */
export type QuestionView = {
  code: string;
  text: string;
  answer: "one" | "date" | "recent-date";
  /** `barred`: a yes of the resident rules it out while it lasts. */
  choices: (Option & { onlyIf: Condition | null; barred?: true })[];
  optional: boolean;
  onlyIf: Condition | null;
  given: string;
};

/** The acts that this person may do now, each with what it takes. What is missing here is not offered. */
export type Offers = {
  open?: true;
  accept?: { discussion: boolean };
  return?: { reasons: ReasonOption[]; destinations: Option[] };
  redirect?: { receivers: ReceiverOption[]; external: Option[]; reasons: Option[]; holder: string };
  confirm?: { to: string; by: string; reason: string | null; covered: boolean; feedback: boolean };
  drop?: true;
  ask?: { questions: Option[] };
  answer?: { question: string | null; text: string | null; choices: Option[]; date: boolean };
  withdraw?: { reasons: Option[] };
  advise?: true;
  send?: { passOn: boolean; receivers: ReceiverOption[]; feedback: boolean };
  give_back?: { to: string; label: string };
  assign?: { people: { id: string; name: string; chosen: boolean }[] };
  identity?: true;
  call?: { kinds: ("no_answer" | "here_now" | "propose_time")[] };
  progress?: { steps: Option[] };
  hold?: { reasons: Option[] };
  resume?: true;
  /** `known`: answers that stay, and decide which steps there are. */
  letter?: { questions: QuestionView[]; known: Record<string, string> };
  correct?: {
    situations: (Option & { given: boolean })[];
    questions: QuestionView[];
    contact: Contact | null;
    nameless: boolean;
  };
  consent?: { units: { to: string; label: string; covered: boolean }[]; withdrawable: boolean; feedback: boolean };
  follow_up?: { on: Day | null };
  agenda?: true;
  complete?: { outcomes: OutcomeOption[]; means: Option[] };
  close?: { outcomes: OutcomeOption[] };
  /** Is what matters in the journal? Yes, and the text goes. */
  journal?: true;
  reopen?: { reasons: Option[]; to: string | null };
};
