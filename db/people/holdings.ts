import { z } from "zod";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { within } from "#lib/directory/presence.ts";
import { day, id } from "#lib/referral/acts/inputs.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, directoryOf } from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";
import { tellLists } from "../live/tell-lists.ts";
import { mayDecideOn } from "./may-decide-on.ts";

export const holdingInput = z.strictObject({ post: id, as: z.enum(["holder", "deputy"]), from: day });
type Giving = z.infer<typeof holdingInput> & { person: PersonId };

/**
 * Gives somebody a post, as its holder or as whoever stands in, from a day on. The administrator, or who leads the post's
 * unit; nobody gives one to themselves. Where one person alone may not (`door.may_give`), it is asked for and `waits` until
 * an administrator has confirmed it. Refuses "not-yours", "not-to-oneself", "unknown-choice" (no open post), "meeting-past",
 * "date-too-far", "already-holds", "already-asked".
 */
export async function givePost(
  tx: Tx,
  me: Member,
  { person, post, as, from }: Giving,
): Promise<Result<{ waits: boolean }>> {
  const { sql } = tx;
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  if (!reaches(reach, post)) return refused("not-yours");
  if (person === me.person) return refused("not-to-oneself");
  if (!directory.posts.get(post)?.open) return refused("unknown-choice", "post");
  if (from < me.today) return refused("meeting-past", "from");
  if (from > addDays(me.today, 366)) return refused("date-too-far", "from");
  const held = directory.holdings.some(
    (each) => each.person === person && each.post === post && (each.to === null || each.to >= from),
  );
  if (held) return refused("already-holds", "post");
  const [known] = await sql<
    { alone: boolean }[]
  >`select door.may_give(id, ${post}) as alone from person where id = ${person}`;
  if (!known) return refused("not-yours");
  if (!known.alone) {
    const [asked] = await sql<{ request: string | null }[]>`
      select door.request_post(${person}, ${post}, ${as}, ${from}) as request`;
    return asked?.request ? ok({ waits: true }) : refused("already-asked", "post");
  }
  const { count } = await sql`
    insert into holding (partnership_id, person_id, post_id, kind, valid_from)
    values (${me.partnership}, ${person}, ${post}, ${as}, ${from}) on conflict do nothing`;
  // Given, taken back and given again on one day: the row of that day begins again.
  if (count === 0) {
    const again = await sql`
      update holding set valid_to = null
      where person_id = ${person} and post_id = ${post} and valid_from = ${from} and kind = ${as}`;
    if (again.count === 0) return refused("already-holds", "post");
  }
  await tellLists(tx, me, [post]);
  return ok({ waits: false });
}

export const endInput = z.strictObject({ post: id });
type Ending = z.infer<typeof endInput> & { person: PersonId };

/**
 * Somebody holds a post no more, from this moment. What they followed there is handed over first. Said of oneself, or by
 * whoever has power over the person. Refuses "not-yours", "not-held", "also-elsewhere" and "last-administrator".
 */
export async function endPost(tx: Tx, me: Member, { person, post }: Ending): Promise<Result<null>> {
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  if (!reaches(reach, post)) return refused("not-yours");
  if (!directory.holdings.some((each) => each.person === person && each.post === post && lasts(each, me.today)))
    return refused("not-held");
  if (leavesNobodyToAdminister(directory, { person, posts: [post], today: me.today }))
    return refused("last-administrator");
  if (!(await mayDecideOn(tx, me, person))) return refused("also-elsewhere");
  await tx.sql`select door.hand_over(${person}, ${tx.sql.json({})})`;
  await endHoldings(tx, me, { person, posts: [post] });
  return ok(null);
}

/** Ends holdings at once: yesterday was the last day. */
export async function endHoldings(
  tx: Tx,
  me: Member,
  { person, posts }: { person: PersonId; posts: PostId[] },
): Promise<void> {
  await tx.sql`
    update holding set valid_to = ${addDays(me.today, -1)}
    where person_id = ${person} and post_id = any (${posts}::uuid[])
      and (valid_to is null or valid_to >= ${me.today})`;
  await tellLists(tx, me, posts);
}

const lasts = ({ to }: { to: Day | null }, today: Day) => to === null || to >= today;

/**
 * Somebody always administers a partnership, and for good: nobody else could appoint the next one.
 *
 * @param person whose posts those are; everybody's, where nobody is named
 */
export function leavesNobodyToAdminister(
  { holdings, posts: all }: Directory,
  { person, posts, today }: { person?: PersonId; posts: readonly PostId[]; today: Day },
): boolean {
  const administers = (post: PostId) => all.get(post)?.duties.includes("administer") ?? false;
  const goes = (each: { person: PersonId; post: PostId }) =>
    (person === undefined || each.person === person) && posts.includes(each.post);
  const stay = holdings.some(
    (each) =>
      administers(each.post) &&
      all.get(each.post)?.open &&
      !each.deputy &&
      each.to === null &&
      within(today, each) &&
      !goes(each),
  );
  return posts.some(administers) && !stay;
}
