/** The words of a referral, as the README's glossary explains them. The database's enums are made from these lists. */
export const statuses = ["open", "closed", "voided"] as const;
export type Status = (typeof statuses)[number];

/** A handover that waits for somebody's answer. A referral has at most one. */
export const waitingStates = ["proposed", "sent", "opened", "asked"] as const;
/** A handover that has been taken over. A referral has at most one. */
export const currentStates = ["accepted", "on_hold"] as const;
/** A handover that is over. `undone` is one that a redirect made and an undo took back within ten seconds. */
export const endedStates = [
  "returned",
  "redirected",
  "withdrawn",
  "advised",
  "passed_on",
  "completed",
  "voided",
  "undone",
] as const;
export const handoverStates = [...waitingStates, ...currentStates, ...endedStates] as const;

export type WaitingState = (typeof waitingStates)[number];
export type CurrentState = (typeof currentStates)[number];
export type HandoverState = (typeof handoverStates)[number];

/**
 * What a post may see of one referral. whole: facts, matter, note · facts: facts without matter (consent is gone) ·
 * part: the code, the service and its own part of the chain · none: nothing (an undone step).
 */
export const scopes = ["whole", "facts", "part", "none"] as const;
export type Scope = (typeof scopes)[number];

/**
 * May this unit, for this service, get the name? `cannot_ask` is no yes: only what the origin's leader answers to it is,
 * `approved`, and nobody else says that.
 */
export const nameConsents = ["written", "oral", "not_yet", "cannot_ask", "withdrawn", "approved"] as const;
export type NameConsent = (typeof nameConsents)[number];

export const contacts = ["through_me", "together", "directly"] as const;
export type Contact = (typeof contacts)[number];

export const isWaiting = (state: HandoverState): state is WaitingState =>
  (waitingStates as readonly string[]).includes(state);
export const isCurrent = (state: HandoverState): state is CurrentState =>
  (currentStates as readonly string[]).includes(state);
