import { asMember } from "#db/as-member.ts";
import type { Pool } from "#db/client.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";
import { ok, type Result } from "#lib/result.ts";

type Asked = { pool: Pool; token: string };

/** What an answer is made of, each with what the one before it does: nothing can answer faster than they. */
export const parts = {
  "select 1": async ({ pool }: Asked): Promise<Result<unknown>> => ok(await pool.sql`select 1`),
  "empty transaction": async ({ pool }: Asked): Promise<Result<unknown>> => ok(await pool.sql.begin(async () => null)),
  "transaction with select 1": async ({ pool }: Asked): Promise<Result<unknown>> =>
    ok(await pool.sql.begin((sql) => sql`select 1`)),
  "session opened": ({ pool, token }: Asked): Promise<Result<unknown>> => asMember(pool, token, async () => ok(null)),
  "inbox transaction": ({ pool, token }: Asked): Promise<Result<unknown>> =>
    asMember(pool, token, (tx, me) => readInbox(tx, me)),
};

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];
