import type { Pool } from "#db/client.ts";
import { chainLog, partnerships } from "#db/log/chain.ts";

/** Numbers what was written since last time, in every partnership. Answers how many rows. */
export async function chainLogs(pool: Pool): Promise<number> {
  let rows = 0;
  for (const partnership of await partnerships(pool)) rows += await chainLog(pool, partnership);
  return rows;
}
