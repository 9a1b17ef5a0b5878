import { createHash } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { withoutLateRollback } from "./lost-connection.ts";

/** A pool of connections as one login. Dates come as `YYYY-MM-DD`, moments as PostgreSQL writes them. */
export type Pool = { sql: postgres.Sql; close: () => Promise<void> };

/** Opens a pool. The application's login and the jobs' login own nothing; nothing else connects while the app runs. */
export function openPool(url: string, { max = 10 }: { max?: number } = {}): Pool {
  const sql = withoutLateRollback(
    postgres(url, {
      max,
      onnotice: () => {},
      // What else a connection begins with stands in the database (`setLogins`): a pooler passes nothing more on.
      connection: { application_name: "brobyg" },
    }),
  );
  // Drizzle sets how this pool reads dates: as the text that PostgreSQL sends. Every query of the pool agrees with it.
  drizzle({ client: sql });
  return { sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * One open transaction of somebody the database has checked. `sql` for hot reads in plain SQL, `db` for the rest: both
 * are the same transaction. There is no other way to the data.
 */
export type Tx = {
  /** Where it goes: what a process remembers of a database is kept by it. */
  readonly pool: Pool;
  sql: postgres.TransactionSql;
  readonly db: PostgresJsDatabase;
  /** Rows of the log that are on their way: what is read leaves when they are written. See `look`. */
  readonly looks: PromiseLike<unknown>[];
  /** A list that looks again by itself, and not a person who opens it. */
  readonly again: boolean;
};

/** Wraps a transaction of postgres.js. Drizzle is made only when it is asked for: the hot reads never do. */
export function asTx(pool: Pool, sql: postgres.TransactionSql, { again = false }: { again?: boolean } = {}): Tx {
  let db: PostgresJsDatabase | undefined;
  return {
    pool,
    sql,
    looks: [],
    again,
    get db() {
      db ??= drizzle({ client: Object.assign(sql, { options: pool.sql.options }) as unknown as postgres.Sql });
      return db;
    },
  };
}

/** What the database keeps of a token: never the token itself. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
