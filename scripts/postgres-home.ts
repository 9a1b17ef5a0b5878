import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { type Engine, findServer } from "#scripts/engines.ts";

/** The user that runs PostgreSQL when we are root, which PostgreSQL refuses to run as. */
export type Account = { uid: number; gid: number };

/** `libraries`: where they find what this machine does not have. */
export type Binaries = { initdb: string; pgCtl: string; libraries?: string | undefined };

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
 * Where data and binaries can be used by PostgreSQL's user: the wanted folder and the server of this run, or, where a
 * folder above them is closed to that user (such as /root), a folder of this project's own under /var/tmp.
 */
export function findHome(wanted: string, account: Account | undefined): Binaries & { home: string } {
  const engine = findServer();
  mkdirSync(wanted, { recursive: true });
  if (!account || (canRun(engine, account) && canEnter(wanted, account))) {
    return { home: wanted, ...binariesOf(engine) };
  }
  const shelter = openShelter(path.dirname(wanted), account);
  const home = path.join(shelter, path.basename(wanted));
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  return { home, ...binariesOf(copyEngine(engine, shelter)) };
}

function binariesOf({ bin, libraries }: Engine): Binaries {
  return { initdb: path.join(bin, "initdb"), pgCtl: path.join(bin, "pg_ctl"), libraries };
}

function canRun({ bin, libraries }: Engine, account: Account): boolean {
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) };
  return spawnSync(path.join(bin, "postgres"), ["--version"], { ...account, cwd: "/", env }).status === 0;
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

function copyEngine({ name, root, bin, libraries }: Engine, shelter: string): Engine {
  const copy = path.join(shelter, name);
  const moved = {
    name,
    root: copy,
    bin: bin.replace(root, copy),
    ...(libraries && { libraries: libraries.replaceAll(root, copy) }),
  };
  if (existsSync(copy)) return moved;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(root, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return moved;
}
