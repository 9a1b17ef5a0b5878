import { asOwner } from "#db/seed/as-owner.ts";

/** Every row of every table as text, as the owner: for looking whether something that may not be there is. */
export async function wholeDatabase(): Promise<string> {
  const url = process.env["STAGE_OWNER_URL"] ?? "";
  const tables = await asOwner(
    url,
    (sql) => sql<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    [],
  );
  const names = tables.map(({ name }) => name);
  const rows = await asOwner(
    url,
    async (sql) => {
      const found: string[] = [];
      for (const name of names)
        for (const { row } of await sql.unsafe(`select t::text as row from ${name} t`)) found.push(String(row));
      return found;
    },
    names,
  );
  return rows.join("\n");
}
