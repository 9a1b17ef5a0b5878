import { readdir, readFile } from "node:fs/promises";
import postgres from "postgres";

/** What an installation is for. Written once; nothing turns one kind into the other. */
export type InstallationKind = "demo" | "live";

type Migration = { ownerUrl: string; appPassword: string; jobsPassword: string; kind: InstallationKind };

const folder = new URL("./migrations/", import.meta.url);
/** Roles belong to the whole server: two set-ups at once take turns. */
const lock = 20_131_212;

/**
 * Brings a database up to date: roles, the migrations that are missing (each in its own transaction, in order), and the
 * kind of installation. Doing it again changes nothing.
 *
 * @throws when the database was set up as the other kind
 */
export async function migrate({ ownerUrl, appPassword, jobsPassword, kind }: Migration): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await checkKind(sql, kind);
    await makeRoles(sql, { brobyg_app: appPassword, brobyg_jobs: jobsPassword, brobyg_door: null, brobyg_watch: null });
    const done = await migrationsDone(sql);
    for (const name of await migrationNames()) {
      if (done.includes(name)) continue;
      const text = await readFile(new URL(`${name}/migration.sql`, folder), "utf8");
      done.push(name);
      await sql.begin(async (tx) => {
        for (const statement of text.split("--> statement-breakpoint")) await tx.unsafe(statement);
        const list = done.map((each) => `'${each}'`).join(", ");
        await tx.unsafe(`create or replace function door.migrations() returns text[] language sql immutable as
          $$ select array[${list}] $$`);
      });
    }
    await settleKind(sql, kind);
  } finally {
    await sql.end();
  }
}

/** What has been done stands in the database as a function: every table there belongs to a partnership. */
async function migrationsDone(sql: postgres.Sql): Promise<string[]> {
  const [known] = await sql<{ exists: boolean }[]>`select to_regproc('door.migrations') is not null as exists`;
  if (!known?.exists) return [];
  const [row] = await sql<{ names: string[] }[]>`select door.migrations() as names`;
  return row?.names ?? [];
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/**
 * app and jobs log in and own nothing; door cannot log in and owns only its functions; watch owns the one that ends
 * connections of the application. None bypasses policies.
 */
async function makeRoles(sql: postgres.Sql, passwords: Record<string, string | null>): Promise<void> {
  for (const [role, password] of Object.entries(passwords)) {
    const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
    if (!known)
      await sql.unsafe(`create role ${role} noinherit nobypassrls ${password === null ? "nologin" : "login"}`);
    if (password !== null) await sql.unsafe(`alter role ${role} password '${password.replaceAll("'", "''")}'`);
  }
  const [{ owner } = { owner: "" }] = await sql<{ owner: string }[]>`select current_user as owner`;
  for (const role of ["brobyg_door", "brobyg_watch"])
    await sql.unsafe(`grant ${role} to ${owner} with inherit false, set true`);
  await sql.unsafe("grant brobyg_app to brobyg_watch with inherit true, set false");
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
