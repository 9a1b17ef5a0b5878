import { z } from "zod";
import { id } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";

export const moveInput = z.strictObject({ item: id, to: z.enum(["up", "down"]) });
export type MoveInput = z.infer<typeof moveInput>;

/**
 * Moves an item past its neighbour. The first one stays first and the last one last. Refuses like `leadMeeting`, and
 * "no-item" when it is no longer there.
 */
export async function moveItem(tx: Tx, me: Member, moving: MoveInput & { meeting: string }): Promise<Result<null>> {
  const { sql } = tx;
  const { meeting, item, to } = moving;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called", "held"] });
  if (!led.ok) return led;
  const rows = await sql<{ id: string }[]>`
    select id from meeting_item where meeting_id = ${meeting} order by position, id`;
  const order = rows.map((row) => row.id);
  const from = order.indexOf(item);
  if (from < 0) return refused("no-item");
  const place = Math.min(order.length - 1, Math.max(0, from + (to === "up" ? -1 : 1)));
  order.splice(place, 0, ...order.splice(from, 1));
  await sql`
    update meeting_item i set position = v.position::int
    from jsonb_to_recordset(${sql.json(order.map((key, position) => ({ id: key, position })))}) as v(id uuid, position int)
    where i.meeting_id = ${meeting} and i.id = v.id and i.position <> v.position`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
