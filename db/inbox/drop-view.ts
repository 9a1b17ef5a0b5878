import type { InboxFilters } from "#lib/referral/inbox-view.ts";
import { sameView } from "#lib/referral/own-view.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { lockOwnViews, type OwnView, readOwnViews } from "./own-views.ts";

/**
 * Takes a view away, and answers what it was, so that it can be given back to its place. One that is gone already is no
 * reason to refuse.
 */
export async function dropView(
  tx: Tx,
  me: Member,
  view: InboxFilters,
): Promise<Result<InboxFilters & Partial<Pick<OwnView, "place">>>> {
  await lockOwnViews(tx, me);
  const its = (await readOwnViews(tx, me)).find((each) => sameView(each, view));
  if (!its) return ok(view);
  await tx.sql`delete from own_view where person_id = ${me.person} and place = ${its.place}`;
  return ok(its);
}
