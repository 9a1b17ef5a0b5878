import type postgres from "postgres";

/**
 * What time it is in a test's database. The application and its jobs ask the database (`app_now`), so whoever replaces that
 * one function sets the clock for all three; only the owner can. The clock goes on from the moment it was set to.
 */

/** When a run happens that says nothing else: an ordinary Wednesday. Nothing rests on the day somebody runs the tests. */
const ORDINARY = "2026-12-02T10:00";

/** How the processes of a run learn of the moment that `--on` named. */
export const ON = "BROBYG_TEST_ON";

/** The moment of this run, as `instantOf` reads it. */
export const runMoment = (): string => process.env[ON] || ORDINARY;

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z?$/;
const hour = 3_600_000;
const inCopenhagen = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "medium",
});

/**
 * Reads `2027-03-28T01:20` (in Copenhagen; of an hour that comes twice, the second), `2026-12-03T23:30Z` (UTC), or `now`.
 * Throws on anything else. Gives milliseconds.
 */
export function instantOf(text: string): number {
  if (text === "now") return Date.now();
  const asUtc = written.test(text) ? Date.parse(text.endsWith("Z") ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(asUtc))
    throw new Error(`"${text}" is no moment. Write 2027-03-28T01:20 (Copenhagen), 2026-12-03T23:30Z (UTC) or now.`);
  if (text.endsWith("Z")) return asUtc;
  const [winter, summer] = [asUtc - hour, asUtc - 2 * hour];
  const fits = (instant: number) => inCopenhagen.format(instant).replace(" ", "T").startsWith(text);
  return !fits(winter) && fits(summer) ? summer : winter;
}

/**
 * Sets the clock of the database that `sql` is connected to, as its owner; `now` gives it back to PostgreSQL.
 * @returns how far it is ahead of this process's own clock from now on, in milliseconds
 */
export async function setClock(sql: postgres.Sql | postgres.TransactionSql, moment: string): Promise<number> {
  const [row] = await sql<{ ahead: string }[]>`
    select round(${instantOf(moment)}::float8 * 1000 - extract(epoch from transaction_timestamp()) * 1000000)::bigint::text
      as ahead`;
  await sql.unsafe(`create or replace function app_now() returns timestamptz language sql stable as
    $$ select pg_catalog.transaction_timestamp() + ${moment === "now" ? 0 : row?.ahead} * interval '1 microsecond' $$`);
  const [set] = await sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::float8 as now`;
  return Math.round((set?.now ?? 0) - Date.now());
}
