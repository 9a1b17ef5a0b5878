import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { MeetingState } from "#lib/meeting/meeting-view.ts";
import type { PostId, UnitId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

export type MeetingRow = {
  id: string;
  series: string;
  number: number;
  state: MeetingState;
  onDay: Day;
  startsAt: string;
  place: UnitId;
  convener: PostId;
  quiet: number | null;
};

export const meetingColumns = `id, series, number, state, on_day as "onDay", starts_at as "startsAt",
  place_unit as place, convener_post as convener, quiet`;

/** The meeting with that id as this person may see it; null for one that is hidden or that there is not. */
export async function findMeeting({ sql }: Tx, id: string): Promise<MeetingRow | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await sql<MeetingRow[]>`select ${sql.unsafe(meetingColumns)} from meeting where id = ${id}`;
  return row ?? null;
}

/** Does this person lead the meetings that this post calls? Whoever coordinates stands in for all of them. */
export const convenes = (me: Member, convener: PostId): boolean =>
  me.duties.includes("coordinate") || me.posts.includes(convener);

/**
 * The meeting that this person leads, locked for the rest of the transaction, while it is in one of these states. Refuses
 * with "no-meeting", "not-yours" for somebody who is only called to it, or "meeting-over" when its state is another.
 */
export async function leadMeeting(
  tx: Tx,
  me: Member,
  { id, states }: { id: string; states: readonly MeetingState[] },
): Promise<Result<MeetingRow>> {
  const found = await findMeeting(tx, id);
  if (!found) return refused("no-meeting");
  if (!convenes(me, found.convener)) return refused("not-yours");
  const [row] = await tx.sql<MeetingRow[]>`
    select ${tx.sql.unsafe(meetingColumns)} from meeting where id = ${id} for update`;
  if (!row) return refused("not-yours");
  return states.includes(row.state) ? ok(row) : refused("meeting-over");
}

/** Has something been decided at it, with an outcome or without one, or minutes been approved? */
export async function isDecided({ sql }: Tx, meeting: string): Promise<boolean> {
  const [row] = await sql<{ decided: boolean }[]>`
    select exists (select 1 from meeting_item where meeting_id = ${meeting} and outcome is not null)
      or exists (select 1 from decision where meeting_id = ${meeting})
      or exists (select 1 from minutes_approval where at_meeting = ${meeting}) as decided`;
  return row?.decided ?? false;
}

/** The posts that are called to it. */
export async function calledPosts({ sql }: Tx, meeting: string): Promise<PostId[]> {
  const rows = await sql<{ post: PostId }[]>`select post_id as post from meeting_post where meeting_id = ${meeting}`;
  return rows.map(({ post }) => post);
}

/**
 * Has somebody else changed the meetings of this series since they were looked at, so that the database refuses? Nothing more
 * can be asked in this transaction then: refuse.
 */
export async function wasQuicker(statement: Promise<unknown>): Promise<boolean> {
  try {
    await statement;
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === "BB005") return true;
    throw error;
  }
}
