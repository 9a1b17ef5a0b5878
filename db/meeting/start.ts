import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { buildAgenda } from "./build-agenda.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";

/**
 * Begins the meeting with the agenda as it stands today; from now on it is not built anew. It was held on the day it
 * began, and the database remembers which day it was called for. Beginning twice changes nothing. Refuses like `leadMeeting`.
 */
export async function start(tx: Tx, me: Member, meeting: string): Promise<Result<null>> {
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called", "held"] });
  if (!led.ok) return led;
  if (led.value.state === "held") return ok(null);
  const built = await buildAgenda(tx, me, meeting);
  if (!built.ok) return built;
  await tx.sql`update meeting set state = 'held', on_day = ${me.today} where id = ${meeting}`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}
