import type { z } from "zod";
import type { Service } from "#lib/agreement/agreement.ts";
import type { Side } from "#lib/agreement/parties.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { type Case, type PersonId, type PostId, receiver, type UnitId, unasked } from "./case.ts";
import type { Change } from "./change.ts";
import type { Norm } from "./clocks.ts";
import type { Matter } from "./matter.ts";
import type { CurrentState, WaitingState } from "./words.ts";

/** What the rules must know of a post. `open` is false once it has ended: it receives nothing new. */
export type Post = { id: PostId; unit: UnitId; function: string; side: Side; open: boolean };

/** Who acts: a person, the posts that this person acts for today, and the posts whose unit this person leads. */
export type Actor = { person: PersonId; posts: readonly PostId[]; leads: readonly PostId[] };

/** Everything around one act. Nothing in here looks at a clock or makes a random number by itself. */
export type Scene = {
  referral: Case;
  /** All that the actor may know of it, where it truly stands otherwise; left out: the same. */
  known?: Case | undefined;
  /** The situation; null when it is hidden, because consent is gone. */
  matter: Matter | null;
  actor: Actor;
  /** The post the act is done as; the rule's table has chosen it. */
  post: PostId;
  today: Day;
  days: WorkingDays;
  service: Service;
  norm: Norm;
  /** The posts that the agreement lets take this service today. */
  takers: readonly PostId[];
  /** Codes of the destinations outside the agreement. */
  external: readonly string[];
  find: (post: PostId) => Post | undefined;
  /**
   * What was said in the waiting handover: the coded question that waits for an answer (null for a free one), and the
   * answers that were given, by question. Left out, every coded answer of the service is taken. `text`: words of somebody's
   * own still stand beside it, as they do when it is left out.
   */
  talk?: { asked: string | null; answers: Readonly<Record<string, string>>; text?: boolean } | undefined;
  /** The persons who hold a post or stand in for one today. */
  peopleOf: (post: PostId) => readonly PersonId[];
  /** The posts that lead one which nobody is there for today; none while somebody is. */
  leadersOfVacant: (post: PostId) => readonly PostId[];
  /** The posts that lead one on the municipal side, the nearest unit's; none on the other, whose leaders see counts only. */
  leadersOf: (post: PostId) => readonly PostId[];
  newId: () => string;
};

/** A place at the table of one referral; the same person may sit on several. A closed referral's holder had it last. */
export type Seat = "holder" | "receiver" | "current" | "origin" | "origin_leader";

export type Need = {
  status: "open" | "closed";
  waiting?: readonly WaitingState[] | "none" | "some";
  current?: readonly CurrentState[] | "none" | "some";
  /** What waits is a discussion: it was sent without consent to the name. */
  discussion?: true;
  /** The resident cannot be asked, and the origin's leader has not answered yet. */
  unasked?: true;
  /** Either of them must be there; `sent` is what waits and is no mere proposal. */
  some?: "waiting or current" | "sent or current";
};

/** One row of the table in which each act stands: who, from which state, with which words, and what it does. */
export type Rule<Input> = {
  by: readonly Seat[];
  need: Need;
  input: z.ZodType<Input>;
  run: (scene: Scene, input: Input) => Result<Change>;
};

/** Keeps the type of the input between a rule's schema and its act. */
export const rule = <Input>(row: Rule<Input>): Rule<Input> => row;

const mine = (post: PostId | null | undefined, posts: readonly PostId[]): PostId | null =>
  post && posts.includes(post) ? post : null;

/** The post with which this person sits in that seat; null when somebody else does. */
export function seated(referral: Case, actor: Actor, seat: Seat): PostId | null {
  const { current, origin, holder } = referral;
  switch (seat) {
    case "holder":
      return mine(holder, actor.posts);
    case "receiver":
      return mine(receiver(referral), actor.posts);
    case "current":
      return mine(current?.to, actor.posts);
    case "origin":
      return mine(origin, actor.posts);
    case "origin_leader":
      return mine(origin, actor.leads);
  }
}

const fits = (state: string | undefined, need: readonly string[] | "none" | "some" | undefined): boolean => {
  if (need === undefined) return true;
  if (need === "none") return state === undefined;
  if (need === "some") return state !== undefined;
  return state !== undefined && need.includes(state);
};

/**
 * May this person do this now, and as which post? Refuses with "not-now" when the referral stands so that nobody may,
 * with "not-yours" when somebody else may. The screen asks it to know what to offer, the writer asks it again inside
 * the transaction.
 *
 * @param current the current handover's state as it reads today (a hold past its date reads as accepted)
 */
export function permit(
  row: Pick<Rule<never>, "by" | "need">,
  { referral, actor, current }: { referral: Case; actor: Actor; current: CurrentState | undefined },
): Result<PostId> {
  const { need } = row;
  const { waiting } = referral;
  const some = need.some === "sent or current" ? receiver(referral) : waiting;
  if (referral.status !== need.status) return refused("not-now");
  if (!fits(waiting?.state, need.waiting) || !fits(current, need.current)) return refused("not-now");
  if (need.some && !some && !current) return refused("not-now");
  if (need.discussion && !waiting?.discussion) return refused("not-now");
  if (need.unasked && unasked(referral).length === 0) return refused("not-now");
  for (const seat of row.by) {
    const post = seated(referral, actor, seat);
    if (post) return ok(post);
  }
  return refused("not-yours");
}
