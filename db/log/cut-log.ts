import type { Pool } from "../client.ts";
import { partnerships } from "./chain.ts";

/** So many rows at a time, rounded up to the next anchored head. */
const mostAtOnce = 20_000;

/** Cuts what is too old off every partnership's log, at heads that were anchored. Answers how many rows went. */
export async function cutLog(pool: Pool): Promise<number> {
  let gone = 0;
  for (const partnership of await partnerships(pool)) {
    for (;;) {
      const [row] = await pool.sql<
        { gone: number }[]
      >`select door.cut_log(${partnership}::uuid, ${mostAtOnce}) as gone`;
      if (!row?.gone) break;
      gone += row.gone;
    }
  }
  return gone;
}
