import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

/** The first PostgreSQL that says of one membership alone whether it is inherited. */
const grantsSayHow = 160_000;
/** The first PostgreSQL that ends a transaction that lasts too long by itself. */
const endsLongTransactions = 170_000;

type Passwords = { appPassword: string; jobsPassword: string };
type Server = { owner: string; version: number };

/**
 * app and jobs log in and own nothing; door cannot log in and owns only its functions; watch owns those that look at the
 * application's connections. None bypasses policies, and the owner inherits nothing of theirs: it becomes door or watch for
 * as long as it says so.
 * @throws a sentence where the owner would see the rows that they see
 */
export async function makeRoles(sql: postgres.TransactionSql, { appPassword, jobsPassword }: Passwords): Promise<void> {
  const { owner, version } = await readServer(sql);
  // Before 16 a membership is inherited as the member says for all of its own.
  const watch = version < grantsSayHow ? "inherit nologin" : "noinherit nologin";
  const roles = {
    brobyg_app: "noinherit",
    brobyg_jobs: "noinherit",
    brobyg_door: "noinherit nologin",
    brobyg_watch: watch,
  };
  for (const [role, how] of Object.entries(roles)) await makeRole(sql, role, how);
  for (const [role, password] of Object.entries({ brobyg_app: appPassword, brobyg_jobs: jobsPassword }))
    await sql.unsafe(`alter role ${role} login password '${password.replaceAll("'", "''")}'`);
  if (version < grantsSayHow) await grantThroughMaker(sql, owner);
  else {
    await sql.unsafe(`grant brobyg_door, brobyg_watch to ${owner} with inherit false, set true`);
    await sql.unsafe("grant brobyg_app to brobyg_watch with inherit true, set false");
  }
  const [inherited] = await sql<{ yes: boolean }[]>`
    select pg_has_role('brobyg_door', 'usage') or pg_has_role('brobyg_watch', 'usage') as yes`;
  if (inherited?.yes)
    throw new Error(
      `${owner} inherits the rights of brobyg_door, so that no policy would hold it. Revoke brobyg_door and brobyg_watch from it, then try again.`,
    );
}

/** An earlier PostgreSQL, or an earlier try, may have made it otherwise. */
async function makeRole(sql: postgres.TransactionSql, role: string, how: string): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
  await sql.unsafe(`${known ? "alter" : "create"} role ${role} ${how}`);
}

/** One may become what the role between may become, and inherits what it inherits, which is nothing. */
async function grantThroughMaker(sql: postgres.TransactionSql, owner: string): Promise<void> {
  await makeRole(sql, "brobyg_maker", "noinherit nologin");
  await sql.unsafe(`grant brobyg_door, brobyg_watch to brobyg_maker; grant brobyg_maker to ${owner}`);
  await sql.unsafe("grant brobyg_app to brobyg_watch");
}

/** What PostgreSQL says of two who change the same role at once: an update, a new name, or each waiting for the other. */
const atOnce = ["XX000", "23505", "42710", "40P01"];
const turns = 20;

/** Roles belong to the whole server, and another database of it may change the same one just now: then `make` is tried again. */
export async function inTurn(make: () => Promise<unknown>): Promise<void> {
  for (let left = turns; ; left -= 1) {
    try {
      await make();
      return;
    } catch (error) {
      if (left === 0 || !atOnce.includes((error as postgres.PostgresError).code)) throw error;
      await sleep(100 + Math.random() * 200);
    }
  }
}

/**
 * What every connection of the two logins begins with, in this database: a pooler passes no settings of a client's on. Every
 * statement finds its rows by an index, whatever its values; planning it anew would cost more than running it.
 */
export async function setLogins(sql: postgres.Sql | postgres.TransactionSql): Promise<void> {
  const { database, version } = await readServer(sql);
  for (const role of ["brobyg_app", "brobyg_jobs"]) {
    const of = `alter role ${role} in database ${database} set`;
    await sql.unsafe(`${of} plan_cache_mode = 'force_generic_plan'`);
    if (version >= endsLongTransactions) await sql.unsafe(`${of} transaction_timeout = '100s'`);
  }
}

/** Where a superuser has closed these to everybody (db/close-catalogue.sql), the owner hands on what its own roles need. */
export async function handOnCatalogue(sql: postgres.TransactionSql): Promise<void> {
  const [closed] = await sql<{ yes: boolean }[]>`
    select has_function_privilege('pg_stat_get_activity(integer)', 'execute with grant option') as yes`;
  if (!closed?.yes) return;
  await sql.unsafe("grant execute on function pg_lock_status(), pg_stat_get_activity(integer) to brobyg_jobs");
  await sql.unsafe(
    "grant execute on function pg_stat_get_activity(integer), pg_terminate_backend(integer, bigint) to brobyg_watch",
  );
}

async function readServer(sql: postgres.Sql | postgres.TransactionSql): Promise<Server & { database: string }> {
  const [row] = await sql<(Server & { database: string })[]>`
    select quote_ident(current_user) as owner, quote_ident(current_database()) as database,
      current_setting('server_version_num')::int as version`;
  if (!row) throw new Error("PostgreSQL does not say who asks.");
  return row;
}
