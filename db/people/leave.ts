import { z } from "zod";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";
import { handOver, heirs } from "./hand-over.ts";
import { endHoldings, leavesNobodyToAdminister } from "./holdings.ts";

export const leaveInput = z.strictObject({ heirs });
type Leaving = { person: PersonId; heirs: Readonly<Record<PostId, PersonId>> };

/**
 * Somebody stops today, or is gone already: what they followed is handed over, their drafts and links go, they are signed
 * out everywhere and hold nothing from now on; the account closes when it has no other partnership. Said by the
 * administrator, or by whoever leads every post they hold. Refuses "not-yours", "not-oneself", "also-elsewhere",
 * "last-administrator", "not-of-this-post".
 */
export async function leave(tx: Tx, me: Member, { person, heirs: given }: Leaving): Promise<Result<null>> {
  const { sql } = tx;
  if (person === me.person) return refused("not-oneself");
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  const held = directory.holdings.filter((each) => each.person === person && (!each.to || each.to >= me.today));
  const posts = [...new Set(held.map(({ post }) => post))];
  if (leavesNobodyToAdminister(directory, { person, posts, today: me.today })) return refused("last-administrator");
  if (!posts.some((post) => reaches(reach, post)) && !reach.all) return refused("not-yours");
  if (!posts.every((post) => reaches(reach, post))) return refused("also-elsewhere");
  const handed = await handOver(tx, me, { person, heirs: given });
  if (!handed.ok) return handed;
  // The order matters: whoever leads them keeps the person only as long as they hold a post.
  await sql`select door.leave(${person})`;
  const { count } = await sql`update person set left_on = ${me.today} where id = ${person}`;
  if (count === 0) return refused("not-yours");
  await sql`delete from absence where person_id = ${person} and from_day > ${me.today}`;
  await endHoldings(tx, me, { person, posts });
  return ok(null);
}
