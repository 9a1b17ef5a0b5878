import type { PostId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** Posts whose people and entries this person keeps: those of the units they lead, or all of them. */
export type Reach = { all: boolean; posts: ReadonlySet<PostId> };

export async function reachOf({ sql }: Tx, me: Member): Promise<Reach> {
  const all = me.duties.includes("administer");
  if (!all && !me.duties.includes("lead")) return { all, posts: new Set() };
  const [row] = await sql<{ posts: PostId[] }[]>`select door.overseen() || door.led() as posts`;
  return { all, posts: new Set(row?.posts) };
}

export const reaches = ({ all, posts }: Reach, post: PostId): boolean => all || posts.has(post);
