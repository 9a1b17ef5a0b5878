import { daysBetween } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { accept, advise, answer, ask, open, redirect, sendReturn, takenAnonymously } from "./acts/answering.ts";
import { approve } from "./acts/approving.ts";
import { call } from "./acts/calling.ts";
import { close, complete, journal, reopen, reopenDays, voided } from "./acts/ending.ts";
import { assign, exchangeIdentity, followUp, hold, progress, putOnAgenda, resume } from "./acts/keeping.ts";
import { confirm, drop, send, withdraw } from "./acts/sending.ts";
import { consent, correct, letter } from "./acts/telling.ts";
import { type Case, type Handover, stateOn } from "./case.ts";
import type { Change } from "./change.ts";
import { permit, type Rule, type Scene } from "./rule.ts";
import { tellingLeaders } from "./vacant.ts";
import type { CurrentState } from "./words.ts";

/** Every act a person may do with a referral: the table of the handover, one row each. */
export const acts = {
  send,
  open,
  accept,
  return: sendReturn,
  redirect,
  confirm,
  drop,
  ask,
  answer,
  withdraw,
  advise,
  assign,
  identity: exchangeIdentity,
  call,
  progress,
  hold,
  resume,
  letter,
  correct,
  consent,
  approve,
  follow_up: followUp,
  agenda: putOnAgenda,
  complete,
  close,
  journal,
  reopen,
  void: voided,
};
export type Act = keyof typeof acts;

export const isAct = (name: string): name is Act => Object.hasOwn(acts, name);

/** Acts that are no act of a person on an existing referral, and yet one event each. */
export const otherEvents = [
  "log",
  "undo",
  "succeed",
  "expire",
  "hold_over",
  "due",
  "talked",
  "remind",
  "warn",
] as const;
export type EventName = Act | (typeof otherEvents)[number];
/** Every event there is: the database takes no other. */
export const eventNames = [...Object.keys(acts), ...otherEvents] as unknown as [EventName, ...EventName[]];

const ruleOf = (act: Act) => acts[act] as unknown as Rule<unknown>;

const currentOn = (referral: Case, today: Scene["today"]) =>
  referral.current ? (stateOn(referral.current, today) as CurrentState) : undefined;

/** The post with which this person may do the act now; refuses with "not-now" or "not-yours". */
export const permitted = (act: Act, { referral, actor, today }: Pick<Scene, "referral" | "actor" | "today">) =>
  permit(ruleOf(act), { referral, actor, current: currentOn(referral, today) });

/**
 * Decides one act: what it changes, or why not. The input has been parsed by the act's own schema. Pure: the same scene
 * and input give the same answer, and nothing is written here.
 */
export function decide(act: Act, scene: Omit<Scene, "post">, input: unknown): Result<Change> {
  const post = permitted(act, scene);
  if (!post.ok) return post;
  const whole = { ...scene, post: post.value };
  const change = ruleOf(act).run(whole, input);
  return change.ok ? ok(tellingLeaders(whole, change.value)) : change;
}

/** What the person sees before acting, and the act rests on: compared again inside the transaction. */
export type Basis = { waiting: string | null; current: string | null; status: Case["status"] };

/** Whether the referral still stands as it was seen. Whether it was opened meanwhile makes no difference. */
export function restsOn(referral: Case, basis: Basis): Result<null> {
  const now = basisOf(referral);
  return now.waiting === basis.waiting && now.current === basis.current && now.status === basis.status
    ? ok(null)
    : refused("stale");
}

type Resting = Pick<Case, "status"> & Record<"waiting" | "current", Pick<Handover, "id" | "state"> | null>;

/** The state of the referral as one comparable value: handover and state, opened reading as sent. */
export function basisOf({ waiting, current, status }: Resting): Basis {
  const sent = waiting?.state === "opened" ? "sent" : waiting?.state;
  return {
    waiting: waiting ? `${waiting.id}:${sent}` : null,
    current: current ? `${current.id}:${current.state}` : null,
    status,
  };
}

/** The acts that this person may do now, each a courtesy to the screen: the writer asks again. */
export function offered(scene: Pick<Scene, "referral" | "actor" | "today" | "service" | "find" | "talk">): Act[] {
  const { referral, service, today } = scene;
  const { waiting, closedOn } = referral;
  return (Object.keys(acts) as Act[]).filter((act) => {
    if (!permitted(act, scene).ok) return false;
    if (act === "accept") return !waiting?.discussion || takenAnonymously(scene, waiting);
    if (act === "withdraw") return waiting?.state !== "proposed";
    if (act === "letter") return service.clock === "eviction";
    if (act === "agenda") return !referral.onAgenda;
    if (act === "journal") return scene.talk?.text !== false;
    if (act === "reopen") return closedOn !== null && daysBetween(closedOn, today) <= reopenDays;
    return true;
  });
}
