import { type Minutes, minutesContent } from "#lib/meeting/minutes.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Tx } from "../client.ts";
import { look } from "../log/look.ts";
import { findMeeting } from "./find-meeting.ts";

/**
 * The minutes as they were written when the meeting closed. Refuses with "not-found" when they are hidden or the meeting
 * is not closed.
 */
export async function readMinutes(tx: Tx, id: string): Promise<Result<Minutes>> {
  const meeting = await findMeeting(tx, id);
  if (meeting?.state !== "closed") return refused("not-found");
  const [found] = await tx.sql<{ content: unknown }[]>`select content from minutes where meeting_id = ${id}`;
  if (!found) return refused("not-found");
  look(tx, "minutes", { codes: [], meeting: id });
  return ok(minutesContent.parse(found.content));
}
