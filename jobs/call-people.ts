import type { Pool } from "#db/client.ts";

/**
 * Calls whoever has come to a called post since, and whoever stands in because its holders will be away; and tells those
 * who are no longer called. A run twice, or after days without one, mails nobody twice.
 */
export async function callPeople({ sql }: Pool): Promise<void> {
  await sql`select door.tell_all_called()`;
}
