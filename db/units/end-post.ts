import { z } from "zod";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { canFollow } from "#lib/directory/succession.ts";
import type { KeptPost } from "#lib/directory/units-view.ts";
import { day, id } from "#lib/referral/acts/inputs.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Refused, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { leavesNobodyToAdminister } from "../people/holdings.ts";
import { readUnits } from "./read-units.ts";

/** `from`: the first day on which it is no more. `successor`: "" where nobody has to follow. */
export const endPostInput = z.strictObject({ post: id, from: day, successor: id.or(z.literal("")).optional() });
export const endUnitInput = z.strictObject({
  unit: id,
  from: day,
  successors: z.record(id, id.or(z.literal(""))).default({}),
});

/** Nobody plans further ahead; a slip of the finger does. */
const farthest = 5 * 366;

/** From today on, and no more than five years ahead. */
export function dayRefused(me: Member, from: Day): Refused | null {
  if (from < me.today) return refused("from-today", "from");
  return from > addDays(me.today, farthest) ? refused("date-too-far", "from") : null;
}

/**
 * A post ends, and the one that follows is named: its open referrals are moved by the jobs on that day. Whoever holds it
 * holds it until then. The administrator. Refuses "not-yours", "unknown-choice", "from-today", "date-too-far",
 * "post-over", "successor-needed" while anything open lies with it, "successor-cannot", "successor-own" for a post of
 * the administrator's own, and "last-administrator" where nobody would administer after it.
 */
export async function endPost(
  tx: Tx,
  me: Member,
  { post, from, successor }: z.infer<typeof endPostInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const wrong = dayRefused(me, from);
  if (wrong) return wrong;
  const view = await readUnits(tx, me);
  if (!view.ok) return view;
  return end(tx, me, { posts: view.value.posts, post, from, successor: successor || null, field: "successor" });
}

/**
 * A unit ends with every post in it, each with its own successor. The administrator. Refuses what `endPost` refuses, at the
 * post's own field, and "units-below" while a unit below it goes on.
 */
export async function endUnit(
  tx: Tx,
  me: Member,
  { unit, from, successors }: z.infer<typeof endUnitInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const wrong = dayRefused(me, from);
  if (wrong) return wrong;
  const view = await readUnits(tx, me);
  if (!view.ok) return view;
  const { units, posts } = view.value;
  const last = addDays(from, -1);
  const ending = units.find(({ id: each }) => each === unit);
  if (!ending) return refused("unknown-choice", "unit");
  if ((ending.to !== null && ending.to < me.today) || last < ending.from) return refused("unit-over", "from");
  if (units.some(({ parent, to }) => parent === unit && (to === null || to > last)))
    return refused("units-below", "from");
  const inIt = posts.filter((each) => each.unit === unit && (each.ends === null || each.ends > last));
  const refusals: Refused[] = [];
  for (const { id: post } of inIt) {
    const field = `successors.${post}`;
    const successor = successors[post] || null;
    if (successor && inIt.some((each) => each.id === successor)) refusals.push(refused("successor-cannot", field));
    else {
      const ended = await end(tx, me, { posts, post, from, successor, field });
      if (!ended.ok) refusals.push(ended);
    }
  }
  const [first] = refusals;
  if (first) return refused(first.code, first.field, { missing: refusals });
  await tx.sql`update unit set valid_to = ${last} where id = ${unit}`;
  return ok(null);
}

type Ending = { posts: readonly KeptPost[]; post: PostId; from: Day; successor: PostId | null; field: string };

async function end(tx: Tx, me: Member, { posts, post, from, successor, field }: Ending): Promise<Result<null>> {
  const { sql } = tx;
  const last = addDays(from, -1);
  const ending = posts.find(({ id: each }) => each === post);
  if (!ending) return refused("unknown-choice", "post");
  if ((ending.to !== null && ending.to < me.today) || last < ending.from) return refused("post-over", "from");
  if (!successor && ending.load !== 0) return refused("successor-needed", field);
  const heir = posts.find(({ id: each }) => each === successor);
  if (successor && !(heir && canFollow(heir, ending, last))) return refused("successor-cannot", field);
  const own = await sql`
    select 1 from holding where post_id = ${successor} and person_id = ${me.person} and (valid_to is null or valid_to >= ${me.today})`;
  if (own.count > 0) return refused("successor-own", field);
  if (leavesNobodyToAdminister(await directoryOf(tx, me), { posts: [post], today: me.today }))
    return refused("last-administrator");
  await sql`update post set valid_to = ${last}, successor_id = ${successor} where id = ${post}`;
  await sql`
    update holding set valid_to = ${last}
    where post_id = ${post} and valid_from <= ${last} and (valid_to is null or valid_to > ${last})`;
  return ok(null);
}

export const keepPostInput = z.strictObject({ post: id });

/**
 * A post that was to end goes on after all, with whoever was to hold it until then, but for the one who
 * says so: nobody gives themselves a post for longer. The administrator. Refuses "not-yours", "post-over" once it has ended
 * or its unit does, and "function-ends" where the agreement has taken its function out.
 */
export async function keepPost(
  { sql }: Tx,
  me: Member,
  { post }: z.infer<typeof keepPostInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const [ending] = await sql<{ last: Day }[]>`
    select p.valid_to as last from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    where p.id = ${post} and p.valid_to >= ${me.today} and u.valid_to is null`;
  if (!ending) return refused("post-over");
  if (await functionEnds(sql, [post])) return refused("function-ends");
  await sql`update post set valid_to = null, successor_id = null where id = ${post}`;
  await sql`update holding set valid_to = null where post_id = ${post} and valid_to = ${ending.last} and person_id <> ${me.person}`;
  return ok(null);
}

/** Has the agreement taken out the function of one of these posts? */
async function functionEnds(sql: Tx["sql"], posts: readonly PostId[]): Promise<boolean> {
  const { count } = await sql`
    select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.id = any (${posts}) and f.valid_to is not null`;
  return count > 0;
}

export const keepUnitInput = z.strictObject({ unit: id });

/**
 * A unit that was to end goes on after all, with every post that was to end with it. The administrator. Refuses
 * "not-yours", and "unit-over" once it has ended.
 */
export async function keepUnit(tx: Tx, me: Member, { unit }: z.infer<typeof keepUnitInput>): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const { sql } = tx;
  const [ending] = await sql<{ last: Day }[]>`
    select valid_to as last from unit where id = ${unit} and valid_to >= ${me.today}`;
  if (!ending) return refused("unit-over");
  await sql`update unit set valid_to = null where id = ${unit}`;
  const posts = await sql<{ id: PostId }[]>`select id from post where unit_id = ${unit} and valid_to = ${ending.last}`;
  for (const { id: post } of posts) {
    const kept = await keepPost(tx, me, { post });
    if (!kept.ok) return kept;
  }
  return ok(null);
}
