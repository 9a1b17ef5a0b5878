import type { Member } from "../as-member.ts";
import type { Ear } from "./listen.ts";

/** Lists that somebody should look at again: those of their own posts, or those of a whole partnership or unit. */
export type List = "mine" | "board";

/** Which of this person's lists changed by what was heard; none when it concerns others. */
export function listsFor(
  heard: Parameters<Ear>[0],
  { partnership, posts, duties }: Pick<Member, "partnership" | "posts" | "duties">,
): List[] {
  if (heard === "all") return ["mine", "board"];
  if (heard.partnership !== partnership) return [];
  const lists: List[] = [];
  if (heard.posts.some((post) => posts.includes(post))) lists.push("mine");
  if (duties.includes("coordinate") || duties.includes("lead")) lists.push("board");
  return lists;
}
