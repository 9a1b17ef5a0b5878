export const unitKinds = [
  "municipality",
  "administration",
  "municipal-unit",
  "housing-organisation",
  "helhedsplan",
  "estate",
  "forum",
  "partner",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Which of the two parties a unit belongs to. Forum and partners belong to neither: they hold no referral. */
export type Side = "municipal" | "housing" | "neither";

const sides: Record<UnitKind, Side> = {
  municipality: "municipal",
  administration: "municipal",
  "municipal-unit": "municipal",
  "housing-organisation": "housing",
  helhedsplan: "housing",
  estate: "housing",
  forum: "neither",
  partner: "neither",
};

/** The side decides duties that follow from the law, such as passing on what reached the wrong authority. */
export function sideOf(kind: UnitKind): Side {
  return sides[kind];
}

/**
 * What a function is there for. A function may have several:
 * `refer` sends referrals, `receive` takes them over, `coordinate` sees every open one as facts and calls the meeting,
 * `lead` answers for a unit and those below it, `forum` sees figures, `administer` keeps units, people and agreement,
 * `protect` looks after data protection.
 */
export const duties = ["refer", "receive", "coordinate", "lead", "forum", "administer", "protect"] as const;
export type Duty = (typeof duties)[number];

export const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
export type Weekday = (typeof weekdays)[number];

/** Telephone hours of a post, `HH:MM` in Copenhagen. A day that is missing is a day without telephone hours. */
export type PhoneHours = Partial<Record<Weekday, { from: string; to: string }>>;
