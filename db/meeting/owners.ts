import { helhedsplan } from "#lib/board/board-view.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Masked } from "../board/masked.ts";
import type { Tx } from "../client.ts";
import type { Directory } from "../directory/directory.ts";

/** What may own a decision is chosen by: a post, or the helhedsplan of a case, whichever it is. */
type OfItem = { kind: "case"; facts: { holder: Masked; waitsFor: Masked } } | { kind: "point" };

/**
 * Who may own a decision about an item, in the order of the keys. About a case: the municipal posts that are called, who
 * has it, and its helhedsplan, which nobody names. About a point: everybody who is called.
 */
export function ownersFor(item: OfItem, called: readonly PostId[], { posts }: Pick<Directory, "posts">): Masked[] {
  if (item.kind === "point") return [...called];
  const municipal = called.filter((post) => posts.get(post)?.side === "municipal");
  const having = [item.facts.waitsFor, item.facts.holder].filter((post) => post !== helhedsplan);
  return [...new Set([...municipal, ...having]), helhedsplan];
}

/**
 * The post behind "the helhedsplan" of a case: the one it waits for or lies with, else the one it came from. Refuses
 * "closed-since" when the referral is no longer open: then nobody here may know.
 */
export async function helhedsplanOf({ sql }: Tx, item: string, { posts }: Directory): Promise<Result<PostId>> {
  const [found] = await sql<{ candidates: PostId[] }[]>`
    select array_remove(array[case when w.state in ('sent', 'opened') then w.to_post end, r.holder_post, r.origin_post,
      w.to_post], null) as candidates
    from meeting_case c
    join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id and r.status = 'open'
    left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
    where c.item_id = ${item}`;
  const post = found?.candidates.find((id) => posts.get(id)?.side !== "municipal");
  return post ? ok(post) : refused("closed-since", "owner");
}
