import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { migrate } from "#db/migrate.ts";
import { setLogins } from "#db/roles.ts";
import { seedParties } from "#db/seed/seed-demo.ts";
import { type Connections, openDatabase, passwordOf, withDatabase } from "#scripts/connections.ts";
import { POOLER } from "#scripts/engines.ts";
import { startPgbouncer } from "#scripts/pgbouncer.ts";
import { removePostgres } from "#scripts/postgres.ts";
import { KEPT } from "#scripts/project.ts";
import { runMoment, setClock } from "#scripts/test-clock.ts";

/**
 * A database of one's own, on the server that lives in `home`. Close every connection to it before `drop`. Its clock is so
 * many milliseconds `ahead` of this process's own.
 */
export type TestDatabase = Connections & { home: string | null; ahead: number; drop: () => Promise<void> };

type Template = { name: string; server: Connections & Pick<TestDatabase, "home">; pooledUrl?: string | undefined };

/** How the processes that a run starts learn of its template. */
export const TEMPLATE = "BROBYG_TEST_TEMPLATE";

/**
 * Makes the database that `cloneDatabase` copies: migrated, its clock set to the moment of this run, with the demo's people
 * and no referral, on the server that the environment names or on a built-in one that forgets everything. Processes started
 * afterwards share it. The returned function cleans up.
 */
export async function openTemplate(): Promise<() => Promise<void>> {
  if (process.env[TEMPLATE]) return async () => {};
  removeForgotten();
  const dataDir = path.join(KEPT, `test-${process.pid}`);
  const server = await openDatabase({ dataDir, durable: false });
  const name = `brobyg_test_${randomBytes(4).toString("hex")}`;
  const pooler = process.env[POOLER] ? await startPgbouncer(server.appUrl, { connections: 4 }) : undefined;
  const close = async () => {
    delete process.env[TEMPLATE];
    await pooler?.stop();
    if (!server.home) await dropAll(server.ownerUrl, name);
    await server.stop();
    if (server.home) removePostgres(dataDir);
  };
  try {
    const template = inDatabase(server, name);
    await asOwner(server.ownerUrl, (sql) => sql.unsafe(`create database ${name}`));
    await migrate({
      ownerUrl: template.ownerUrl,
      appPassword: passwordOf(server.appUrl),
      jobsPassword: passwordOf(server.jobsUrl),
      kind: "demo",
    });
    await asOwner(template.ownerUrl, (sql) => setClock(sql, runMoment()));
    await seedParties({ ownerUrl: template.ownerUrl });
    await asOwner(server.ownerUrl, (sql) => sql.unsafe(`alter database ${name} allow_connections false`));
    process.env[TEMPLATE] = JSON.stringify({ name, server, pooledUrl: pooler?.url } satisfies Template);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** What runs that were killed could not take away: their folders carry the number of a process that is no more. */
function removeForgotten(): void {
  for (const name of existsSync(KEPT) ? readdirSync(KEPT) : []) {
    const [, pid] = name.match(/^test-(\d+)$/) ?? [];
    if (pid && !isAlive(Number(pid))) removePostgres(path.join(KEPT, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A fresh copy of the template, in about a tenth of a second. It begins at the moment of the run, however late it is made. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const shared = process.env[TEMPLATE];
  if (!shared) throw new Error("There is no database to clone: openTemplate() comes first (vitest's global setup).");
  const template = JSON.parse(shared) as Template;
  const { ownerUrl } = template.server;
  const name = `${template.name}_${randomBytes(4).toString("hex")}`;
  // A copy has everything but what may be done with the database itself, and what its logins begin with.
  await asOwner(ownerUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template.name}`);
    await sql.unsafe(`revoke temporary on database ${name} from public`);
  });
  const { home } = template.server;
  const database = inDatabase(template.server, name);
  const ahead = await asOwner(database.ownerUrl, async (sql) => {
    await setLogins(sql);
    return setClock(sql, runMoment());
  });
  const { pooledUrl } = template;
  return {
    ...database,
    ...(pooledUrl && { appUrl: withDatabase(pooledUrl, name) }),
    home,
    ahead,
    drop: () => dropDatabase(ownerUrl, name),
  };
}

/** A database with nothing in it, on the same server: what `npm run setup` is given on the first day. */
export async function emptyDatabase(): Promise<Omit<TestDatabase, "ahead">> {
  const template = JSON.parse(process.env[TEMPLATE] ?? "{}") as Template;
  const { ownerUrl, home } = template.server;
  const name = `${template.name}_${randomBytes(4).toString("hex")}`;
  await asOwner(ownerUrl, (sql) => sql.unsafe(`create database ${name}`));
  return { ...inDatabase(template.server, name), home, drop: () => dropDatabase(ownerUrl, name) };
}

/** The environment in which processes clone this database, such as it is now, in place of the run's own template. */
export function asTemplate({ ownerUrl }: TestDatabase): Record<string, string> {
  const { server, pooledUrl } = JSON.parse(process.env[TEMPLATE] ?? "{}") as Template;
  const name = new URL(ownerUrl).pathname.slice(1);
  return { [TEMPLATE]: JSON.stringify({ name, server, pooledUrl } satisfies Template) };
}

function inDatabase({ appUrl, ownerUrl, jobsUrl }: Connections, name: string): Connections {
  return {
    appUrl: withDatabase(appUrl, name),
    ownerUrl: withDatabase(ownerUrl, name),
    jobsUrl: withDatabase(jobsUrl, name),
  };
}

async function asOwner<T>(url: string, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

/** The owner may not end other logins' connections, so a forgotten pool shows here, by name. */
async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    for (let tries = 1; ; tries++) {
      try {
        await sql.unsafe(`drop database if exists ${name}`);
        return;
      } catch (error) {
        if ((error as postgres.PostgresError).code !== "55006" || tries === 60) throw error;
        await sleep(50);
      }
    }
  });
}

async function dropAll(ownerUrl: string, prefix: string): Promise<void> {
  const databases = await asOwner(
    ownerUrl,
    (sql) => sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`,
  );
  for (const { datname } of databases) await dropDatabase(ownerUrl, datname);
}
