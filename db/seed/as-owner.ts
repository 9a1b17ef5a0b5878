import postgres from "postgres";

/** Tables that a seed fills. */
const directory = [
  "account",
  "credential",
  "session",
  "partnership",
  "unit",
  "unit_name",
  "unit_owner",
  "function",
  "function_name",
  "post",
  "person",
  "holding",
  "absence",
  "agreement",
];

/** Below PostgreSQL's deadlock_timeout of a second: where people work meanwhile, it is not them who are turned away. */
const lockTimeoutMs = 300;
const attempts = 100;
const lockNotAvailable = "55P03";

/**
 * One transaction as the owner, in which it may write some tables, the directory unless told otherwise. FORCE binds the
 * owner too: the policies that let it in are made at the start and dropped before it commits. What happens to referrals
 * goes through the ordinary door, never through here. It starts again where a table is not free: all are opened before
 * anything is done.
 */
export async function asOwner<T>(
  ownerUrl: string,
  run: (sql: postgres.TransactionSql) => Promise<T>,
  opened: readonly string[] = directory,
): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const attempt = () =>
    client.begin(async (sql) => {
      await sql.unsafe(`set local lock_timeout = ${lockTimeoutMs}`);
      for (const table of opened)
        await sql.unsafe(`create policy seeding on ${table} to current_user using (true) with check (true)`);
      const value = await run(sql);
      for (const table of opened) await sql.unsafe(`drop policy seeding on ${table}`);
      return value;
    });
  try {
    for (let left = attempts; ; left -= 1) {
      try {
        return (await attempt()) as T;
      } catch (error) {
        if (left === 0 || !(error instanceof postgres.PostgresError) || error.code !== lockNotAvailable) throw error;
      }
    }
  } finally {
    await client.end();
  }
}
