import type { OutcomeClass } from "#lib/agreement/outcome-class.ts";
import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import type { Words } from "#lib/agreement/words.ts";
import {
  type Grid,
  type List,
  medianOf,
  type Shown,
  suppressGrid,
  suppressList,
} from "#lib/anonymity/suppression/suppress.ts";

/** Who logged it: a helhedsplan, or the municipality. */
export const directions = ["fromHousing", "fromMunicipality"] as const;
export type Direction = (typeof directions)[number];
export const answers = ["accepted", "returned", "redirected", "advised"] as const;
export type Answer = (typeof answers)[number];
export const actionStates = ["done", "waiting"] as const;

type Named = { code: string; name: Words };
type Counted<Key extends string, Of> = Record<Key, Of> & { service: string; count: number };

/** What happened in one quarter, counted. It never leaves the process that counts, and is stored nowhere. */
export type QuarterCounts = {
  services: readonly (Named & { norm: number })[];
  reasons: readonly Named[];
  referrals: readonly Counted<"direction", Direction>[];
  /** `days`: working days to each answer of which it is known when it was sent. */
  answers: readonly (Counted<"answer", Answer> & { reason: string | null; days: readonly number[] })[];
  finished: readonly Counted<"outcome", OutcomeClass>[];
  actions: { done: number; waiting: number };
};

/** A figure of two directions. `grid` is null where it is not published this quarter. */
export type Table = { rows: string[]; grid: Grid | null };
export type Listing = { rows: string[]; list: List | null };

/**
 * The figures of one closed quarter as everybody who may sees them, and as they are stored: nothing hidden is in it. Each
 * referral, answer, ending and action is counted in one quarter only, so that no release is a part of another.
 */
export type Release = {
  /** What things were called then, by code. */
  names: { services: Record<string, Words>; reasons: Record<string, Words> };
  referrals: Table;
  answers: Table;
  /** Working days to the answer: the median, or null where it is not shown, beside what is agreed. */
  times: { service: string; median: number | null; norm: number }[];
  returned: Listing;
  finished: Table;
  actions: Listing;
};

/** Makes the release of a quarter from what was counted: hides what must be, and keeps nothing else. */
export function makeRelease(counts: QuarterCounts): Release {
  const services = counts.services.map(({ code }) => code);
  const table = <Column extends string>(
    columns: readonly Column[],
    countOf: (service: string, column: Column) => number,
  ): Table => ({
    rows: services,
    grid: suppressGrid(services.map((service) => columns.map((column) => countOf(service, column)))),
  });
  const answered = table(answers, (service, answer) =>
    add(counts.answers.filter((each) => each.service === service && each.answer === answer)),
  );
  const reasons = counts.reasons.map(({ code }) => code);
  const total = answered.grid?.columnTotals[answers.indexOf("returned")] ?? "hidden";
  const byReason = reasons.map((reason) => add(counts.answers.filter((each) => each.reason === reason)));
  return {
    names: { services: namesOf(counts.services), reasons: namesOf(counts.reasons) },
    referrals: table(directions, (service, direction) =>
      add(counts.referrals.filter((each) => each.service === service && each.direction === direction)),
    ),
    answers: answered,
    times: counts.services.map(({ code, norm }, at) => ({
      service: code,
      median: medianFor(counts, code, answered.grid?.rowTotals[at] ?? "hidden"),
      norm,
    })),
    returned: { rows: reasons, list: suppressList(byReason, { total }) },
    finished: table(outcomeClasses, (service, outcome) =>
      add(counts.finished.filter((each) => each.service === service && each.outcome === outcome)),
    ),
    actions: {
      rows: [...actionStates],
      list: suppressList(actionStates.map((state) => counts.actions[state])),
    },
  };
}

function medianFor({ answers: all }: QuarterCounts, service: string, count: Shown): number | null {
  const days = all.filter((each) => each.service === service).flatMap((each) => each.days);
  return medianOf(days, typeof count === "number" ? Math.min(count, days.length) : count);
}

const add = (counted: readonly { count: number }[]) => counted.reduce((total, { count }) => total + count, 0);
const namesOf = (named: readonly Named[]) => Object.fromEntries(named.map(({ code, name }) => [code, name]));
