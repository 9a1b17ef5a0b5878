import { z } from "zod";
import { type Words, words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { AgendaReason } from "./agenda.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { Decision, Outcome } from "./decisions.ts";
import { attendances } from "./meeting-view.ts";

/**
 * The minutes of a meeting as they are kept: every word as it was said that day, in both languages, so that renaming a
 * unit or revising the agreement changes nothing in them. No code, and no estate in what is said of a case.
 */

const day = z.iso.date().transform((value) => value as Day);

const decided = z.object({ what: words, text: z.string().nullable(), owner: words.nullable(), dueOn: day.nullable() });
export type Decided = z.infer<typeof decided>;

const about = z.union([
  z.object({
    number: z.int(),
    service: words,
    holder: words,
    waitsFor: words,
    weeks: z.int(),
    reasons: z.array(words),
  }),
  z.object({ title: z.string(), by: words }),
]);

export const minutesContent = z.object({
  series: words,
  number: z.int(),
  onDay: day,
  startsAt: z.string(),
  place: z.string(),
  convener: words,
  attendance: z.array(z.object({ post: words, attendance: z.enum(attendances) })),
  /** What was open from earlier meetings when this one closed. */
  carried: z.array(
    decided.extend({
      meeting: z.int(),
      about: z.union([z.object({ number: z.int(), service: words }), z.object({ title: z.string() })]).nullable(),
      weeks: z.int(),
    }),
  ),
  items: z.array(
    z.object({ about, outcome: z.enum(["decided", "no_change", "lift"]).nullable(), decided: decided.nullable() }),
  ),
  quiet: z.int().nullable(),
  next: z.object({ onDay: day, startsAt: z.string(), place: z.string() }),
});
export type Minutes = z.infer<typeof minutesContent>;

/** As long as a correction may be; the database says the same. */
export const correctionLength = 280;

/** At which later meeting of the series they were approved. */
export type Approval = { number: number; onDay: Day };

/** The minutes with what came after: corrections until they are approved, and where that was. */
export type KeptMinutes = Minutes & { corrections: string[]; approved: Approval | null };

/** What the codes of a meeting are called on the day it closes. */
export type MinutesWords = {
  decisions: Record<Decision, Words>;
  reasons: Record<AgendaReason, Words>;
  /** Whoever adopts the agreement, in general. */
  forum: Words;
  /** As an owner ("Helhedsplanen"), and within a sentence ("en helhedsplan"). */
  helhedsplan: Words;
  aHelhedsplan: Words;
};

/** One item as the database has it, with its names looked up. */
export type HeldItem = {
  outcome: Outcome | null;
  decision: { code: Decision; text: string | null; owner: Words; dueOn: Day } | null;
} & (
  | { kind: "case"; facts: Pick<CaseFacts, "weeks" | "reasons">; service: Words; holder: Words; waitsFor: Words }
  | { kind: "point"; title: string; by: Words }
);

/** Items in the order of the agenda, cases numbered as they were on the screen. */
export function minutesItems(items: readonly HeldItem[], said: MinutesWords): Minutes["items"] {
  let number = 0;
  return items.map((item) => {
    if (item.kind === "case") number += 1;
    return {
      about:
        item.kind === "case"
          ? {
              number,
              service: item.service,
              holder: item.holder,
              waitsFor: item.waitsFor,
              weeks: item.facts.weeks,
              reasons: item.facts.reasons.map((reason) => said.reasons[reason]),
            }
          : { title: item.title, by: item.by },
      outcome: item.outcome,
      decided: decidedIn(item, said),
    };
  });
}

function decidedIn({ kind, outcome, decision }: HeldItem, said: MinutesWords): Decided | null {
  if (decision) {
    const { code, text, owner, dueOn } = decision;
    return { what: said.decisions[code], text, owner, dueOn };
  }
  if (outcome === null) return null;
  const what = said.decisions[kind === "case" ? "no_change" : "noted"];
  return { what, text: null, owner: null, dueOn: null };
}
