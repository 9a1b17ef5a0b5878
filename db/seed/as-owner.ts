import postgres from "postgres";

/** Tables that a seed fills. */
const directory = [
  "account",
  "credential",
  "session",
  "partnership",
  "unit",
  "unit_name",
  "function",
  "function_name",
  "post",
  "person",
  "holding",
  "absence",
  "agreement",
];

/**
 * One transaction as the owner, in which it may write some tables, the directory unless told otherwise. FORCE binds the
 * owner too: the policies that let it in are made at the start and dropped before it commits. What happens to referrals
 * goes through the ordinary door, never through here.
 */
export async function asOwner<T>(
  ownerUrl: string,
  run: (sql: postgres.TransactionSql) => Promise<T>,
  opened: readonly string[] = directory,
): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await client.begin(async (sql) => {
      for (const table of opened)
        await sql.unsafe(`create policy seeding on ${table} to current_user using (true) with check (true)`);
      const value = await run(sql);
      for (const table of opened) await sql.unsafe(`drop policy seeding on ${table}`);
      return value;
    })) as T;
  } finally {
    await client.end();
  }
}
