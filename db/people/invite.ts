import { z } from "zod";
import { addDays } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { mailAddress } from "#lib/directory/inputs.ts";
import { personName } from "#lib/directory/person-name.ts";
import { day, id } from "#lib/referral/acts/inputs.ts";
import type { PersonId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";
import { givePost } from "./holdings.ts";
import { mayDecideOn } from "./may-decide-on.ts";

const posts = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(id).max(20));

export const inviteInput = z.strictObject({
  name: personName,
  mail: mailAddress,
  holds: posts,
  standsIn: posts,
  from: day,
});
type Inviting = z.infer<typeof inviteInput> & { locale: Locale };

/**
 * Invites somebody by mail to one or several posts, as holder or to stand in. A new address gets an account and a link
 * that lets them in for three days, once; whoever is known already gets the posts and is told so. The link is made by the
 * database and stands in the mail alone. `waits`: an administrator confirms every one of the posts first, and nothing is
 * mailed before. Refuses "choose-post", "not-yours" (a post outside the reader's units), and what `givePost` refuses.
 */
export async function invite(
  tx: Tx,
  me: Member,
  input: Inviting,
): Promise<Result<{ person: PersonId; waits: boolean }>> {
  const { sql } = tx;
  const { name, mail, holds, standsIn, from, locale } = input;
  const wanted = [
    ...holds.map((post) => ({ post, as: "holder" as const })),
    ...standsIn.filter((post) => !holds.includes(post)).map((post) => ({ post, as: "deputy" as const })),
  ];
  if (wanted.length === 0) return refused("choose-post", "holds");
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  if (!wanted.every(({ post }) => reaches(reach, post) && directory.posts.get(post)?.open)) return refused("not-yours");
  if (from < me.today || from > addDays(me.today, 366)) return refused("meeting-past", "from");
  const [row] = await sql<{ id: PersonId }[]>`
    select door.add_person(${name}, ${mail}, ${wanted.map(({ post }) => post)}::uuid[]) as id`;
  const person = row?.id;
  if (!person) throw new Error("the door added nobody");
  let waits = true;
  for (const each of wanted) {
    const given = await givePost(tx, me, { person, from, ...each });
    if (!given.ok) return given;
    if (!given.value.waits) waits = false;
  }
  if (waits) return ok({ person, waits });
  // Only now do they belong to whoever leads those posts, and may be let in again after they had left.
  await sql`update person set left_on = null where id = ${person} and left_on is not null`;
  if (!(await mayDecideOn(tx, me, person))) return refused("not-yours");
  await sql`select door.send_invitation(${person}, ${locale}, false)`;
  return ok({ person, waits });
}

export const linkInput = z.strictObject({});

/**
 * Sends somebody a new link, which makes every earlier one worthless: the first was lost or is over, or they lost their
 * password and second factor. Refuses "not-yours", "has-left".
 */
export async function sendLink(
  { sql }: Tx,
  _me: Member,
  { person, locale }: { person: PersonId; locale: Locale },
): Promise<Result<null>> {
  const [row] = await sql<{ may: boolean; gone: boolean }[]>`
    select door.keeps_person(id) as may, left_on is not null as gone from person where id = ${person}`;
  if (!row?.may) return refused("not-yours");
  if (row.gone) return refused("has-left");
  await sql`select door.send_invitation(${person}, ${locale}, true)`;
  return ok(null);
}
