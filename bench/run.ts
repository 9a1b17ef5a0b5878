import path from "node:path";
import { narrate, runCommand } from "#scripts/command.ts";
import { type OpenDatabase, openDatabase } from "#scripts/connections.ts";
import { firstLoadsOf } from "#scripts/first-loads.ts";
import { readOptions } from "#scripts/options.ts";
import { KEPT, PROJECT } from "#scripts/project.ts";
import type { Cell, SideName, What } from "./cells.ts";
import { acceptOf, sendOf } from "./changes.ts";
import { measurePart, measureReading, measureWriting } from "./measure.ts";
import { partNames } from "./parts.ts";
import { memoryOf } from "./processor-time.ts";
import { askingsOf, readings, tokenOf } from "./readings.ts";
import { report } from "./report.ts";
import { measureScreens } from "./screens.ts";
import { checkOut, openSide, type Side } from "./sides.ts";
import { allWaiting, type Database, fillDatabases, initPlansOf, openTarget, type Target } from "./targets.ts";
import { type Facts, verdictsOf } from "./verdicts.ts";

// npm run bench [-- --before 849443f --referrals 10000,1000000 --rounds 3 --seconds 3 --writes 200]: what the app costs
// beside a commit before it, and beside what nothing can beat on this machine. Only figures of one run may be compared.

/** The commit that this one is measured beside, unless another is named; `none` leaves it out. */
const COMMIT_BEFORE = "849443f";

type Settings = { before: string; sizes: number[]; rounds: number; seconds: number; writes: number };

/** What comes over the network comes over so many connections. */
const loads = [10, 50];

/** @throws a sentence on an option that there is not, or a number that is none */
function readSettings(): Settings {
  const { options } = readOptions(process.argv.slice(2), [
    "before",
    "referrals",
    "rows",
    "rounds",
    "seconds",
    "writes",
  ]);
  const numbers = (name: string, otherwise: string): number[] => {
    const all = (options.get(name) ?? otherwise).split(",").map(Number);
    if (all.some((number) => !(number > 0))) throw new Error(`--${name} is no number above 0.`);
    return all;
  };
  const number = (name: string, otherwise: string) => numbers(name, otherwise)[0] ?? Number.NaN;
  return {
    before: options.get("before") ?? COMMIT_BEFORE,
    sizes: numbers(options.has("rows") ? "rows" : "referrals", "10000,1000000"),
    rounds: number("rounds", "3"),
    seconds: number("seconds", "3"),
    writes: number("writes", "200"),
  };
}

type Round = {
  round: number;
  targets: readonly Target[];
  settings: Settings;
  say: (sentence: string) => void;
  stopping: AbortSignal;
};

/**
 * Everything once, each on one side and at once on the other: readings first, each beside its limit; then what changes rows.
 * Every other round begins with the other side.
 */
async function measureRound({ round, targets, settings, say, stopping }: Round): Promise<Cell[]> {
  const cells: Cell[] = [];
  const inTurn = round % 2 === 0 ? targets.toReversed() : targets;
  const most = Math.max(...targets.map(({ referrals }) => referrals));

  const measure = async (what: What, connections: number, how: (target: Target) => Promise<Cell[]>) => {
    say(`${what}${connections === 1 ? "" : `, ${connections} connections`} (round ${round} of ${settings.rounds}).`);
    for (const target of inTurn) {
      stopping.throwIfAborted();
      cells.push(...(await how(target)));
    }
  };

  for (const { side, appUrl, filled } of inTurn)
    await side.tell("wake", { appUrl, tokens: askingsOf([...filled.senders, ...filled.receivers], []).map(tokenOf) });
  for (const part of partNames)
    await measure(part, 1, async (target) =>
      target.referrals < most ? [] : [await measurePart(target, { part, round, seconds: settings.seconds })],
    );
  for (const connections of loads) {
    for (const reading of readings)
      await measure(reading.what, connections, async (target) =>
        target.referrals < most && !reading.grows
          ? []
          : [await measureReading(target, { reading, connections, round, seconds: settings.seconds })],
      );
    await measure("send", connections, async (target) => {
      const writes = Array.from({ length: settings.writes }, (_, index) => sendOf(target.filled, index));
      return [await measureWriting(target, { what: "send", writes, connections, round })];
    });
    await measure("accept", connections, async (target) => {
      const writes = (await allWaiting(target)).slice(0, settings.writes).map(acceptOf);
      return [await measureWriting(target, { what: "accept", writes, connections, round })];
    });
  }
  return cells;
}

