import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findFreePort } from "#scripts/free-port.ts";
import { type Account, type Binaries, findHome, findPostgresAccount } from "#scripts/postgres-home.ts";
import { PROJECT } from "#scripts/project.ts";
import { keepSecret } from "#scripts/secrets.ts";

export const OWNER = "brobyg_owner";
export const DATABASE = "brobyg";

/** A running server. `stop` may be called often and by many: it stops once, and resolves when PostgreSQL has gone. */
export type RunningPostgres = { ownerUrl: string; home: string; stop: () => Promise<void> };

type Cluster = Binaries & { home: string; data: string; log: string; account: Account | undefined };

/**
 * PostgreSQL lives exactly as long as the pipe to this shell is open. However its starter ends (stopped, crashed,
 * kill -9), the pipe closes and the server is stopped in good order. It runs in a session of its own, so that Ctrl-C
 * in a terminal does not take the database away before the application has finished with it.
 */
const KEEPER = `
"$PG_CTL" start -D "$DATA" -l "$LOG" -o "$FLAGS" -w -t 60 >/dev/null || exit 1
echo ready
cat >/dev/null
"$PG_CTL" stop -D "$DATA" -m fast -w -t 20 >/dev/null || "$PG_CTL" stop -D "$DATA" -m immediate >/dev/null
`;

/**
 * Starts the PostgreSQL that comes with the packages, or the one that a test run names, on loopback only, and makes the owner's role and database.
 *
 * @param options.dataDir where it may live. Moves to /var/tmp when PostgreSQL's user cannot reach it: see `home`
 * @param options.port the wanted port; another free one is taken if it is busy
 * @param options.durable false only for data that a test throws away: it does not survive a power cut
 */
export async function startPostgres(options: {
  dataDir: string;
  port?: number;
  durable: boolean;
}): Promise<RunningPostgres> {
  if (process.platform === "win32") {
    throw new Error("The built-in PostgreSQL needs Linux or macOS (or WSL). Elsewhere, set DATABASE_URL to a server.");
  }
  const account = findPostgresAccount();
  const { home, ...binaries } = findHome(options.dataDir, account);
  const cluster = {
    ...binaries,
    home,
    account,
    data: path.join(home, "postgres"),
    log: path.join(home, "postgres.log"),
  };

  const password = keepSecret(home, "postgres");
  if (!existsSync(cluster.data)) await initialise(cluster, password);
  checkOwnership(cluster);
  await waitForFormerServer(cluster.data);

  const { keeper, port } = await launch(cluster, options);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopKeeper(keeper);
    return stopping;
  };
  try {
    const ownerPassword = keepSecret(home, OWNER);
    await makeOwner({ port, password, ownerPassword });
    return { ownerUrl: `postgres://${OWNER}:${ownerPassword}@127.0.0.1:${port}/${DATABASE}`, home, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Removes a server's data and passwords. The server must not be running. */
export function removePostgres(dataDir: string): void {
  const { home } = findHome(dataDir, findPostgresAccount());
  if (findPostmaster(path.join(home, "postgres"))) throw inUse(path.join(home, "postgres"));
  for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true });
}

