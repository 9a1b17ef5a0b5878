import type { Duty } from "../agreement/parties.ts";

/**
 * What people must have settled before the first referral of a live installation (C14). No program can know whether it is
 * done: a function answers for each of them, with a day.
 */
export const points = ["joint-controllers", "processing", "dpia", "officer", "residents"] as const;
export type Point = (typeof points)[number];

/**
 * Who answers for each. Agreements, assessment and the residents' page are the controllers' to settle, and the officer may
 * not do that for them (GDPR art. 38(6)). The advice is the officer's own, given without instructions (art. 38(3)).
 */
export const answersFor = {
  "joint-controllers": "administer",
  processing: "administer",
  dpia: "administer",
  officer: "protect",
  residents: "administer",
} as const satisfies Record<Point, Duty>;

/** Whoever administers too gives themselves no advice. The database says the same. */
export const mayTick = (point: Point, duties: readonly Duty[]): boolean =>
  duties.includes(answersFor[point]) && (answersFor[point] === "administer" || !duties.includes("administer"));
