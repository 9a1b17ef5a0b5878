import type { Offers, ReferralView } from "#lib/referral/referral-view.ts";

/** An act with a button of its own; opening happens by itself. */
export type ActName = Exclude<keyof Offers, "open">;

export type ActOrder = { primary: ActName | null; row: ActName[]; more: ActName[] };

/** What the state calls for, the most telling first. */
const leading: ActName[] = ["answer", "confirm", "accept", "advise", "resume", "send", "complete", "journal", "reopen"];
const near: ActName[] = [
  "return",
  "redirect",
  "ask",
  "advise",
  "drop",
  "progress",
  "hold",
  "complete",
  "send",
  "close",
  "withdraw",
  "reopen",
];
const rare: ActName[] = [
  "letter",
  "consent",
  "correct",
  "give_back",
  "follow_up",
  "assign",
  "agenda",
  "identity",
  "call",
];
/** Where nothing is called for, so many of the rare ones stand open. */
const atHand = 3;

/** One main act, the usual ones beside it, the rest under "Mere". Only what is offered has a place. */
export function orderActs({ offers, calling }: Pick<ReferralView, "offers" | "calling">): ActOrder {
  // The telephone is the next thing then, and its acts stand with it.
  const byPhone: ActName[] = calling ? ["identity", "call"] : [];
  const has = (act: ActName) => offers[act] !== undefined && !byPhone.includes(act);
  const leads = (act: ActName) => {
    if (act === "send") return has(act) && !offers.send?.passOn;
    return has(act) && !(act === "complete" && calling);
  };
  const primary = leading.find(leads) ?? null;
  const row = near.filter((act) => act !== primary && has(act));
  const rest = rare.filter((act) => act !== primary && has(act));
  if (primary || row.length > 0) return { primary, row, more: rest };
  return { primary, row: rest.slice(0, atHand), more: rest.slice(atHand) };
}
