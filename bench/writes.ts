import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { narrate, runCommand } from "#scripts/command.ts";
import { openDatabase, withDatabase } from "#scripts/connections.ts";
import { KEPT, PROJECT } from "#scripts/project.ts";
import type { Took } from "./writes-of.ts";

// node bench/writes.ts [--before COMMIT --rounds 5 --writes 100 --referrals 10000]: what sending and accepting cost, in this
// tree and in that of an earlier commit, in turns on one machine. Each side fills a database by its own migrations.

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const before = argument("before", "849443f");
const rounds = Number(argument("rounds", "5"));
const writes = argument("writes", "100");
const referrals = argument("referrals", "10000");

/** What each side is measured with: those of this tree, so that both fill and count in the same way. */
const ours = ["bench/fill.ts", "bench/writes-of.ts"];
const doings = ["send", "accept"] as const;
const named = {
  postgres: "ms of PostgreSQL's processor",
  node: "ms of Node's processor",
  wall: "ms until it is answered",
};
type Side = { name: "before" | "now"; ask: (line: string) => Promise<string>; end: () => Promise<void> };

await runCommand(async (stopping) => {
  const say = narrate();
  const earlier = checkOut(before);
  const database = await openDatabase({ dataDir: path.join(KEPT, "bench-writes"), durable: true });
  const sides: Side[] = [];
  try {
    for (const [name, folder] of [
      ["before", earlier],
      ["now", PROJECT],
    ] as const) {
      say(`Filling a database for ${name === "before" ? before : "this tree"} with ${referrals} referrals.`);
      sides.push(await open(name, { folder, database, stopping }));
    }
    const took = new Map<string, Took[]>();
    for (let round = 0; round <= rounds; round += 1) {
      say(round === 0 ? "Warming up." : `Round ${round} of ${rounds}.`);
      for (const doing of doings)
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
          const found = JSON.parse(await side.ask(`${doing} ${writes}`)) as Took;
          const key = `${side.name} ${doing}`;
          if (round > 0) took.set(key, [...(took.get(key) ?? []), found]);
        }
    }
    report(took);
  } finally {
    for (const side of sides) await side.end();
    await database.stop();
    spawnSync("git", ["worktree", "remove", "--force", earlier], { cwd: PROJECT });
    rmSync(earlier, { recursive: true, force: true });
  }
});

/** The earlier commit in a folder of its own, measured by what measures this tree. */
function checkOut(commit: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "brobyg-before-"));
  const { status, stderr } = spawnSync("git", ["worktree", "add", "--detach", "--force", folder, commit], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`There is no commit ${commit} to compare with.\n${stderr}`);
  symlinkSync(path.join(PROJECT, "node_modules"), path.join(folder, "node_modules"));
  for (const file of ours) copyFileSync(path.join(PROJECT, file), path.join(folder, file));
  return folder;
}

type Opening = { folder: string; database: Awaited<ReturnType<typeof openDatabase>>; stopping: AbortSignal };

async function open(name: Side["name"], { folder, database, stopping }: Opening): Promise<Side> {
  const own = `bench_writes_${name}`;
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe(`drop database if exists ${own}`);
  await owner.unsafe(`create database ${own}`);
  await owner.end();
  const urls = [database.ownerUrl, database.appUrl, database.jobsUrl].map((url) => withDatabase(url, own));
  const child = spawn(process.execPath, [path.join(folder, "bench/writes-of.ts"), ...urls, referrals], {
    cwd: folder,
    signal: stopping,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`The side "${name}" has ended.`);
    return value;
  };
  await next();
  return {
    name,
    ask: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    end: async () => {
      child.stdin.end("end\n");
      await gone;
    },
  };
}

/** Prints the median of the rounds, and how many times as cheap it has become. */
function report(took: ReadonlyMap<string, Took[]>): void {
  const of = (side: Side["name"], doing: string, what: keyof Took) =>
    median((took.get(`${side} ${doing}`) ?? []).map((each) => each[what]));
  const shown = (value: number) => Math.round(value * 100) / 100;
  console.table(
    doings.flatMap((doing) =>
      (["postgres", "node", "wall"] as const).map((what) => {
        const [then, now] = [of("before", doing, what), of("now", doing, what)];
        return {
          what: `${doing}, ${named[what]}`,
          before: shown(then),
          now: shown(now),
          "times as cheap": shown(then / now),
        };
      }),
    ),
  );
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
