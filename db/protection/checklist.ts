import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import { answersFor, mayTick, type Point, points } from "#lib/protection/checklist.ts";
import { day } from "#lib/referral/acts/inputs.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";

/** Which function answers for it, and on which day it was settled. */
export type Tick = { point: Point; post: PostId; on: Day };

export const ticksOf = ({ sql }: Tx): Promise<Tick[]> =>
  sql<Tick[]>`select point, post_id as post, on_day as on from checklist_tick`;

/** Every installation that is not a demo asks for the list. */
export async function asksForChecklist({ sql }: Tx): Promise<boolean> {
  const [row] = await sql<{ live: boolean }[]>`select door.installation() = 'live' as live`;
  return row?.live ?? true;
}

/** What has to be ticked before a referral may be logged; nothing in a demo. */
export async function openPoints(tx: Tx): Promise<Point[]> {
  const [asks, ticks] = await Promise.all([asksForChecklist(tx), ticksOf(tx)]);
  return asks ? points.filter((each) => !ticks.some(({ point }) => point === each)) : [];
}

const point = z.enum(points, "unknown-choice");
export const tickInput = z.strictObject({ point, on: day });
export const untickInput = z.strictObject({ point });

/**
 * Somebody answers for a point with a function of theirs and the day on which it was settled. Refuses "not-yours", "date-past"
 * for a day to come, and "already-ticked".
 */
export async function tick(tx: Tx, me: Member, { point: what, on }: z.infer<typeof tickInput>): Promise<Result<null>> {
  const post = mayTick(what, me.duties) ? await postFor(tx, me, what) : undefined;
  if (!post) return refused("not-yours");
  if (on > me.today) return refused("date-past", "on");
  const { count } = await tx.sql`
    insert into checklist_tick (partnership_id, point, post_id, on_day) values (${me.partnership}, ${what}, ${post}, ${on})
    on conflict do nothing`;
  return count === 1 ? ok(null) : refused("already-ticked");
}

/** The same people take it back; what was logged stays, and nothing new is. Refuses "not-yours" and "not-ticked". */
export async function untick(
  { sql }: Tx,
  me: Member,
  { point: what }: z.infer<typeof untickInput>,
): Promise<Result<null>> {
  if (!mayTick(what, me.duties)) return refused("not-yours");
  const { count } = await sql`delete from checklist_tick where partnership_id = ${me.partnership} and point = ${what}`;
  return count === 1 ? ok(null) : refused("not-ticked");
}

/** My post that answers for it. */
async function postFor(tx: Tx, me: Member, what: Point): Promise<PostId | undefined> {
  const { posts } = await directoryOf(tx, me);
  return me.posts.find((id) => posts.get(id)?.duties.includes(answersFor[what]));
}
