import type postgres from "postgres";
import type { Pool } from "./client.ts";

type Statement<Row extends object> = postgres.PendingQuery<Row[]> & { executed?: boolean };

/** What the driver's `begin` sends along: it is called with the connection that was taken, once the beginning is on its way. */
type Beginning = { onexecute: (connection: { execute: (statement: unknown) => boolean }) => unknown };
type Unsafe = (text: string, parameters: [], how: Beginning) => unknown;

/**
 * One transaction whose first statement leaves in one message with its beginning. The driver lets nothing follow before the
 * beginning is answered, so its connection is given the statement at the moment at which it takes it; all else is its own.
 */
export function beginWith<Row extends object, T>(
  { sql: root }: Pool,
  first: (sql: postgres.ISql) => postgres.PendingQuery<Row[]>,
  run: (sql: postgres.TransactionSql, rows: Row[]) => Promise<T>,
): Promise<T> {
  const carried = first(root) as Statement<Row>;
  const driver = root as unknown as { unsafe: Unsafe };
  const { unsafe } = driver;
  driver.unsafe = (text, parameters, how) =>
    unsafe(text, parameters, {
      onexecute: (connection) => {
        const taken = how.onexecute(connection);
        carried.executed = true;
        // Nobody waits for it yet; where the beginning fails, nobody ever does.
        carried.catch(() => {});
        connection.execute(carried);
        return taken;
      },
    });
  try {
    return root.begin(async (sql) => run(sql, await (carried.executed ? carried : first(sql)))) as Promise<T>;
  } finally {
    driver.unsafe = unsafe;
  }
}
