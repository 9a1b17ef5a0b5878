import { assumed } from "./assumed.ts";
import { between, type Luck } from "./luck.ts";

/** What somebody is asked for; the app's own word for it is `Wait`. */
export type Asked = "answer" | "question" | "proposal" | "next_step" | "first_contact" | "look_again";

/** What they do. `look`: they open it, and leave it. */
export type Done =
  | { act: "look" | "accept" | "return" | "redirect" | "ask" | "answer" | "confirm" | "drop" | "send" | "close" }
  | { act: "progress" | "complete" }
  | { act: "hold" | "follow_up"; days: number };

type Share = [upTo: number, done: Done["act"]];
const shares: Record<Asked, readonly Share[]> = {
  answer: [
    [0.08, "look"],
    [0.18, "ask"],
    [0.28, "return"],
    [0.4, "redirect"],
    [1, "accept"],
  ],
  question: [
    [0.1, "look"],
    [1, "answer"],
  ],
  proposal: [
    [0.8, "confirm"],
    [1, "drop"],
  ],
  next_step: [
    [0.7, "send"],
    [1, "close"],
  ],
  first_contact: [
    [0.1, "look"],
    [1, "progress"],
  ],
  look_again: [
    [0.1, "look"],
    [0.55, "complete"],
    [0.73, "hold"],
    [0.93, "follow_up"],
    [1, "send"],
  ],
};

const holdDays = [7, 60] as const;
const followUpDays = [7, 42] as const;

/** What becomes of the referral with that number at its so-manieth step, whoever takes it and in whichever world. */
export function decision(luck: Luck, of: { referral: number; step: number; asked: Asked }): Done {
  const { referral, step, asked } = of;
  const share = luck("decides", referral, step);
  const act = shares[asked].find(([upTo]) => share < upTo)?.[1] ?? "look";
  const days = between(luck("days", referral, step), act === "hold" ? holdDays : followUpDays);
  return act === "hold" || act === "follow_up" ? { act, days } : { act };
}

/**
 * `told`: working days since they were told of it last, 0 on the same day, and by whom. `words`: how often a person spoke
 * of it.
 */
export type Reminded = {
  person: string;
  referral: number;
  day: number;
  told: number;
  by: "person" | "app";
  words: number;
};

/**
 * Does this person take up that request today? Less likely with every day since they were told, and never for some until
 * another person speaks of it: a reminder that a machine writes does not change that.
 */
export function takesUp(luck: Luck, { person, referral, day, told, by, words }: Reminded): boolean {
  if (luck("looks", person, day) >= assumed.looks) return false;
  if (luck("never", person, referral, words) < assumed.neverOpened) return false;
  const fresh = assumed.answersFirst * (by === "app" ? assumed.reminderWorth : 1);
  return luck("takes up", person, referral, day) < Math.max(assumed.answersLast, fresh * assumed.fades ** told);
}

/** A sender who has heard nothing for long asks after it. */
export const asksAfter = (luck: Luck, { referral, day, told }: Pick<Reminded, "referral" | "day" | "told">): boolean =>
  told >= assumed.senderWaits && luck("asks after", referral, day) < assumed.senderAsks;
