import type { Pool } from "#db/client.ts";
import { keptDays } from "#lib/anonymity/retention.ts";

/**
 * Deletes what nobody needs any more: drafts, intents, mails, and by the door sessions that are over, ended ceremonies, counted
 * tries, links and devices that nobody uses, and what was said of meetings in confidence. Answers how many rows.
 */
export async function purge({ sql }: Pool): Promise<number> {
  const drafts = await sql`delete from draft where saved_at < app_now() - make_interval(days => ${keptDays.draft})`;
  const intents = await sql`delete from intent where at < app_now() - make_interval(days => ${keptDays.intent})`;
  const mails = await sql`delete from mail where at < app_now() - make_interval(days => ${keptDays.mail})`;
  const [doors] = await sql<{ gone: number }[]>`select door.purge() as gone`;
  const [rated] = await sql<{ gone: number }[]>`select door.end_ratings() as gone`;
  return drafts.count + intents.count + mails.count + (doors?.gone ?? 0) + (rated?.gone ?? 0);
}
