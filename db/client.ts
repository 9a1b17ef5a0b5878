import { createHash } from "node:crypto";
import { Socket } from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { withoutLateRollback } from "./lost-connection.ts";

/** A pool of connections as one login. Dates come as `YYYY-MM-DD`, moments as PostgreSQL writes them. */
export type Pool = { sql: postgres.Sql; close: () => Promise<void> };

/** Opens a pool. The application's login and the jobs' login own nothing; nothing else connects while the app runs. */
export function openPool(url: string, { max = 10 }: { max?: number } = {}): Pool {
  const options = {
    max,
    onnotice: () => {},
    socket: promptSocket(),
    // What else a connection begins with stands in the database (`setLogins`): a pooler passes nothing more on.
    connection: { application_name: "brobyg" },
  };
  const sql = withoutLateRollback(postgres(url, options));
  // Drizzle sets how this pool reads dates: as the text that PostgreSQL sends. Every query of the pool agrees with it.
  drizzle({ client: sql });
  return { sql, close: () => sql.end({ timeout: 5 }) };
}

/** What the driver hands to whoever makes its connections. */
type Address = { host: string[]; port: number[]; path: string | false };

/**
 * Makes connections that say at once what they have to: the driver's own hold a second part of a message back until the
 * first is acknowledged, which is once it is answered. The hosts of an address are tried in turn, as the driver does.
 */
function promptSocket() {
  let tries = 0;
  return ({ host: hosts, port: ports, path }: Address): Socket => {
    const at = tries++ % hosts.length;
    const [host = "", port = 0] = [hosts[at], ports[at]];
    // By its host the driver knows whom a certificate must name.
    const socket = Object.assign(new Socket(), { host, port }).setNoDelay(true);
    return path ? socket.connect(path) : socket.connect(port, host);
  };
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
  /**
   * Statements on their way that nothing waits for: they leave together with the end of the transaction. `asMember` waits for
   * them before anything comes out, and throws what fails.
   */
  readonly underway: PromiseLike<unknown>[];
  /** A list that looks again by itself, and not a person who opens it. */
  readonly again: boolean;
};

/** Wraps a transaction of postgres.js. Drizzle is made only when it is asked for: the hot reads never do. */
export function asTx(pool: Pool, sql: postgres.TransactionSql, { again = false }: { again?: boolean } = {}): Tx {
  let db: PostgresJsDatabase | undefined;
  return {
    pool,
    sql,
    underway: [],
    again,
    get db() {
      db ??= drizzle({ client: Object.assign(sql, { options: pool.sql.options }) as unknown as postgres.Sql });
      return db;
    },
  };
}

/** What the database keeps of a token: never the token itself. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
