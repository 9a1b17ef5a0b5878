import { hadService } from "#lib/agreement/service-of.ts";
import type { InboxFilters } from "#lib/referral/inbox-view.ts";
import { type KeptView, mostOwnViews, sameView } from "#lib/referral/own-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { lockOwnViews, readOwnViews, rowOf } from "./own-views.ts";

/**
 * Keeps a view, as the last one or, where that is free, at the place it had. One that is kept already is no reason to
 * refuse. Refuses "unknown-choice" for a service or a unit that there is not, and "too-many-views" for the eleventh.
 */
export async function keepView(tx: Tx, me: Member, { place, ...view }: KeptView): Promise<Result<InboxFilters>> {
  const [agreement, directory] = await Promise.all([agreementOf(tx, me), directoryOf(tx, me)]);
  if (view.service && !hadService(agreement, view.service)) return refused("unknown-choice", "service");
  if (view.unit && !directory.units.has(view.unit)) return refused("unknown-choice", "unit");
  await lockOwnViews(tx, me);
  const kept = await readOwnViews(tx, me);
  if (kept.some((each) => sameView(each, view))) return ok(view);
  if (kept.length >= mostOwnViews) return refused("too-many-views");
  const free = Array.from({ length: mostOwnViews }, (_, at) => at + 1).filter(
    (each) => !kept.some((other) => other.place === each),
  );
  const last = kept.at(-1)?.place ?? 0;
  const its = free.find((each) => each === place) ?? free.find((each) => each > last) ?? free[0] ?? 0;
  await tx.sql`insert into own_view ${tx.sql(rowOf(me, view, its))}`;
  return ok(view);
}
