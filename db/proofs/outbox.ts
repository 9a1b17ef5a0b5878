import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { filledIn } from "#lib/referral/a-referral.ts";
import { showCode } from "#lib/referral/code.ts";
import { logForm } from "#lib/referral/log-form.ts";
import { refused } from "#lib/result.ts";
import { agreementOf } from "../directory/directory.ts";
import { log } from "../referral/log.ts";
import { addressOf } from "../seed/demo-people.ts";
import { openWorld, type World } from "../testing/world.ts";
import { openMailSink } from "./mail-sink.ts";

/** An eviction is told at once, whatever the hour: to everybody at the post that it was sent to. */
const [origin, service, receivers] = [
  "vicevaert.titanparken",
  "UDSAETTELSE",
  ["boligraadgiver.sck", "boligraadgiver2.sck"],
] as const;

/**
 * When the process is killed: once its mails are written and before any is sent, while the server has a mail and has not
 * said so, or once it has said so and the database has not heard of it.
 */
const moments = ["written", "arriving", "told"] as const;
type Moment = (typeof moments)[number];

export type Outbox = {
  /** Kills at each moment, and those that came at none of them, because there was nothing to send. */
  kills: Record<Moment | "elsewhere", number>;
  mails: number;
  /** Mails that arrived more than once, each time under the id of the first. */
  again: number;
  /** Told of what was rolled back or undone, or of no row at all. */
  ofNothing: string[];
  /** What happened, and whom nobody told. */
  missing: string[];
  /** The same told to the same person under two ids. */
  twice: string[];
};

/**
 * Lets something happen, something be rolled back and something be undone, starts the process that mails, and kills it
 * (SIGKILL) at one of the moments; over and over, and at last lets one finish. Then what arrived is held against what
 * happened.
 */
export async function surviveKills({ kills }: { kills: number }): Promise<Outbox> {
  const world = await openWorld();
  const jobs = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  const sink = await openMailSink();
  const folder = await mkdtemp(path.join(tmpdir(), "brobyg-outbox-"));
  const start = (): ChildProcess =>
    spawn(process.execPath, ["scripts/jobs.ts", "tell-by-mail", "send-mail"], {
      stdio: "ignore",
      env: {
        NODE_ENV: "production",
        DATABASE_JOBS_URL: world.database.jobsUrl,
        SMTP_URL: sink.url,
        MAIL_FROM: "brobyg@brobyg.example",
        AUTH_URL: "https://brobyg.example",
        ANCHOR_DIR: folder,
        NODE_COMPILE_CACHE: folder,
      },
    });
  const found: Outbox["kills"] = { written: 0, arriving: 0, told: 0, elsewhere: 0 };
  const [happened, not]: [string[], string[]] = [[], []];
  try {
    for (let round = 0; round < kills; round += 1) {
      happened.push(await world.logs(origin, { service }));
      not.push(await rolledBack(world));
      if (round % 10 === 0) not.push(await undone(world, happened));
      await settle(world);
      const moment = moments[round % moments.length] as Moment;
      const came = await killed(start(), { moment, sink, jobs });
      found[came ? moment : "elsewhere"] += 1;
    }
    const last = start();
    while (await waiting(jobs)) await sleep(50);
    await kill(last);
    const rows = await jobs<{ id: string }[]>`select id from mail`;
    return { kills: found, ...judged({ arrived: sink.arrived, rows: rows.map(({ id }) => id), happened, not }) };
  } finally {
    await Promise.all([jobs.end(), sink.close(), rm(folder, { recursive: true, force: true })]);
    await world.close();
  }
}

/** Logged whole, with its notices, in a transaction that does not commit. */
async function rolledBack(world: World): Promise<string> {
  let code = "";
  await world.as(origin, async (tx, me) => {
    const filled = filledIn(await agreementOf(tx, me, me.agreement), service, me.today);
    const consent = { name: "written", feedback: "yes" };
    const logged = await log(tx, me, logForm.parse({ ...filled, consent, service }));
    if (logged.ok) code = logged.value.code;
    return refused("not-now");
  });
  return `${showCode(code)} to anybody`;
}

