import { mayUndoStart } from "#lib/meeting/take-back.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { buildAgenda } from "./build-agenda.ts";
import { calledPosts, isDecided, leadMeeting, wasQuicker } from "./find-meeting.ts";

/**
 * Takes back that a meeting has begun: it is called again for the day it was called for, who came is forgotten, and its
 * agenda follows what is open. Refuses like `leadMeeting`, and "meeting-decided" once something was decided or its
 * day is over.
 */
export async function undoStart(tx: Tx, me: Member, meeting: string): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["held"] });
  if (!led.ok) return led;
  const { state, onDay } = led.value;
  if (!mayUndoStart({ state, onDay, today: me.today, decided: await isDecided(tx, meeting) }))
    return refused("meeting-decided");
  // Whoever had sent word before still does not come.
  await sql`update meeting_post set attendance = null where meeting_id = ${meeting} and attendance <> 'apologies'`;
  if (await wasQuicker(sql`select door.undo_start(${meeting})`)) return refused("meeting-decided");
  await buildAgenda(tx, me, meeting);
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
