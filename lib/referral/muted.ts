import type { EventName } from "./acts.ts";
import { type Case, type Handover, type PostId, receiver } from "./case.ts";
import type { Change } from "./change.ts";

/**
 * "May they tell us how it goes?" Without a yes the origin of a referral that another post has taken over hears "Overtaget"
 * and "Afsluttet", and nothing between. The database makes the case that it may know (`door.muted_referrals`); this says of
 * every act what somebody else's tells such an origin.
 *
 * always: it concerns the resident, the origin itself, or the end · side: of a handover that the origin is one side of ·
 * never: how it goes
 */
export const tellsOrigin = {
  log: "always",
  send: "side",
  open: "side",
  accept: "side",
  return: "side",
  redirect: "side",
  confirm: "side",
  drop: "side",
  ask: "side",
  answer: "side",
  withdraw: "side",
  advise: "side",
  assign: "never",
  identity: "side",
  call: "always",
  progress: "never",
  hold: "never",
  resume: "never",
  letter: "always",
  correct: "always",
  consent: "side",
  approve: "always",
  follow_up: "never",
  agenda: "always",
  complete: "always",
  close: "always",
  journal: "never",
  reopen: "always",
  void: "always",
  succeed: "always",
  expire: "side",
  hold_over: "never",
  due: "never",
  talked: "never",
  remind: "never",
  warn: "always",
} as const satisfies Record<Exclude<EventName, "undo">, "always" | "side" | "never">;

/** Acts that such an origin may hear nothing of, wherever they are done or once the referral has gone on without it. */
export type Muted = {
  [Act in keyof typeof tellsOrigin]: (typeof tellsOrigin)[Act] extends "always" ? never : Act;
}[keyof typeof tellsOrigin];

/** Is the origin nothing but the origin now, without a yes to hear how it goes? */
const isMuted = (referral: Case): boolean =>
  referral.feedback !== "yes" && referral.holder !== referral.origin && receiver(referral) !== referral.origin;

export type Done = { act: EventName; change: Pick<Change, "event">; before: Case; after: Case };

/**
 * The origin, when it may not hear of what was done; else null: by how it stands after it, as the database judges. What
 * becomes of an origin is told to it.
 */
export function unheardBy({ act, change, before, after }: Done): PostId | null {
  if (!isMuted(after) || before.origin !== after.origin) return null;
  const { handover: id, details } = change.event;
  const told = act === "undo" ? details["undid"] : act;
  const tells = tellsOrigin[told as keyof typeof tellsOrigin] ?? "never";
  if (tells === "always") return null;
  if (tells === "never") return after.origin;
  const all: (Handover | null)[] = [...after.past, after.current, after.waiting];
  const handover = all.find((each) => each?.id === id);
  return !id || (handover && [handover.from, handover.to].includes(after.origin)) ? null : after.origin;
}
