import type { Pool } from "#db/client.ts";

/** Gives functions the duties that the version has which governs from today on. Done again, it changes nothing. */
export async function dutiesFollow({ sql }: Pool): Promise<void> {
  await sql`select door.all_duties_follow()`;
}
