import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { asMember, type Member, sessionOf } from "#db/as-member.ts";
import { openPool, type Tx } from "#db/client.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";
import { once } from "#db/intent/once.ts";
import { migrate } from "#db/migrate.ts";
import { log } from "#db/referral/log.ts";
import { perform } from "#db/referral/perform.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { seedAgreement } from "#db/seed/seed-agreement.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { acts } from "#lib/referral/acts.ts";
import { logForm } from "#lib/referral/log-form.ts";
import type { Result } from "#lib/result.ts";
import { passwordOf } from "#scripts/connections.ts";
import { type BenchMember, fill, openSessions } from "./fill.ts";

// One side of `bench/writes.ts`: fills a database as its own commit does, then sends or accepts as often as it is told to,
// each as a request does it, over one connection. Says in JSON what each took.

/** Milliseconds of one request, of them those of PostgreSQL's processor and of Node's. */
export type Took = { wall: number; postgres: number; node: number };

const [ownerUrl = "", appUrl = "", jobsUrl = "", referrals = ""] = process.argv.slice(2);

await readDictionary();
await migrate({ ownerUrl, appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl), kind: "demo" });
await asOwner(ownerUrl, (sql) => seedAgreement(sql, noerrebro));
const { senders, receivers } = await openSessions(ownerUrl, await fill(ownerUrl, Number(referrals)), 49);
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
await owner.unsafe("vacuum analyze");
await owner.end();

const pool = openPool(appUrl, { max: 1 });
const [backend] = await pool.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
let sent = 0;

type Doing = (tx: Tx, me: Member) => Promise<Result<unknown>>;

async function request({ token }: BenchMember, run: Doing): Promise<void> {
  if (!(await sessionOf(pool, token))) throw new Error("the session is over");
  const intent = { key: randomUUID(), body: Buffer.from("a body of the bench") };
  const done = await asMember(pool, token, (tx, me) => once(tx, me, intent, () => run(tx, me)));
  if (!done.ok) throw new Error(`refused: ${done.code}`);
}

function send(): Promise<void> {
  sent += 1;
  const sender = senders[sent % senders.length];
  const to = receivers[(sent * 7) % receivers.length]?.post;
  if (!sender) throw new Error("nobody sends");
  const form = logForm.parse({
    service: "UDSAETTELSE",
    situations: ["OVERBLIK"],
    answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-01-05" },
    contact: "through_me",
    consent: { name: "written", feedback: "yes" },
    to,
  });
  return request(sender, (tx, me) => log(tx, me, form));
}

type Waiting = { member: BenchMember; code: string; basis: string };

async function waiting(count: number): Promise<Waiting[]> {
  const all: Waiting[] = [];
  for (const member of receivers) {
    const read = await asMember(pool, member.token, (tx, me) => readInbox(tx, me));
    if (!read.ok) throw new Error(`refused: ${read.code}`);
    for (const { code, basis } of read.value.rows) if (basis) all.push({ member, code, basis });
  }
  if (all.length < count) throw new Error(`only ${all.length} wait in the filled database`);
  return all.slice(0, count);
}

function accept({ member, code, basis }: Waiting): Promise<void> {
  const seen = JSON.parse(basis);
  return request(member, (tx, me) =>
    perform(tx, me, { code, act: "accept", input: acts.accept.input.parse({}), basis: seen }),
  );
}

/** Nanoseconds that the backend of our one connection has run; nothing on a machine that does not say. */
function backendTime(): number {
  try {
    return Number(readFileSync(`/proc/${backend?.pid}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return Number.NaN;
  }
}

async function timed(doing: (() => Promise<void>)[]): Promise<Took> {
  const [began, cpu, backendCpu] = [performance.now(), process.cpuUsage(), backendTime()];
  for (const each of doing) await each();
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall: (performance.now() - began) / doing.length,
    postgres: (backendTime() - backendCpu) / 1e6 / doing.length,
    node: (user + system) / 1e3 / doing.length,
  };
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [act = "", count = ""] = line.split(" ");
  if (act === "end") break;
  const doing =
    act === "send"
      ? Array.from({ length: Number(count) }, () => send)
      : (await waiting(Number(count))).map((each) => () => accept(each));
  console.log(JSON.stringify(await timed(doing)));
}
await pool.close();
process.exit();
