import type postgres from "postgres";

const lost = ["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "ECONNRESET", "EPIPE"];

/** Whether that went wrong because the connection broke, or the server ended it: what was asked last may be done or not. */
export function isConnectionLost(error: unknown): boolean {
  const { code = "" } = (error ?? {}) as { code?: string };
  return lost.includes(code) || /^57P0[1-4]$/.test(code);
}

/**
 * The same client, whose transactions send no ROLLBACK on a connection that is lost. The driver (postgres 3.4.9) would: it
 * then writes to a socket that is gone, outside of every promise, which ends the whole process. Whoever waits for the
 * transaction is told all the same, since the driver rejects it as the connection closes.
 */
export function withoutLateRollback(sql: postgres.Sql): postgres.Sql {
  const begin = sql.begin.bind(sql) as (...how: unknown[]) => Promise<unknown>;
  const sparing = (...how: unknown[]) => {
    const run = how.at(-1) as (tx: postgres.TransactionSql) => unknown;
    return begin(...how.slice(0, -1), async (tx: postgres.TransactionSql) => {
      try {
        const ran = await run(tx);
        return Array.isArray(ran) ? await Promise.all(ran) : ran;
      } catch (error) {
        if (isConnectionLost(error)) await new Promise(() => {});
        throw error;
      }
    });
  };
  return Object.assign(sql, { begin: sparing });
}
