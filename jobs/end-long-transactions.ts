import type { Pool } from "#db/client.ts";

/** Ends connections of the application whose transaction lasts longer than any of its own does. Answers how many. */
export async function endLongTransactions({ sql }: Pool): Promise<number> {
  const [row] = await sql<{ ended: number }[]>`select door.end_long_transactions() as ended`;
  return row?.ended ?? 0;
}
