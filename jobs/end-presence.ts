import type { Pool } from "#db/client.ts";
import { presentSeconds } from "#lib/referral/presence.ts";

/** Deletes who was somewhere and says so no more: a browser that was shut has no last word. Answers how many. */
export async function endPresence({ sql }: Pool): Promise<number> {
  const gone = await sql`delete from presence where seen_at < app_clock() - make_interval(secs => ${presentSeconds})`;
  return gone.count;
}
