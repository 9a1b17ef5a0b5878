import { randomUUID } from "node:crypto";
import path from "node:path";
import postgres from "postgres";
import { narrate, runCommand } from "#scripts/command.ts";
import { type Connections, type OpenDatabase, openDatabase, withDatabase } from "#scripts/connections.ts";
import { type FirstLoad, firstLoadsOf } from "#scripts/first-loads.ts";
import { readOptions } from "#scripts/options.ts";
import { KEPT, PROJECT } from "#scripts/project.ts";
import { barePath } from "./bare.ts";
import { acrossRounds, type Cell, type Measured, type SideName, type What } from "./cells.ts";
import type { BenchMember, Filled } from "./fill.ts";
import { type Asking, marksOf, measureReads, measureWrites, type Write } from "./load.ts";
import { type Part, partNames } from "./parts.ts";
import { explained } from "./plans.ts";
import { memoryOf, noteSpent } from "./processor-time.ts";
import { checkOut, openSide, type Side } from "./sides.ts";
import { type Facts, partsOf, type Verdict, verdictsOf } from "./verdicts.ts";

// npm run bench [-- --before 849443f --referrals 10000,1000000 --rounds 3 --seconds 3 --writes 200]: what the app costs
// beside a commit before it, and beside what nothing can beat on this machine. Only figures of one run may be compared.

/** The commit that this one is measured beside, unless another is named; `none` leaves it out. */
const COMMIT_BEFORE = "849443f";

type Settings = { before: string; sizes: number[]; rounds: number; seconds: number; writes: number };

/** What comes over the network comes over so many connections. */
const loads = [10, 50];
/** Of 60 members: 3,000 sessions. */
const sessionsOfEach = 50;
/** For so many seconds it is asked before it counts. */
const warmingUp = 1;

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

/** One filled database of one side. */
type Database = { side: Side; referrals: number; name: string; filled: Filled };

const connectionsTo = ({ ownerUrl, appUrl, jobsUrl }: Connections, name: string): Connections => ({
  ownerUrl: withDatabase(ownerUrl, name),
  appUrl: withDatabase(appUrl, name),
  jobsUrl: withDatabase(jobsUrl, name),
});

/** All at once: nothing of it is measured. */
async function fillDatabases(server: OpenDatabase, sides: readonly Side[], referrals: number): Promise<Database[]> {
  const empty = sides.map((side) => ({ side, referrals, name: `bench_${side.name}_${referrals}` }));
  const admin = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  for (const { name } of empty) {
    await admin.unsafe(`drop database if exists ${name}`);
    await admin.unsafe(`create database ${name}`);
  }
  await admin.end();
  const filled = empty.map(async (each): Promise<Database> => {
    const asked = { ...connectionsTo(server, each.name), referrals, sessionsOfEach };
    return { ...each, filled: await each.side.tell("fill", asked) };
  });
  return Promise.all(filled);
}

/** Of the statement of the inbox's transaction that has most; undefined where the server's log is not ours to read. */
async function initPlansOf({ home, ...server }: OpenDatabase, database: Database): Promise<number | undefined> {
  if (!home) return undefined;
  const { side, name, filled } = database;
  const { appUrl } = connectionsTo(server, name);
  const token = filled.receivers[0]?.token ?? "";
  const plans = await explained({ home, ownerUrl: server.ownerUrl, database: name }, () =>
    side.tell("readOnce", { appUrl, token }),
  );
  return Math.max(...plans.map(({ initPlans }) => initPlans));
}

/** Where a process answers, and which it is. */
type Answering = { origin: string; pid: number };

/** One side's server on one of its databases, and the same without Next beside it. */
type Target = Database & {
  appUrl: string;
  home: string | null;
  server: Answering;
  bare: Answering;
  /** One referral of each receiver, that waits when the first round begins. */
  waiting: Waiting[];
};

