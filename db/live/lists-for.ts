import type { PostId } from "#lib/referral/case.ts";
import { ledPosts, type Member, overseenPosts } from "../as-member.ts";
import type { Tx } from "../client.ts";
import type { Ear } from "./listen.ts";

/**
 * What somebody should look at again: lists of their own posts, those of a whole partnership or unit, or who else has open
 * what they have open.
 */
export type List = "mine" | "board" | "presence";

/** Somebody who listens: who they are, and the posts of the units that they lead. */
export type Listener = Pick<Member, "partnership" | "posts" | "duties"> & { leads: readonly PostId[] };

/** Whoever leads nothing is not asked for it. */
export async function listenerOf(tx: Tx, me: Member): Promise<Listener> {
  if (!me.duties.includes("lead")) return { ...me, leads: [] };
  const [led, overseen] = await Promise.all([ledPosts(tx), overseenPosts(tx)]);
  return { ...me, leads: [...led, ...overseen] };
}

/** Which of this person's lists changed by what was heard; none when it concerns others. */
export function listsFor(heard: Parameters<Ear>[0], { partnership, posts, duties, leads }: Listener): List[] {
  if (heard === "all") return ["mine", "board", "presence"];
  if (heard.partnership !== partnership) return [];
  const mine = heard.posts.some((post) => posts.includes(post));
  if (heard.presence) return mine ? ["presence"] : [];
  const lists: List[] = mine ? ["mine"] : [];
  if (duties.includes("coordinate") || heard.posts.some((post) => leads.includes(post))) lists.push("board");
  return lists;
}
