import type { Duty, Side } from "../agreement/parties.ts";
import { addDays, type Day } from "../calendar/day.ts";
import type { PostId } from "../referral/case.ts";

/** A post as its end has to know it. `to`: its last day, and its unit's; null is open. */
export type Lasting = { id: PostId; side: Side; duties: readonly Duty[]; from: Day; to: Day | null };

const work = ["refer", "receive"] as const;

/**
 * May this post follow the one that ends after `last`? On the same side, with everything that one is there for, and there
 * itself on the day after. The database refuses the same.
 */
export function canFollow(heir: Lasting, ending: Lasting, last: Day): boolean {
  if (heir.id === ending.id || (heir.side === "municipal") !== (ending.side === "municipal")) return false;
  if (!work.every((duty) => !ending.duties.includes(duty) || heir.duties.includes(duty))) return false;
  return heir.from <= addDays(last, 1) && (heir.to === null || heir.to > last);
}

type Ending = { to: Day | null; successor: PostId | null };

/**
 * Who follows a post in the end: its successor, or that one's when it has ended too. Null where the way leads to none that is
 * there on that day, or round in a circle.
 */
export function heirOf(posts: ReadonlyMap<PostId, Ending>, ending: PostId, today: Day): PostId | null {
  const seen = new Set<PostId>();
  let at: PostId | null = ending;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const post: Ending | undefined = posts.get(at);
    if (!post) return null;
    if (post.to === null || post.to >= today) return at;
    at = post.successor;
  }
  return null;
}