/** Returned, and taken back within its ten seconds: its sender, who would have been told at once, hears nothing. */
async function undone(world: World, happened: readonly string[]): Promise<string> {
  const code = happened.at(-1) ?? "";
  await world.does(receivers[0], "return", code, { reason: "SAMTYKKE" });
  await world.does(receivers[0], "undo", code);
  return `${showCode(code)} to ${addressOf(origin)}`;
}

/** Nothing can be undone any more. */
const settle = (world: World) =>
  world.owns(["notice"], (sql) =>
    sql`update notice set release_at = release_at - interval '20 seconds' where mailed_at is null`.then(() => {}),
  );

/** Milliseconds: between two looks at the database, and after which the moment will not come. */
const [pause, patience] = [20, 30_000];

type Killing = { moment: Moment; sink: Awaited<ReturnType<typeof openMailSink>>; jobs: postgres.Sql };

/** Kills it at that moment; false when the moment did not come. */
async function killed(process: ChildProcess, { moment, sink, jobs }: Killing): Promise<boolean> {
  const [before] = await jobs<{ mails: number }[]>`select count(*)::int as mails from mail`;
  let came = false;
  const now = () => {
    came = true;
    process.kill("SIGKILL");
  };
  sink.watch(moment === "arriving" ? { arriving: now } : moment === "told" ? { told: now } : {});
  for (let waited = 0; waited < patience && !came && process.exitCode === null; waited += pause) {
    await sleep(pause);
    if (moment !== "written") continue;
    const [row] = await jobs<{ mails: number }[]>`select count(*)::int as mails from mail`;
    if ((row?.mails ?? 0) > (before?.mails ?? 0)) now();
  }
  sink.watch({});
  await kill(process);
  // Its connections, and the locks that belong to them, end a moment after it.
  while ((await jobs`select 1 from pg_locks where locktype = 'advisory'`).length > 0) await sleep(5);
  return came;
}

async function kill(process: ChildProcess): Promise<void> {
  const gone = process.exitCode !== null || process.signalCode !== null;
  const ended = new Promise((resolve) => process.once("exit", resolve));
  process.kill("SIGKILL");
  if (!gone) await ended;
}

async function waiting(jobs: postgres.Sql): Promise<boolean> {
  const [row] = await jobs<{ waiting: boolean }[]>`
    select exists (select 1 from mail where sent_at is null) or not exists (select 1 from mail)
      or exists (select 1 from notice where kind = 'sent' and mailed_at is null) as waiting`;
  return row?.waiting ?? false;
}

type Found = {
  arrived: Awaited<ReturnType<typeof openMailSink>>["arrived"];
  rows: readonly string[];
  happened: readonly string[];
  not: readonly string[];
};

function judged({ arrived, rows, happened, not }: Found): Omit<Outbox, "kills"> {
  const codesIn = (text: string) => text.match(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g) ?? [];
  /** Under which ids each code was told to each person. */
  const told = new Map<string, Set<string>>();
  for (const { id, to, text } of arrived)
    for (const code of codesIn(text)) {
      const key = `${code} to ${to}`;
      told.set(key, (told.get(key) ?? new Set()).add(id));
    }
  const wanted = happened.flatMap((code) => receivers.map((persona) => `${showCode(code)} to ${addressOf(persona)}`));
  const ids = new Set(arrived.map(({ id }) => id));
  return {
    mails: ids.size,
    again: arrived.length - ids.size,
    ofNothing: [
      ...[...ids].filter((id) => !rows.includes(id)),
      ...not.filter((each) => [...told.keys()].some((key) => key === each || `${key.slice(0, 9)} to anybody` === each)),
    ],
    missing: wanted.filter((key) => !told.has(key)),
    twice: [...told].filter(([, under]) => under.size > 1).map(([key]) => key),
  };
}
