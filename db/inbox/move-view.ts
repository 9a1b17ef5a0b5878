import type { InboxFilters } from "#lib/referral/inbox-view.ts";
import { type MovedView, sameView } from "#lib/referral/own-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { lockOwnViews, readOwnViews, rowOf } from "./own-views.ts";

/**
 * Lets a view change places with the one before or after it; the first and the last stay where they are. Refuses
 * "view-gone" for one that is not kept.
 */
export async function moveView(tx: Tx, me: Member, { to, ...view }: MovedView): Promise<Result<InboxFilters>> {
  const { sql } = tx;
  await lockOwnViews(tx, me);
  const kept = await readOwnViews(tx, me);
  const at = kept.findIndex((each) => sameView(each, view));
  const [its, other] = [kept[at], kept[to === "earlier" ? at - 1 : at + 1]];
  if (!its) return refused("view-gone");
  if (!other) return ok(view);
  await sql`delete from own_view where person_id = ${me.person} and place in (${its.place}, ${other.place})`;
  await sql`insert into own_view ${sql([rowOf(me, its, other.place), rowOf(me, other, its.place)])}`;
  return ok(view);
}
