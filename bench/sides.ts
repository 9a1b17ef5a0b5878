import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { KEPT, PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import type { SideName } from "./cells.ts";
import type { Answer, Call, Calls, Told } from "./side.ts";

/** A process that works with the files of one folder. `tell` has it do something, and resolves with what came of it. */
export type Side = {
  name: SideName;
  tree: string;
  tell: <Of extends Call>(call: Of, ...given: Parameters<Calls[Of]>) => ReturnType<Calls[Of]>;
  close: () => Promise<void>;
};

/** Node keeps as much as the product's server does: what answers without Next has no more room than Next. */
const heap = ["--max-old-space-size=256", "--max-semi-space-size=8"];

/** Starts the process of one side. It ends with this one, however this one ends. */
export function openSide(name: SideName, tree: string): Side {
  const programs = ["node_modules/.bin", "node_modules/node/bin"].map((folder) => path.join(tree, folder));
  const child = fork(path.join(tree, "bench/side.ts"), {
    cwd: tree,
    execArgv: heap,
    serialization: "advanced",
    // Ctrl-C reaches it through this process, in our order.
    detached: true,
    env: { ...process.env, PATH: [...programs, process.env.PATH].join(path.delimiter) },
  });
  const gone = once(child, "exit");
  const waiting = listen(child, name);
  let last = 0;
  return {
    name,
    tree,
    tell: (call, ...[given]) => {
      last += 1;
      const told: Told = { id: last, call, given };
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(told.id, { resolve, reject });
      if (child.connected) child.send(told);
      else reject(new Error(`The side "${name}" has ended.`));
      return promise as ReturnType<Calls[typeof call]>;
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

type Waiting = Map<number, Pick<PromiseWithResolvers<unknown>, "resolve" | "reject">>;

function listen(child: ChildProcess, name: SideName): Waiting {
  const waiting: Waiting = new Map();
  child.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) asked?.reject(new Error(`${name}: ${answer.error}`));
    else asked?.resolve(answer.value);
  });
  child.on("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error(`The side "${name}" has ended.`));
    waiting.clear();
  });
  return waiting;
}

/** Another commit's files in a folder of their own, until `remove`. */
export type CheckedOut = { tree: string; remove: () => void };

/**
 * Checks a commit out beside the project, with its packages and with the bench that stands here: both sides are measured by
 * the same means. Throws a sentence where this clone does not hold the commit.
 */
export async function checkOut(commit: string, stopping: AbortSignal): Promise<CheckedOut> {
  const found = git(["rev-parse", "--verify", "--quiet", `${commit}^{commit}`]);
  if (found.status !== 0)
    throw new Error(
      `This clone does not hold the commit ${commit}. Fetch it (git fetch --unshallow), name another with --before, or measure without it: --before none.`,
    );
  mkdirSync(KEPT, { recursive: true });
  const tree = mkdtempSync(path.join(KEPT, "before-"));
  const remove = () => {
    git(["worktree", "remove", "--force", tree]);
    rmSync(tree, { recursive: true, force: true });
  };
  try {
    const added = git(["worktree", "add", "--detach", "--quiet", tree, commit]);
    if (added.status !== 0) throw new Error(`${commit} could not be checked out.\n${added.stderr}`);
    await installPackages(tree, stopping);
    rmSync(path.join(tree, "bench"), { recursive: true, force: true });
    cpSync(path.join(PROJECT, "bench"), path.join(tree, "bench"), { recursive: true });
    return { tree, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const git = (args: string[]) => spawnSync("git", args, { cwd: PROJECT, encoding: "utf8" });

/** The packages of this folder where both have the same list of them; else its own, as its list says. */
async function installPackages(tree: string, stopping: AbortSignal): Promise<void> {
  const listIn = (folder: string) => readFileSync(path.join(folder, "package-lock.json"), "utf8");
  if (listIn(tree) === listIn(PROJECT)) {
    linkFolder(path.join(PROJECT, "node_modules"), path.join(tree, "node_modules"));
    return;
  }
  const { code, output } = await run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stopping,
    cwd: tree,
  });
  if (code !== 0) throw new Error(`The packages of the commit before could not be installed.\n${output}`);
}

/** A second name for every file: Next does not follow a link out of the project that it builds. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkSync(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}
