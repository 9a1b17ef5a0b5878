import type postgres from "postgres";
import { connectOnce } from "./connect-once.ts";
import { speaksPostgresql } from "./speaks-postgresql.ts";

/** The oldest PostgreSQL that it runs on. */
export const oldest = 15;
/** Servers that speak PostgreSQL's language and are none. */
const others = /cockroach|yugabyte|-YB-|redshift|greenplum|cratedb|questdb|materialize|risingwave|duckdb/i;

const roles = ["brobyg_app", "brobyg_jobs", "brobyg_door", "brobyg_watch", "brobyg_maker"];

type Lacking = {
  login: string;
  database: string;
  above: boolean;
  makesRoles: boolean;
  owns: boolean;
  readOnly: boolean;
  encoding: string;
  watches: boolean;
  strong: string | null;
  strange: string | null;
};

/**
 * Looks at the server that the owner's address names before anything is done to it, and changes nothing.
 * @throws one sentence where it is no PostgreSQL, an older one, reached through a pooler, or the owner may not do what the
 *   set-up needs
 */
export async function checkServer(ownerUrl: string): Promise<void> {
  const address = new URL(ownerUrl);
  const unreached = await findUnreached(address);
  if (unreached) throw new Error(unreached);
  // Another kind of server may know no prepared statements.
  const { sql, close } = connectOnce(ownerUrl, { prepare: false });
  try {
    const named = await readVersion(sql, address);
    const problem =
      findWrongVersion(named) ?? (await findPooler(sql, "DATABASE_OWNER_URL")) ?? (await findLacking(sql));
    if (problem) throw new Error(problem);
  } finally {
    await close();
  }
}

/** Who does not answer there, or answers as no PostgreSQL does; null when one does. */
export const findUnreached = (address: URL): Promise<string | null> =>
  speaksPostgresql(address).then(
    (speaks) => (speaks ? null : isNone(address)),
    (error: NodeJS.ErrnoException) => whyNotReached(error, address),
  );

async function readVersion(sql: postgres.Sql, address: URL): Promise<string> {
  try {
    const [row] = await sql<{ version: string }[]>`select version() as version`.simple();
    return row?.version ?? "";
  } catch (error) {
    throw new Error(whyNotReached(error as Partial<postgres.PostgresError>, address));
  }
}

const placeOf = ({ hostname, port }: URL): string => `${hostname}:${port || "5432"}`;
const isNone = (url: URL): string => `What answers at ${placeOf(url)} is no PostgreSQL.`;

/** Why nothing came of it, in a sentence for whoever wrote the address. */
export function whyNotReached(
  { code = "", message = "" }: { code?: string | undefined; message?: string },
  url: URL,
): string {
  const where = placeOf(url);
  const database = decodeURIComponent(url.pathname.slice(1));
  const login = decodeURIComponent(url.username);
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT|EACCES)$/.test(code))
    return `No database answers at ${where} (${code}).`;
  if (/^(CONNECT|CONNECTION)_|^ECONNRESET$|^EPIPE$/.test(code)) return isNone(url);
  if (code === "3D000")
    return `PostgreSQL at ${where} has no database ${database}. Its superuser makes one: create database ${database} owner ${login}`;
  return `PostgreSQL at ${where} does not let ${login} in: ${message}.`;
}

/** @param named what `version()` says */
export function findWrongVersion(named: string): string | null {
  const short = named.split(" on ")[0]?.split(",")[0]?.slice(0, 80) ?? "";
  const [, major] = /^PostgreSQL (\d+)/.exec(named) ?? [];
  if (!major || others.test(named))
    return `The server says that it is ${short || "nothing that we know"}. It must be PostgreSQL ${oldest} or newer itself.`;
  return Number(major) < oldest ? `The server is ${short}. It must be PostgreSQL ${oldest} or newer.` : null;
}

/** A pooler tells its clients numbers of connections that it made up. What is kept by a connection needs the server itself. */
export async function findPooler(sql: postgres.Sql, setting: string): Promise<string | null> {
  const asked = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return asked[0]?.pid === asked.state.pid
    ? null
    : `${setting} goes through a pooler such as PgBouncer. Name PostgreSQL's own address.`;
}

async function findLacking(sql: postgres.Sql): Promise<string | null> {
  const [it] = await sql<Lacking[]>`
    with known as (select * from pg_roles where rolname in ${sql(roles)})
    select current_user as login, current_database() as database, r.rolsuper or r.rolbypassrls as above,
      r.rolcreaterole as "makesRoles", pg_has_role(d.datdba, 'usage') as owns,
      pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "readOnly",
      current_setting('server_encoding') as encoding, current_setting('track_activities') = 'on' as watches,
      (select string_agg(rolname, ' and ' order by rolname) from known
        where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) as strong,
      (select string_agg(rolname, ', ' order by rolname) from known
        where current_setting('server_version_num')::int >= 160000
          and not pg_has_role(known.oid, 'member with admin option')) as strange
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;
  return it ? wordsFor(it) : "PostgreSQL does not say who asks.";
}

function wordsFor(it: Lacking): string | null {
  if (it.above)
    return `${it.login} is a superuser or bypasses policies, so that none would hold it. Its superuser makes an owner of its own: create role brobyg_owner login createrole password '…'; alter database ${it.database} owner to brobyg_owner`;
  if (!it.makesRoles)
    return `${it.login} may not create roles. The superuser of the server gives it leave: alter role ${it.login} createrole`;
  if (!it.owns)
    return `The database ${it.database} belongs to somebody else than ${it.login}. Its superuser hands it over: alter database ${it.database} owner to ${it.login}`;
  if (it.readOnly) return `The database ${it.database} can only be read: name the primary server, not a standby.`;
  if (it.encoding !== "UTF8")
    return `The database ${it.database} holds ${it.encoding}. It must be made anew: create database ${it.database} encoding 'UTF8' template template0`;
  if (!it.watches) return "PostgreSQL does not say which transactions run. Its superuser sets track_activities = on.";
  if (it.strong)
    return `${it.strong} may do more than the application may: no superuser, no bypassing of policies, no roles, databases or replication.`;
  if (it.strange)
    return `${it.strange}: made by another owner. Whoever made it gives leave: grant ${it.strange} to ${it.login} with admin option`;
  return null;
}
