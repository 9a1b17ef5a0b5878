import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import { parseClockTime } from "#lib/calendar/clock-time.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { day, id } from "#lib/referral/acts/inputs.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { buildAgenda } from "./build-agenda.ts";
import { wasQuicker } from "./find-meeting.ts";
import { convenerPost, invitable, isEnding, placesFor, seriesOf } from "./series.ts";
import { tellCalled } from "./tell-called.ts";

const time = z.string("time").transform((typed, context) => {
  const read = parseClockTime(typed);
  if (read) return read;
  context.addIssue({ code: "custom", message: "time" });
  return z.NEVER;
});

/** When and where. */
export const whenAndWhere = z.strictObject({ onDay: day, startsAt: time, place: id });
type WhenAndWhere = z.infer<typeof whenAndWhere>;

/** The same with who is called. */
export const callOf = whenAndWhere.extend({
  posts: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(id).max(60)),
});
export type CallOf = z.infer<typeof callOf>;

export const callInput = callOf.extend({ series: z.string() });
export type CallInput = z.infer<typeof callInput>;

/**
 * Calls a meeting of a series: its day, place and posts, and its agenda built from the open referrals. Only the series'
 * own convener may, and one meeting of a series at a time, so that every referral is on one next agenda. Refuses
 * "not-yours", "series-ends", "already-called", "date-to-come", "date-too-far", "unknown-choice" (place), "not-invitable".
 */
export async function call(tx: Tx, me: Member, input: CallInput): Promise<Result<{ id: string }>> {
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const series = seriesOf(agreement, input.series);
  if (!series) return refused("unknown-choice", "series");
  const convener = convenerPost(directory, me, series);
  if (!convener) return refused("not-yours");
  if (await isEnding(tx, series.code)) return refused("series-ends");
  const fits = mayBeHeld(input, { today: me.today, places: placesFor(directory, convener) });
  if (!fits.ok) return fits;
  if (!mayBeCalled(input.posts, directory, series)) return refused("not-invitable", "posts");
  return insertMeeting(tx, me, { ...input, convener, posts: [...new Set([convener, ...input.posts])] });
}

/** Are all of them posts that the series calls? */
export function mayBeCalled(posts: readonly PostId[], directory: Directory, series: MeetingSeries): boolean {
  const may = new Set(invitable(directory, series).map(({ post }) => post.id));
  return posts.every((post) => may.has(post));
}

type Places = { today: Day; places: readonly string[] };

/** Refuses a day that is over or more than a year away, and a place that is not the agreement's. */
export function mayBeHeld({ onDay, place }: WhenAndWhere, { today, places }: Places): Result<null> {
  if (onDay < today) return refused("meeting-past", "onDay");
  if (onDay > addDays(today, 366)) return refused("date-too-far", "onDay");
  return places.includes(place) ? ok(null) : refused("unknown-choice", "place");
}

type NewMeeting = WhenAndWhere & { series: string; convener: PostId; posts: PostId[] };

/** Writes a meeting with its posts and its agenda, the next of its series, and mails them. Refuses "already-called". */
export async function insertMeeting(tx: Tx, me: Member, meeting: NewMeeting): Promise<Result<{ id: string }>> {
  const { sql } = tx;
  const { series, convener, posts, onDay, startsAt, place } = meeting;
  const own = { partnership_id: me.partnership };
  const [last] = await sql<{ id: string; cancelled: boolean }[]>`
    select id, state = 'cancelled' as cancelled from meeting where series = ${series} order by number desc limit 1`;
  const key = randomUUID();
  // Which number it is the database says, and makes none beside another that is called or held.
  const inserting = sql`
    insert into meeting ${sql({
      ...own,
      id: key,
      series,
      state: "called",
      on_day: onDay,
      starts_at: startsAt,
      place_unit: place,
      convener_post: convener,
    })} on conflict (partnership_id, series, number) do nothing`;
  if (await wasQuicker(inserting)) return refused("already-called");
  if ((await inserting).count === 0) return refused("already-called");
  await sql`insert into meeting_post ${sql(posts.map((post) => ({ ...own, meeting_id: key, post_id: post })))}`;
  if (last?.cancelled) await takePoints(tx, { from: last.id, to: key });
  await buildAgenda(tx, me, key);
  await tellCalled(tx, key);
  await tellLists(tx, me, posts);
  return ok({ id: key });
}

/** What parties wanted talked of at a meeting that was cancelled. */
async function takePoints({ sql }: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await sql`
    insert into meeting_item (partnership_id, id, meeting_id, position, kind, title, by_post)
    select partnership_id, gen_random_uuid(), ${to}, position, kind, title, by_post
    from meeting_item where meeting_id = ${from} and kind = 'point'`;
}
