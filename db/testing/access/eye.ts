import postgres from "postgres";
import type { World } from "../world.ts";

/** Looks behind every policy of one test's own database, for as long as the test runs. */
export type Eye = {
  sql: postgres.Sql;
  tables: readonly string[];
  /** A number for each table that changes with any row of it. */
  print: () => Promise<Record<string, string>>;
  /** The tables whose rows differ from what they were, besides those that move with every request. */
  changedSince: (before: Record<string, string>) => Promise<string[]>;
  close: () => Promise<void>;
};

/**
 * Sessions begin, their rights say when they were last used, a throttle how often somebody tried: none of that is what a
 * request asked for.
 */
const moving = ["session", "session_rights", "throttle"];

/** Lets the owner, whom FORCE binds, see all rows of this database. The database is a clone and is thrown away. */
export async function openEye({ database }: World): Promise<Eye> {
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const rows = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const tables = rows.map(({ name }) => name);
  for (const table of tables)
    await sql`create policy eye on ${sql(table)} to current_user using (true) with check (true)`;
  const all = tables
    .filter((table) => !moving.includes(table))
    .map(
      (table) =>
        `select '${table}' as name, count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from "${table}" t`,
    )
    .join(" union all ");
  const print = async () => {
    const prints = await sql.unsafe<{ name: string; print: string }[]>(all);
    return Object.fromEntries(prints.map((row) => [row.name, row.print]));
  };
  return {
    sql,
    tables,
    print,
    changedSince: async (before) => {
      const now = await print();
      return Object.keys(now).filter((table) => now[table] !== before[table]);
    },
    close: () => sql.end(),
  };
}
