import { z } from "zod";
import { id } from "#lib/referral/acts/inputs.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf, peopleOf } from "../directory/directory.ts";
import { mayDecideOn } from "./may-decide-on.ts";
import { tellOfPerson } from "./tell-of-person.ts";

/** For each post who takes over; a post that is not named, or with nobody, holds it alone. */
export const heirs = z.record(id, id.or(z.literal(""))).default({});
export const handOverInput = z.strictObject({ heirs });
type Handing = { person: PersonId; heirs: Readonly<Record<PostId, PersonId>> };

/**
 * Hands over everything that somebody follows, at all their posts: to a colleague of the same post, or to the post itself.
 * It stays with its post, so nothing is ever without an owner. Tells the person themselves how much it was, and nobody
 * else. Refuses "not-of-this-post", "not-yours".
 */
export async function handOver(
  tx: Tx,
  me: Member,
  { person, heirs: given }: Handing,
): Promise<Result<{ moved: number | null }>> {
  const [directory, allowed] = await Promise.all([directoryOf(tx, me), mayDecideOn(tx, me, person)]);
  if (!allowed) return refused("not-yours");
  const named = Object.entries(given).filter(([, heir]) => heir !== "");
  if (named.some(([post, heir]) => heir === person || !peopleOf(directory, post, me.today).includes(heir)))
    return refused("not-of-this-post", "heirs");
  const [row] = await tx.sql<{ moved: number | null }[]>`
    select door.hand_over(${person}, ${tx.sql.json(Object.fromEntries(named))}) as moved`;
  await tellOfPerson(tx, me, person);
  return ok({ moved: row?.moved ?? null });
}
