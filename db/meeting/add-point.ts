import { randomUUID } from "node:crypto";
import { z } from "zod";
import { isOpen } from "#lib/meeting/meeting-view.ts";
import { id, text } from "#lib/referral/acts/inputs.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, findMeeting } from "./find-meeting.ts";

/** A point is a short title: what there is to say about it is said at the meeting. */
export const titleLength = 120;

export const pointInput = z.strictObject({
  title: text(titleLength).refine((title) => title.length > 0, { error: "title" }),
});

/**
 * Adds a point, last on the agenda, as one of this person's posts that are called to the meeting. Refuses "no-meeting",
 * and "meeting-over" once it is closed or cancelled.
 */
export async function addPoint(
  tx: Tx,
  me: Member,
  { meeting, title }: { meeting: string; title: string },
): Promise<Result<{ id: string }>> {
  const { sql } = tx;
  const found = await findMeeting(tx, meeting);
  if (!found) return refused("no-meeting");
  if (!isOpen(found.state)) return refused("meeting-over");
  const called = await calledPosts(tx, meeting);
  const by: PostId | undefined = me.posts.find((post) => called.includes(post));
  if (!by) return refused("not-yours");
  const point = randomUUID();
  await sql`
    insert into meeting_item (partnership_id, id, meeting_id, position, kind, title, by_post)
    select ${me.partnership}, ${point}, ${meeting}, coalesce(max(position), -1) + 1, 'point', ${title}, ${by}
    from meeting_item where meeting_id = ${meeting}`;
  await tellLists(tx, me, called);
  return ok({ id: point });
}

export const pointChosen = z.strictObject({ point: id });

/** Takes a point off again: whoever brought it, or the convener. Refuses "no-meeting", "meeting-over", "not-yours". */
export async function removePoint(
  tx: Tx,
  me: Member,
  { meeting, point }: { meeting: string; point: string },
): Promise<Result<null>> {
  const found = await findMeeting(tx, meeting);
  if (!found) return refused("no-meeting");
  if (found.state !== "called") return refused("meeting-over");
  const removed =
    await tx.sql`delete from meeting_item where meeting_id = ${meeting} and id = ${point} and kind = 'point'`;
  if (removed.count === 0) return refused("not-yours");
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
