import { readdir, readFile } from "node:fs/promises";
import type postgres from "postgres";
import { checkServer } from "./check-server.ts";
import { connectOnce } from "./connect-once.ts";
import { handOnCatalogue, inTurn, makeRoles, setLogins } from "./roles.ts";

/** What an installation is for. Written once; nothing turns one kind into the other. */
export type InstallationKind = "demo" | "live";

type Migration = { ownerUrl: string; appPassword: string; jobsPassword: string; kind: InstallationKind };

const folder = new URL("./migrations/", import.meta.url);
/** Two set-ups of one database take turns. */
const lock = 20_131_212;

/**
 * Brings a database up to date: roles, the migrations that are missing (each in its own transaction, in order), and the
 * kind of installation. Doing it again changes nothing.
 *
 * @throws a sentence when the server does not fit, or the database was set up as the other kind: nothing is changed
 */
export async function migrate({ ownerUrl, appPassword, jobsPassword, kind }: Migration): Promise<void> {
  await checkServer(ownerUrl);
  const { sql, close } = connectOnce(ownerUrl);
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await checkKind(sql, kind);
    await inTurn(() => sql.begin((tx) => makeRoles(tx, { appPassword, jobsPassword })));
    const done = await migrationsDone(sql);
    for (const name of await migrationNames()) {
      if (done.includes(name)) continue;
      const text = await readFile(new URL(`${name}/migration.sql`, folder), "utf8");
      done.push(name);
      await sql.begin(async (tx) => {
        await allowLaterBodies(tx);
        for (const statement of text.split("--> statement-breakpoint")) await tx.unsafe(statement);
        const list = done.map((each) => `'${each}'`).join(", ");
        await tx.unsafe(`create or replace function door.migrations() returns text[] language sql immutable as
          $$ select array[${list}] $$`);
      });
    }
    await sql.begin(async (tx) => {
      await handOnCatalogue(tx);
      await setLogins(tx);
    });
    await settleKind(sql, kind);
  } finally {
    await close();
  }
}

/** What an older PostgreSQL does not know stands in functions that a later migration wrote anew for every version. */
async function allowLaterBodies(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    select set_config('check_function_bodies', 'off', true) where current_setting('server_version_num')::int < 180000`;
}

/** What has been done stands in the database as a function: every table there belongs to a partnership. */
async function migrationsDone(sql: postgres.Sql): Promise<string[]> {
  const [known] = await sql<{ exists: boolean }[]>`select to_regproc('door.migrations') is not null as exists`;
  if (!known?.exists) return [];
  const [row] = await sql<{ names: string[] }[]>`select to_json(door.migrations()) as names`;
  return row?.names ?? [];
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** The kind stands in the database as a function that nobody but the owner could replace, and nothing ever does. */
async function settleKind(sql: postgres.Sql, kind: InstallationKind): Promise<void> {
  if (await isSettled(sql)) return;
  await sql.unsafe(
    `create function door.installation() returns text language sql immutable as $$ select '${kind}'::text $$`,
  );
}

/** Before anything is touched: an installation of the other kind is left as it is. */
async function checkKind(sql: postgres.Sql, kind: InstallationKind): Promise<void> {
  if (!(await isSettled(sql))) return;
  const [found] = await sql<{ kind: string }[]>`select door.installation() as kind`;
  if (found?.kind !== kind) {
    throw new Error(
      `This database was set up as a ${found?.kind} installation; it cannot be used as a ${kind} one. Name another database.`,
    );
  }
}

async function isSettled(sql: postgres.Sql): Promise<boolean> {
  const [written] = await sql<{ exists: boolean }[]>`select to_regproc('door.installation') is not null as exists`;
  return written?.exists === true;
}
