import { ok, type Result } from "#lib/result.ts";
import type { Tx } from "../client.ts";

/** Deletes one draft of this person. One that is gone already, or another's, is no reason to refuse. */
export async function removeDraft({ sql }: Tx, id: string): Promise<Result<null>> {
  await sql`delete from draft where id = ${id}`;
  return ok(null);
}
