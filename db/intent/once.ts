import type postgres from "postgres";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** What a client means to do: its own key, and a hash of where and with which body. */
export type Intent = { key: string; body: Buffer };

/**
 * Does a thing once, however often it is asked for. The first to come writes the key; a second one waits for it and gets
 * its answer. What was refused leaves no trace and may be tried again. Refuses with "other-body" when the key was used
 * for something else.
 */
export async function once<T>(
  { sql, underway }: Tx,
  me: Member,
  { key, body }: Intent,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const own = { partnership_id: me.partnership, person_id: me.person, key };
  const first = await sql`insert into intent ${sql({ ...own, body })} on conflict do nothing`;
  if (first.count === 0) {
    const [known] = await sql<{ body: Buffer; answer: T }[]>`select body, answer from intent where key = ${key}`;
    return known?.body.equals(body) ? ok(known.answer) : refused("other-body");
  }
  const result = await run();
  if (result.ok)
    underway.push(
      sql`update intent set answer = ${sql.json((result.value ?? null) as postgres.JSONValue)} where key = ${key}`.execute(),
    );
  return result;
}
