import { hash as digest } from "node:crypto";
import type postgres from "postgres";
import type { Pool } from "../client.ts";

/** Between the beginning of a transaction and the moment at which PostgreSQL tells of it. */
const settleSeconds = 2;
/** Nothing is numbered past a transaction that runs: a row that shows up so much later was not written by the app. */
export const latestMinutes = 2;
const mostAtOnce = 5_000;

const texts = [
  "l.partnership_id::text",
  "l.id::text",
  `to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  "l.person_id::text",
  "array_to_string(l.posts, ',')",
  "l.kind",
  "l.what",
  "array_to_string(l.referrals, ',')",
  "l.detail::text",
];

/** A row of the log `l` as one line, each column with its length before it: what the hash is made over. */
const logLine = `concat(${texts.map((text) => `coalesce(octet_length(${text}) || ':' || ${text}, '-')`).join(", ")})`;

/** What the first link hangs on. */
export const noHash = "0".repeat(64);

/** The hash of one link in hexadecimal: SHA-256 over the hash before it, its number and its row's line. */
export const nextHash = (before: string, number: number, line: string): string =>
  digest("sha256", `${before}\n${number}\n${line}`);

/**
 * Numbers the rows of one partnership's log that have settled (no transaction runs that began before them), in order of
 * their moments, and hangs each on the one before: whole batches, each in a transaction of its own, until nothing is left
 * or somebody else is at it. Answers how many. The job's own login reads the log and adds links; it changes neither.
 */
export async function chainLog(
  pool: Pool,
  partnership: string,
  { settle = settleSeconds, most = mostAtOnce }: { settle?: number; most?: number } = {},
): Promise<number> {
  let numbered = 0;
  for (;;) {
    const batch = await chainBatch(pool, partnership, { settle, most });
    numbered += batch;
    if (batch < most) return numbered;
  }
}

type Head = { number: number; hash: string; reached: string | null };

/** Two chainers cannot hang on one link: its number is the key, and whoever comes second adds none. */
const chainBatch = (pool: Pool, partnership: string, batch: { settle: number; most: number }): Promise<number> =>
  addLinks(pool, partnership, batch).catch((error: unknown) => {
    if ((error as { code?: string }).code === isTaken) return 0;
    throw error;
  });
const isTaken = "23505";

const addLinks = (pool: Pool, partnership: string, { settle, most }: { settle: number; most: number }) =>
  pool.sql.begin(async (sql) => {
    const settled = await settledUntil(sql, settle);
    const [head] = await sql<Head[]>`
      select number::float8 as number, encode(hash, 'hex') as hash, (
        select max(l.at)::text from (
          select log_id from link where partnership_id = ${partnership} order by number desc limit 1000) k
        join log l on l.partnership_id = ${partnership} and l.id = k.log_id) as reached
      from link where partnership_id = ${partnership} order by number desc limit 1`;
    const rows = await sql<{ id: string; line: string }[]>`
      select l.id, ${sql.unsafe(logLine)} as line from log l
      where l.partnership_id = ${partnership} and l.at < ${settled}::timestamptz
        and l.at > coalesce(${head?.reached ?? null}::timestamptz, '-infinity') - make_interval(mins => ${latestMinutes})
        and not exists (select 1 from link k where k.partnership_id = l.partnership_id and k.log_id = l.id)
      order by l.at, l.id limit ${most}`;
    const links = linksFor(rows, head);
    await sql`
      insert into link (partnership_id, number, log_id, hash)
      select ${partnership}, number, log_id, decode(hash, 'hex')
      from unnest(${links.map(({ number }) => number)}::int8[], ${rows.map(({ id }) => id)}::uuid[],
        ${links.map(({ hash }) => hash)}::text[]) each (number, log_id, hash)`;
    return rows.length;
  }) as Promise<number>;

/**
 * No row will show up that is older: every transaction that could still add one began later. The rows are read by a
 * statement of their own after this one, so what has ended meanwhile is seen.
 */
async function settledUntil(sql: postgres.TransactionSql, settle: number): Promise<string> {
  const [row] = await sql<{ until: string }[]>`
    select (app_clock()
      - greatest(make_interval(secs => ${settle}), door.oldest_transaction(), door.oldest_writing()))::text as until`;
  return row?.until ?? "-infinity";
}

function linksFor(rows: readonly { line: string }[], head: Head | undefined): { number: number; hash: string }[] {
  let { number, hash } = head ?? { number: 0, hash: noHash };
  return rows.map(({ line }) => {
    number += 1;
    hash = nextHash(hash, number, line);
    return { number, hash };
  });
}

export async function partnerships({ sql }: Pick<Pool, "sql">): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from partnership order by id`;
  return rows.map(({ id }) => id);
}
