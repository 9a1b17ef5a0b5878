import type { Member } from "../as-member.ts";
import type { Ear } from "./listen.ts";

/**
 * What somebody should look at again: lists of their own posts, those of a whole partnership or unit, or who else has open
 * what they have open.
 */
export type List = "mine" | "board" | "presence";

/** Which of this person's lists changed by what was heard; none when it concerns others. */
export function listsFor(
  heard: Parameters<Ear>[0],
  { partnership, posts, duties }: Pick<Member, "partnership" | "posts" | "duties">,
): List[] {
  if (heard === "all") return ["mine", "board", "presence"];
  if (heard.partnership !== partnership) return [];
  const mine = heard.posts.some((post) => posts.includes(post));
  if (heard.presence) return mine ? ["presence"] : [];
  const lists: List[] = mine ? ["mine"] : [];
  if (duties.includes("coordinate") || duties.includes("lead")) lists.push("board");
  return lists;
}
