import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findPooler, findUnreached, whyNotReached } from "#db/check-server.ts";

export const NOT_SET_UP = "The database is not set up. First: npm run setup";

type Addresses = { url: string; directUrl: string | undefined };

/**
 * What keeps a live server from its database, a sentence each: what was never set up or is a demo's, and a pooler that
 * loses what the server rests on. `look` is asked of a database that is right, as its login.
 */
export async function findDatabaseProblems(
  { url, directUrl }: Addresses,
  look: (sql: postgres.Sql) => Promise<void>,
): Promise<string[]> {
  const unreached = await findUnreached(new URL(url));
  if (unreached) return [unreached];
  const sql = connect(url);
  try {
    const kind = await kindOf(sql);
    if (kind === "demo") return ["The database is a demo's, with people everybody can log in as. Use another."];
    if (kind !== "live") return [NOT_SET_UP];
    await look(sql);
    return [...(await findDirectProblems(sql, directUrl)), ...(await findLostStatements(sql, url))];
  } catch (error) {
    return [whyNotReached(error as postgres.PostgresError, new URL(url))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const connect = (url: string) => postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });

/** Which kind was written into the database at its first set-up; null where there was none. */
async function kindOf(sql: postgres.Sql): Promise<string | null> {
  try {
    const [row] = await sql<{ kind: string | null }[]>`select door.installation() as kind`;
    return row?.kind ?? null;
  } catch (error) {
    if (["3F000", "42883", "42P01"].includes((error as postgres.PostgresError).code)) return null;
    throw error;
  }
}

/** What is heard is heard by a connection that stays: behind a pooler it needs an address of its own. */
async function findDirectProblems(sql: postgres.Sql, directUrl: string | undefined): Promise<string[]> {
  const pooled = (await findPooler(sql, "DATABASE_URL")) !== null;
  if (!directUrl)
    return pooled
      ? [
          "DATABASE_URL goes through a pooler such as PgBouncer. Name PostgreSQL's own address as well: DATABASE_DIRECT_URL",
        ]
      : [];
  const unreached = await findUnreached(new URL(directUrl));
  if (unreached) return [unreached];
  const direct = connect(directUrl);
  try {
    const behind = await findPooler(direct, "DATABASE_DIRECT_URL");
    if (behind) return [behind];
    const [here, there] = await Promise.all([sql, direct].map(placeOf));
    return here === there ? [] : ["DATABASE_DIRECT_URL names another database than DATABASE_URL."];
  } catch (error) {
    return [whyNotReached(error as postgres.PostgresError, new URL(directUrl))];
  } finally {
    await direct.end({ timeout: 1 });
  }
}

async function placeOf(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ place: string }[]>`
    select current_database() || ' ' || pg_postmaster_start_time()::text as place`;
  return row?.place ?? "";
}

/** A statement that is not there, and a transaction that went with it. */
const lost = ["26000", "25P02"];

/** Asked while another client has the pooler's connection, on which the statement was prepared. */
async function findLostStatements(sql: postgres.Sql, url: string): Promise<string[]> {
  if (sql.options.prepare === false || !(await findPooler(sql, "DATABASE_URL"))) return [];
  const [asking, holding] = [connect(url), connect(url)];
  // Outside a transaction the driver prepares it anew and says nothing.
  const ask = () => asking.begin((sql) => sql`select ${1}::int as number`);
  try {
    await ask();
    await holding.begin(async (held) => {
      await held`select 1`;
      // A pooler with one connection has none left.
      await Promise.race([ask(), sleep(10_000, undefined, { ref: false })]);
    });
    return [];
  } catch (error) {
    if (!lost.includes((error as postgres.PostgresError).code)) throw error;
    return [
      "The pooler of DATABASE_URL loses prepared statements. PgBouncer keeps them from 1.21 on (max_prepared_statements); with an older one, end DATABASE_URL with ?prepare=false, which makes queries slower.",
    ];
  } finally {
    await Promise.all([asking.end({ timeout: 1 }), holding.end({ timeout: 1 })]);
  }
}