async function openTarget({ home, ...connections }: OpenDatabase, database: Database): Promise<Target> {
  const { appUrl } = connectionsTo(connections, database.name);
  const { side, filled } = database;
  const server = await side.tell("serve", { appUrl });
  const bare = await side.tell("serveBare", { appUrl });
  const waiting = filled.receivers.map(async (member) => (await waitingOf(server, member)).slice(0, 1));
  return { ...database, appUrl, home, server, bare, waiting: (await Promise.all(waiting)).flat() };
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

/** `grows`: it is asked of every size, since it must not cost more where there is more. */
type Reading = { what: What; of: "bare" | "server"; grows: boolean; askings: (target: Target) => Asking[] };

const asReceivers =
  (address: string) =>
  ({ filled }: Target): Asking[] =>
    askingsOf(filled.receivers, [address]);

const ofReferrals =
  (address: string) =>
  ({ waiting }: Target): Asking[] =>
    askingsOf(
      waiting.map(({ member }) => member),
      waiting.map(({ code }) => `${address}/${code}`),
    );

const bareReading = (what: What, part: Part): Reading => ({
  what,
  of: "bare",
  grows: false,
  askings: asReceivers(barePath(part)),
});

const readings: Reading[] = [
  bareReading("select 1, bare Node", "select 1"),
  bareReading("empty transaction, bare Node", "empty transaction"),
  bareReading("session opened, bare Node", "session opened"),
  bareReading("inbox data, bare Node", "inbox transaction"),
  { what: "inbox data", of: "server", grows: true, askings: asReceivers("/api/inbox") },
  { what: "referral data", of: "server", grows: false, askings: ofReferrals("/api/referrals") },
  { what: "empty page", of: "server", grows: false, askings: asReceivers("/bench") },
  { what: "inbox page", of: "server", grows: true, askings: asReceivers("/inbox") },
  { what: "referral page", of: "server", grows: true, askings: ofReferrals("/referrals") },
];

const tokenOf = ({ token }: Asking): string => token;

/** Every session of these members, a member after the other, each at the address that stands in the same place. */
function askingsOf(members: readonly BenchMember[], addresses: readonly string[]): Asking[] {
  const most = Math.max(...members.map(({ tokens }) => tokens.length));
  return Array.from({ length: most }, (_, turn) =>
    members.flatMap(({ tokens }, index) => {
      const token = tokens[turn];
      return token ? [{ token, path: addresses[index % addresses.length] ?? "" }] : [];
    }),
  ).flat();
}

type Counted = { what: What; connections: number; round: number };

/** What was measured as a figure of one target; `spent` since it began to count. */
function cellOf(
  { side, referrals }: Target,
  { what, connections, round }: Counted,
  { measured, spent }: { measured: Measured; spent: ReturnType<typeof noteSpent> },
): Cell {
  const { node, postgres } = spent();
  const of = { nodeMs: node / measured.requests, postgresMs: postgres / measured.requests };
  return { side: side.name, what, referrals, connections, round, ...measured, ...of };
}

const workersOf = ({ home, name }: Target, { pid }: Answering) => ({ pid, home, database: name });

async function measurePart(target: Target, { part, round, seconds }: { part: Part; round: number; seconds: number }) {
  const { side, appUrl, filled, bare } = target;
  const repeated = { appUrl, part, tokens: askingsOf(filled.receivers, []).map(tokenOf) };
  await side.tell("repeat", { ...repeated, seconds: warmingUp });
  const spent = noteSpent(workersOf(target, bare));
  const measured = await side.tell("repeat", { ...repeated, seconds });
  return cellOf(target, { what: part, connections: 1, round }, { measured, spent });
}

type MeasuringReading = { reading: Reading; connections: number; round: number; seconds: number };

async function measureReading(target: Target, { reading, connections, round, seconds }: MeasuringReading) {
  const answering = target[reading.of];
  const { origin } = answering;
  let spent = noteSpent(workersOf(target, answering));
  const begin = () => {
    spent = noteSpent(workersOf(target, answering));
  };
  const askings = reading.askings(target);
  const measured = await measureReads({ origin, askings, connections, warmingUp, seconds, begin });
  return cellOf(target, { what: reading.what, connections, round }, { measured, spent });
}

async function measureWriting(target: Target, { writes, ...what }: Counted & { writes: readonly Write[] }) {
  const { origin } = target.server;
  const marks = await marksOf(origin, writes);
  const spent = noteSpent(workersOf(target, target.server));
  const measured = await measureWrites({ origin, writes, marks, connections: what.connections });
  return cellOf(target, what, { measured, spent });
}

type Waiting = { code: string; basis: string; member: BenchMember };

/** What waits in a member's inbox, as the app itself lists it. */
async function waitingOf({ origin }: Answering, member: BenchMember): Promise<Waiting[]> {
  const answer = await fetch(`${origin}/api/inbox`, { headers: { cookie: `brobyg=${member.token}` } });
  const { rows } = (await answer.json()) as { rows: { code: string; basis: string }[] };
  return rows.map(({ code, basis }) => ({ code, basis, member }));
}

/** What waits for all receivers: the first of each, then the second of each. */
async function allWaiting({ server, filled }: Target): Promise<Waiting[]> {
  const lists: Waiting[][] = [];
  for (const member of filled.receivers) lists.push(await waitingOf(server, member));
  const most = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}

const sessionOf = ({ tokens }: BenchMember, turn: number): string => tokens[turn % tokens.length] ?? "";

function acceptOf({ code, basis, member }: Waiting, index: number): Write {
  return {
    path: `/api/referrals/${code}/accept`,
    token: sessionOf(member, index),
    body: { intent: randomUUID(), basis },
  };
}

function sendOf({ senders, receivers }: Filled, index: number): Write {
  const sender = senders[index % senders.length];
  const receiver = receivers[(index * 7) % receivers.length];
  if (!sender || !receiver) throw new Error("nobody sends in the filled database");
  return {
    path: "/api/referrals",
    token: sessionOf(sender, index),
    body: {
      intent: randomUUID(),
      service: "UDSAETTELSE",
      situations: ["OVERBLIK"],
      answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-01-05" },
      contact: "through_me",
      consent: { name: "written", feedback: "yes" },
      to: receiver.post,
    },
  };
}

const rounded = (number: number | undefined, places: number): number | string =>
  Number.isFinite(number) ? Number(number?.toFixed(places)) : "–";

type Report = {
  cells: readonly Cell[];
  scripts: { name: SideName; loads: FirstLoad[] }[];
  verdicts: readonly Verdict[];
};

/** Prints every figure, where the time goes, then what was promised beside what was found. */
function report({ cells, scripts, verdicts }: Report): void {
  const medians = acrossRounds(cells);
  console.table(
    medians.map(({ side, what, referrals, connections, perSecond, median, p99, nodeMs, postgresMs }) => ({
      what,
      side,
      referrals,
      connections,
      "requests/s": rounded(perSecond, 0),
      "median ms": rounded(median, 2),
      "p99 ms": rounded(p99, 1),
      "Node ms": rounded(nodeMs, 2),
      "PostgreSQL ms": rounded(postgresMs, 2),
    })),
  );
  const connections = Math.min(...loads);
  const partsBefore = partsOf(medians, "before", connections);
  console.table(
    partsOf(medians, "now", connections).map((now) => {
      const before = partsBefore.find(({ part }) => part === now.part);
      const columns = (name: "ms" | "nodeMs" | "postgresMs", label: string) => ({
        [`${label}, before`]: rounded(before?.[name], 2),
        [`${label}, now`]: rounded(now[name], 2),
      });
      return {
        part: now.part,
        ...columns("ms", "ms"),
        ...columns("nodeMs", "Node ms"),
        ...columns("postgresMs", "PostgreSQL ms"),
      };
    }),
  );
  const scriptsOf = (side: SideName) => scripts.find(({ name }) => name === side)?.loads;
  const then = scriptsOf("before");
  console.table(
    scriptsOf("now")?.map(({ route, kilobytes }) => ({
      route,
      ...(then && { "before, kB": rounded(then.find((load) => load.route === route)?.kilobytes, 1) }),
      "scripts kB": rounded(kilobytes, 1),
    })),
  );
  console.table(
    verdicts.map(({ what, before, now, wanted, reached }) => ({
      what,
      before: rounded(before, 2),
      now: rounded(now, 2),
      wanted,
      reached,
    })),
  );
  if (verdicts.some(({ reached }) => reached === "no")) process.exitCode = 1;
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
    const facts = scripts.map(({ name, loads: [heaviest] }): [SideName, Facts] => {
      const servers = targets.filter(({ side }) => side.name === name).map(({ server }) => memoryOf(server.pid));
      return [
        name,
        {
          initPlans: plans.get(name),
          scripts: heaviest?.kilobytes ?? Number.NaN,
          memory: Math.max(...servers),
          // What the pages cost a browser is measured on these servers, and told here.
          browser: undefined,
        },
      ];
    });
    report({ cells, scripts, verdicts: verdictsOf({ cells, facts: Object.fromEntries(facts), loads }) });
  } finally {
    await close();
    await database?.stop();
    checkedOut?.remove();
  }
});
