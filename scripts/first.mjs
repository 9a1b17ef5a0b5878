// The first thing that runs after `git clone`: on any Node from 20.19, with no package installed yet.
//   node scripts/first.mjs demo|test|dev [arguments]
// Installs the packages of the lock file when they are not there, then hands over to scripts/<name>.ts on the Node that
// came with them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";

const project = path.dirname(import.meta.dirname);
const [name = "", ...args] = process.argv.slice(2);

/** Passes a signal on to what runs at the moment. @type {(signal: NodeJS.Signals) => void} */
let tell = () => {};
/** @type {NodeJS.Signals | undefined} */
let interrupted;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    interrupted ??= signal;
    tell(signal);
  });
}

checkNode();
process.env.PATH = [path.join(project, "node_modules/.bin"), process.env.PATH].join(path.delimiter);
if (!isInstalled()) await install();
process.exitCode = interrupted
  ? exitCodeOf(interrupted)
  : await run(path.join(project, "node_modules/node/bin/node"), [`scripts/${name}.ts`, ...args]);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Brobyg needs Node 20.19 or newer to install; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}

/** Compares the lock file with npm's own note of what it installed: an interrupted installation leaves no note. */
function isInstalled() {
  try {
    const wanted = packagesIn("package-lock.json");
    const installed = packagesIn("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([folder, entry]) => {
      if (folder === "") return true;
      const there = installed[folder];
      return there ? there.version === entry.version : Boolean(entry.optional || entry.devOptional);
    });
  } catch {
    return false;
  }
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(path.join(project, lockFile), "utf8")).packages;
}

async function install() {
  const since = Date.now();
  const elapsed = () => `${Math.round((Date.now() - since) / 1000)} s`;
  console.log("Installing the packages of package-lock.json. Once, about a minute.");
  const ticking = setInterval(() => console.log(`  still installing, ${elapsed()}`), 10_000);
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const code = await run(command, [...first, ...options], killGroup);
  clearInterval(ticking);
  if (interrupted) return;
  if (code !== 0) {
    console.error("The packages could not be installed. npm says why above.");
    process.exit(code);
  }
  console.log(`  installed after ${elapsed()}`);
}

/**
 * npm takes ten seconds to tidy up after itself. It need not: what it leaves behind is no finished installation.
 * @param {import("node:child_process").ChildProcess} child the leader of a process group
 */
function killGroup(child) {
  if (child.pid) process.kill(-child.pid, "SIGKILL");
}

/**
 * @param {string} command
 * @param {string[]} commandArgs
 * @param {(child: import("node:child_process").ChildProcess) => void} [interrupt] instead of passing the signal on
 * @returns {Promise<number>} its exit code
 */
function run(command, commandArgs, interrupt) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, { cwd: project, stdio: "inherit", detached: Boolean(interrupt) });
    tell = (signal) => (interrupt ? interrupt(child) : child.kill(signal));
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      tell = () => {};
      resolve(code ?? (signal ? exitCodeOf(signal) : 1));
    });
  });
}

/** @param {NodeJS.Signals} signal */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