/** What a receiver's pages cost a browser, where there is the most to show: the slowest page, and how far the inbox moves. */
async function measureBrowser(served: readonly Target[]): Promise<Facts["browser"]> {
  const largest = served.toSorted((one, other) => other.referrals - one.referrals)[0];
  const token = largest?.filled.receivers[0]?.token;
  if (!largest || !token) return undefined;
  const pages = await measureScreens({ origin: largest.server.origin, cookie: `brobyg=${token}`, visits: 3 });
  return {
    blocking: Math.max(...pages.map(({ blocking }) => blocking)),
    shift: pages.find(({ path: page }) => page === "/inbox")?.shift ?? Number.NaN,
  };
}

await runCommand(async (stopping) => {
  const settings = readSettings();
  const { before, sizes } = settings;
  const say = narrate();
  const sides: Side[] = [];
  const close = () => Promise.all(sides.map((side) => side.close()));
  stopping.addEventListener("abort", () => void close());
  if (before !== "none") say(`Checking out ${before}, which this is measured beside.`);
  const checkedOut = before === "none" ? undefined : await checkOut(before, stopping);
  let database: OpenDatabase | undefined;
  try {
    if (checkedOut) sides.push(openSide("before", checkedOut.tree));
    sides.push(openSide("now", PROJECT));
    for (const side of sides) {
      say(`Building the application, with one page that reads nothing (${side.name}).`);
      await side.tell("build");
    }
    const open = () => openDatabase({ dataDir: path.join(KEPT, "bench"), durable: true });
    database = await open();
    const filled: Database[] = [];
    for (const referrals of sizes) {
      say(`Filling a database for each with ${referrals.toLocaleString("en")} referrals in 60 units.`);
      filled.push(...(await fillDatabases(database, sides, referrals)));
    }
    // What filling left to be written is written when it stops, and not while the first figures are taken.
    await database.stop();
    database = await open();
    const plans = new Map<SideName, number | undefined>();
    const targets: Target[] = [];
    for (const each of filled) {
      say(`Serving ${each.name}.`);
      if (each.referrals === Math.max(...sizes)) plans.set(each.side.name, await initPlansOf(database, each));
      targets.push(await openTarget(database, each));
    }
    const cells: Cell[] = [];
    for (let round = 1; round <= settings.rounds; round += 1)
      cells.push(...(await measureRound({ round, targets, settings, say, stopping })));
    const scripts = sides.map(({ name, tree }) => ({ name, loads: firstLoadsOf(path.join(tree, ".next-bench")) }));
    const facts: [SideName, Facts][] = [];
    for (const {
      name,
      loads: [heaviest],
    } of scripts) {
      const served = targets.filter(({ side }) => side.name === name);
      say(`Opening pages in a browser (${name}).`);
      facts.push([
        name,
        {
          initPlans: plans.get(name),
          scripts: heaviest?.kilobytes ?? Number.NaN,
          memory: Math.max(...served.map(({ server }) => memoryOf(server.pid))),
          browser: await measureBrowser(served),
        },
      ]);
    }
    report({ cells, scripts, verdicts: verdictsOf({ cells, facts: Object.fromEntries(facts), loads }), loads });
  } finally {
    await close();
    await database?.stop();
    checkedOut?.remove();
  }
});
