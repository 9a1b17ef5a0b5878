import type { Day } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Case, Handover, PersonId, PostId } from "../case.ts";
import { type Change, noChange } from "../change.ts";
import { isWaiting, type Scope } from "../words.ts";

/** Acts that can be undone, by the same person and only while nothing came after them. */
export const undoable = ["accept", "return", "redirect", "complete", "assign", "agenda"] as const;
export type Undoable = (typeof undoable)[number];

/** Seconds of the database's clock in which an act can be undone; its notices wait as long. */
export const undoSeconds = 10;

const restored = [
  "status",
  "holder",
  "assigned",
  "nextStepBy",
  "followUpOn",
  "onAgenda",
  "closedOn",
  "closedBy",
  "touchedOn",
] as const;
type Restored = Pick<Case, (typeof restored)[number]>;

/** The facts of a referral that an undo puts back; what waits and what is current follow from its handovers. */
export const restoredOf = (referral: Restored): Restored =>
  Object.fromEntries(restored.map((fact) => [fact, referral[fact]])) as Restored;

/** What the database keeps with the event of an undoable act: the facts, what was current and what waited, every scope. */
export type Before = {
  referral: Restored;
  handovers: Handover[];
  parties: { post: PostId; scope: Scope; until: Day | null }[];
};

export type Latest = { act: string; person: PersonId; secondsAgo: number; before: Before | null };

/**
 * Fortryd: restores row, scopes and clocks. A handover that the act made is marked undone and nobody sees it any more.
 * Refuses when the act cannot be undone, was somebody else's, is no longer the latest, or is too long ago.
 */
export function undo(referral: Case, latest: Latest | null, person: PersonId): Result<Change> {
  if (!latest || !(undoable as readonly string[]).includes(latest.act)) return refused("not-now");
  if (latest.person !== person) return refused("not-yours");
  if (latest.secondsAgo > undoSeconds) return refused("too-late");
  const { before } = latest;
  if (!before) return refused("not-now");
  // Nothing came after it: what waits now, and did not wait then, the act made.
  const { waiting } = referral;
  const waited = before.handovers.find(({ state }) => isWaiting(state));
  const made = waiting && !before.handovers.some(({ id }) => id === waiting.id) ? [waiting] : [];
  return ok({
    ...noChange,
    referral: before.referral,
    // Backwards, so that there are never two waiting or two current on the way.
    handovers: [
      ...made.map((handover) => ({ ...handover, state: "undone" as const })),
      ...before.handovers.toReversed(),
    ],
    parties: [
      ...before.parties,
      ...made.flatMap(({ to, state }) =>
        state === "proposed" || before.parties.some(({ post }) => post === to)
          ? []
          : [{ post: to, scope: "none" as const }],
      ),
    ],
    // What waited is what was answered; else the act was about what is taken over.
    event: { handover: (waited ?? before.handovers[0])?.id ?? null, reason: null, details: { undid: latest.act } },
  });
}