async function initialise(cluster: Cluster, password: string): Promise<void> {
  const unfinished = `${cluster.data}.new`;
  const passwordFile = path.join(cluster.home, "initdb-password");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.account) {
    chownSync(unfinished, cluster.account.uid, cluster.account.gid);
    chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  }
  const flags = ["--pgdata", unfinished, "--username=postgres", "--auth=scram-sha-256", "--pwfile", passwordFile];
  flags.push("--data-checksums", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=da-DK");
  const { code, output } = await runAlone(cluster, flags);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder.\n${output}`);
  renameSync(unfinished, cluster.data);
}

/** In a session of its own: Ctrl-C waits until a second's work is whole. */
async function runAlone({ initdb, account, libraries }: Cluster, args: string[]) {
  const child = spawn(initdb, args, { ...account, cwd: "/", detached: true, env: plainEnv(libraries) });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

function checkOwnership({ data, account }: Cluster): void {
  const wanted = account?.uid ?? process.getuid?.();
  if (statSync(data).uid !== wanted) {
    throw new Error(`${data} was made by another user of this machine. Use that user, or remove the folder.`);
  }
}

/** A starter that was killed leaves its server stopping: gives it time, and clears away a lock file nobody holds. */
async function waitForFormerServer(data: string): Promise<void> {
  for (let tries = 0; findPostmaster(data); tries++) {
    if (tries === 50) throw inUse(data);
    await sleep(200);
  }
  rmSync(path.join(data, "postmaster.pid"), { force: true });
}

/** The process that serves this data. The number in the lock file alone proves nothing: after a crash of the machine
 *  it may have become anybody's. */
function findPostmaster(data: string): number | undefined {
  const lock = path.join(data, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const pid = Number.parseInt(readFileSync(lock, "utf8"), 10);
  return commandOf(pid).includes(data) ? pid : undefined;
}

function commandOf(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self/cmdline")) return existsSync(proc) ? readFileSync(proc, "utf8") : "";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

function inUse(data: string): Error {
  return new Error(
    `The data in ${data} is in use by PostgreSQL (process ${findPostmaster(data)}). Is the demo, or npm run dev, already running? Stop it first.`,
  );
}

async function launch(cluster: Cluster, options: { port?: number; durable: boolean }) {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort(options.port ?? 0);
    writeFileSync(cluster.log, "");
    if (cluster.account) chownSync(cluster.log, cluster.account.uid, cluster.account.gid);
    chmodSync(cluster.log, 0o600);
    const keeper = startKeeper(cluster, [`-p ${port}`, ...serverFlags(options.durable)].join(" "));
    if (await isReady(keeper)) return { keeper, port };
    const log = readFileSync(cluster.log, "utf8");
    if (!log.includes("could not create any TCP/IP sockets") || tries === 3) {
      throw new Error(`PostgreSQL did not start. It says:\n${log.trim() || "nothing"}`);
    }
  }
}

function serverFlags(durable: boolean): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "''",
    max_connections: "200",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
}

function startKeeper(cluster: Cluster, flags: string): ChildProcess {
  const { account, pgCtl, data, log, libraries } = cluster;
  return spawn("sh", ["-c", KEEPER], {
    ...account,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...plainEnv(libraries), PG_CTL: pgCtl, DATA: data, LOG: log, FLAGS: flags },
  });
}

async function isReady(keeper: ChildProcess): Promise<boolean> {
  if (!keeper.stdout) throw new Error("The keeper of PostgreSQL was started without a pipe.");
  const ready = await Promise.race([
    once(keeper.stdout, "data").then(() => true),
    once(keeper, "exit").then(() => false),
  ]);
  keeper.stdout.destroy();
  keeper.unref();
  return ready;
}

async function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return;
  keeper.ref();
  const gone = once(keeper, "exit");
  keeper.stdin?.end();
  await gone;
}

/** The owner is no superuser: what works here works on a rented server too. */
async function makeOwner({ port, password, ownerPassword }: { port: number; password: string; ownerPassword: string }) {
  const sql = postgres({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres", max: 1 });
  try {
    const [role] = await sql`select from pg_roles where rolname = ${OWNER}`;
    const rights = `login createrole createdb nosuperuser nobypassrls password '${ownerPassword}'`;
    await sql.unsafe(`${role ? "alter" : "create"} role ${OWNER} ${rights}`);
    await closeCatalogue({ port, password, database: "template1" });
    const [database] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
    await closeCatalogue({ port, password, database: DATABASE });
  } finally {
    await sql.end();
  }
}

type Closing = { port: number; password: string; database: string };

/** What the owner may not close, its superuser does: in the database, and in what every other one is copied from. */
async function closeCatalogue({ port, password, database }: Closing): Promise<void> {
  const sql = postgres({ host: "127.0.0.1", port, user: "postgres", password, database, max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(readFileSync(path.join(PROJECT, "db/close-catalogue.sql"), "utf8"));
  } finally {
    await sql.end();
  }
}

/** Nothing of ours reaches PostgreSQL but the way to its programs, and the clock of whoever tries another day with faketime. */
function plainEnv(libraries: string | undefined): NodeJS.ProcessEnv {
  const { PATH, LD_PRELOAD, FAKETIME } = process.env;
  const ours = { ...(FAKETIME && { LD_PRELOAD, FAKETIME }), ...(libraries && { LD_LIBRARY_PATH: libraries }) };
  return { PATH, LC_ALL: "C", ...ours } as unknown as NodeJS.ProcessEnv;
}
