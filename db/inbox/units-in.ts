import type { PostId, UnitId } from "#lib/referral/case.ts";
import type { InboxList } from "#lib/referral/inbox-view.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";

/** A unit that a list may be narrowed to. */
export type UnitIn = { id: UnitId; short: string };

/**
 * The units that something in a list of somebody's posts comes from, by name: of what waits, where it lies; of what is held,
 * who logged it. No other unit narrows the list to anything; one that it is narrowed to already stays among them.
 */
export async function unitsIn(
  tx: Tx,
  me: Member,
  { list, unit }: { list: InboxList; unit?: string | undefined },
): Promise<UnitIn[]> {
  const { sql } = tx;
  const [posts, { posts: known, units }] = await Promise.all([
    list === "waits"
      ? sql<{ post: PostId }[]>`
          select distinct r.holder_post as post from handover w
          join referral r on r.partnership_id = w.partnership_id and r.id = w.referral_id
          where w.partnership_id = ${me.partnership} and w.to_post = any (${me.posts}::uuid[])
            and w.state in ('sent', 'opened', 'asked')`
      : sql<{ post: PostId }[]>`
          select distinct r.origin_post as post from referral r
          where r.partnership_id = ${me.partnership} and r.holder_post = any (${me.posts}::uuid[]) and r.status = 'open'`,
    directoryOf(tx, me),
  ]);
  const from = new Set(posts.flatMap(({ post }) => known.get(post)?.unit ?? []));
  return [...units.values()].filter(({ id }) => from.has(id) || id === unit).map(({ id, short }) => ({ id, short }));
}
