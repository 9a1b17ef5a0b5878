import type postgres from "postgres";
import type { Day } from "#lib/calendar/day.ts";

/** What day it is, by the database's clock. */
export async function todayOf(sql: postgres.Sql | postgres.TransactionSql): Promise<Day> {
  const [row] = await sql<{ today: Day }[]>`select door.today()::text as today`;
  if (!row) throw new Error("the database does not say what day it is");
  return row.today;
}
