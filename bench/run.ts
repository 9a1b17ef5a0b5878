import { randomUUID } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { seedAgreement } from "#db/seed/seed-agreement.ts";
import { narrate, runCommand } from "#scripts/command.ts";
import { openDatabase, passwordOf, withDatabase } from "#scripts/connections.ts";
import { type FirstLoad, firstLoadsOf, heaviestFirstLoad } from "#scripts/first-loads.ts";
import { KEPT, PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { keepSecret } from "#scripts/secrets.ts";
import { type RunningServer, serve } from "#scripts/serve.ts";
import { serveBare } from "./bare.ts";
import { type BenchMember, type Filled, fill } from "./fill.ts";
import { type Measured, measureReads, measureWrites, type Write } from "./load.ts";

// npm run bench [-- --referrals 10000,1000000 --seconds 8]: what the app costs beside what nothing can beat on this
// machine. Only figures of one run may be compared.

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const sizes = argument("referrals", "10000,1000000").split(",").map(Number);
const seconds = Number(argument("seconds", "8"));
const loads = [10, 50];
const writesOfEach = 1_000;
const built = path.join(PROJECT, ".next-bench/standalone");

type Row = { what: string; referrals: number; connections: number } & Measured;

await runCommand(async (stopping) => {
  const say = narrate();
  say("Building the application, with one page that reads nothing.");
  await buildBench(stopping);
  const open = () => openDatabase({ dataDir: path.join(KEPT, "bench"), durable: true });
  let database = await open();
  const rows: Row[] = [];
  let memory = 0;
  try {
    for (const size of sizes) {
      const name = `bench_${size}`;
      say(`Filling a database with ${size.toLocaleString("en")} referrals in 60 units.`);
      const filled = await prepare(database, { name, size });
      // What filling left to be written is written when it stops, and not while the first figures are taken.
      await database.stop();
      database = await open();
      const appUrl = withDatabase(database.appUrl, name);
      const server = await serve({
        port: 3900,
        built: path.join(built, "server.js"),
        settings: {
          DATABASE_URL: appUrl,
          AUTH_SECRET: keepSecret(KEPT, "bench"),
          AUTH_URL: "http://localhost:3900",
          // One account writes as fast as it can.
          BROBYG_CHANGES_PER_MINUTE: "1000000",
        },
        stopping,
      });
      try {
        rows.push(...(await measure({ server, appUrl, filled, size, say })));
        memory = Math.max(memory, memoryOf(server));
      } finally {
        await server.stop();
      }
    }
  } finally {
    await database.stop();
  }
  report(rows, { memory, scripts: firstLoadsOf(path.join(PROJECT, ".next-bench")) });
});

async function buildBench(stopping: AbortSignal): Promise<void> {
  const { code, output } = await run(["next", "build"], {
    stopping,
    env: { NODE_ENV: "production", BROBYG_BENCH: "1" },
  });
  if (code !== 0) throw new Error(`The application does not build.\n${output}`);
  cpSync(path.join(PROJECT, ".next-bench/static"), path.join(built, ".next-bench/static"), { recursive: true });
}

type Server = Awaited<ReturnType<typeof openDatabase>>;

async function prepare(database: Server, { name, size }: { name: string; size: number }) {
  const admin = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name}`);
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const ownerUrl = withDatabase(database.ownerUrl, name);
  const passwords = { appPassword: passwordOf(database.appUrl), jobsPassword: passwordOf(database.jobsUrl) };
  await migrate({ ownerUrl, ...passwords, kind: "demo" });
  await asOwner(ownerUrl, (sql) => seedAgreement(sql, noerrebro));
  const filled = await fill(ownerUrl, size);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe("vacuum analyze");
  await owner.end();
  return filled;
}

type Measuring = {
  server: RunningServer;
  appUrl: string;
  filled: Filled;
  size: number;
  say: (sentence: string) => void;
};

/** Readings first, each beside its limit; then what changes rows. */
async function measure({ server, appUrl, filled, size, say }: Measuring): Promise<Row[]> {
  const rows: Row[] = [];
  const pool = openPool(appUrl);
  const bare = await serveBare(pool);
  const cookies = filled.receivers.map(({ token }) => `brobyg=${token}`);
  const waiting = await waitingOf(server, filled.receivers);
  const first = waiting[0];
  if (!first) throw new Error("nothing waits in the filled database");
  const readings: [string, string, string[]][] = [
    ["inbox data, bare Node", `${bare.origin}/`, cookies],
    ["inbox data", `${server.origin}/api/inbox`, cookies],
    ["empty page", `${server.origin}/bench`, cookies],
    ["inbox page", `${server.origin}/inbox`, cookies],
    ["referral page", `${server.origin}/referrals/${first.code}`, [`brobyg=${first.member.token}`]],
  ];
  try {
    for (const connections of loads) {
      for (const [what, url, as] of readings) {
        say(`${what}, ${connections} connections, ${size.toLocaleString("en")} referrals.`);
        await measureReads({ url, cookies: as, connections, seconds: 2 });
        const measured = await measureReads({ url, cookies: as, connections, seconds });
        rows.push({ what, referrals: size, connections, ...measured });
      }
      say(`send and accept, ${connections} connections.`);
      const sends = Array.from({ length: writesOfEach }, (_, index) => sendOf(filled, index));
      rows.push({
        what: "send",
        referrals: size,
        connections,
        ...(await measureWrites(server.origin, sends, connections)),
      });
      const accepts = (await waitingOf(server, filled.receivers)).slice(0, writesOfEach).map(acceptOf);
      rows.push({
        what: "accept",
        referrals: size,
        connections,
        ...(await measureWrites(server.origin, accepts, connections)),
      });
    }
  } finally {
    await bare.stop();
    await pool.close();
  }
  return rows;
}

type Waiting = { code: string; basis: string; member: BenchMember };

/** What waits in the inbox of each receiver, as the app itself lists it. */
async function waitingOf(server: RunningServer, receivers: BenchMember[]): Promise<Waiting[]> {
  const all: Waiting[] = [];
  for (const member of receivers) {
    const answer = await fetch(`${server.origin}/api/inbox`, { headers: { cookie: `brobyg=${member.token}` } });
    const { rows } = (await answer.json()) as { rows: { code: string; basis: string }[] };
    all.push(...rows.map(({ code, basis }) => ({ code, basis, member })));
  }
  return all;
}

function acceptOf({ code, basis, member }: Waiting): Write {
  return {
    path: `/api/referrals/${code}/accept`,
    cookie: `brobyg=${member.token}`,
    body: { intent: randomUUID(), basis },
  };
}

function sendOf({ senders, receivers }: Filled, index: number): Write {
  const sender = senders[index % senders.length];
  const receiver = receivers[(index * 7) % receivers.length];
  return {
    path: "/api/referrals",
    cookie: `brobyg=${sender?.token}`,
    body: {
      intent: randomUUID(),
      service: "UDSAETTELSE",
      situations: ["OVERBLIK"],
      answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-01-05" },
      contact: "through_me",
      consent: { name: "written", feedback: "yes" },
      to: receiver?.post,
    },
  };
}

/** Highest resident memory of the serving process so far, in megabytes. */
function memoryOf(server: RunningServer): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"));
  return line ? Number(line[1]) / 1024 : Number.NaN;
}

type Sides = { memory: number; scripts: FirstLoad[] };

/** Prints every figure, then what was promised beside what was found. */
function report(rows: Row[], { memory, scripts }: Sides): void {
  console.table(
    rows.map(({ what, referrals, connections, perSecond, median, p99 }) => ({
      what,
      referrals,
      connections,
      "requests/s": Math.round(perSecond),
      "median ms": Math.round(median * 10) / 10,
      "p99 ms": Math.round(p99 * 10) / 10,
    })),
  );
  console.table(scripts.map(({ route, kilobytes }) => ({ route, "scripts kB": Math.round(kilobytes * 10) / 10 })));
  const small = Math.min(...sizes);
  const large = Math.max(...sizes);
  const find = (what: string, connections: number, referrals: number) =>
    rows.find((row) => row.what === what && row.connections === connections && row.referrals === referrals);
  const ratio = (a: string, b: string, connections: number, referrals = large) =>
    (find(a, connections, referrals)?.perSecond ?? 0) / (find(b, connections, referrals)?.perSecond ?? Number.NaN);
  const grown = Math.max(
    ...["inbox data", "inbox page", "referral page", "send", "accept"].flatMap((what) =>
      loads.map((load) => (find(what, load, large)?.median ?? 0) / (find(what, load, small)?.median ?? Number.NaN)),
    ),
  );
  const heaviest = Math.max(...scripts.map(({ kilobytes }) => kilobytes));
  const promised: [string, number, string, boolean][] = [
    [
      "inbox data / bare Node, 10",
      ratio("inbox data", "inbox data, bare Node", 10),
      "≥ 0.30",
      ratio("inbox data", "inbox data, bare Node", 10) >= 0.3,
    ],
    [
      "inbox data / bare Node, 50",
      ratio("inbox data", "inbox data, bare Node", 50),
      "≥ 0.30",
      ratio("inbox data", "inbox data, bare Node", 50) >= 0.3,
    ],
    [
      "inbox page / empty page, 10",
      ratio("inbox page", "empty page", 10),
      "≥ 0.65",
      ratio("inbox page", "empty page", 10) >= 0.65,
    ],
    [
      "inbox page / empty page, 50",
      ratio("inbox page", "empty page", 50),
      "≥ 0.55",
      ratio("inbox page", "empty page", 50) >= 0.55,
    ],
    [`worst median, ${large} / ${small} referrals`, grown, "≤ 1.3", grown <= 1.3],
    ["heaviest first load, kB of scripts", heaviest, `≤ ${heaviestFirstLoad}`, heaviest <= heaviestFirstLoad],
    ["memory under load, MB", memory, "≤ 400", memory <= 400],
  ];
  console.table(
    promised.map(([what, found, wanted, kept]) => ({ what, found: Math.round(found * 100) / 100, wanted, kept })),
  );
  if (promised.some(([, , , kept]) => !kept)) process.exitCode = 1;
}
