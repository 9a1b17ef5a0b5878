import postgres from "postgres";
import { type Connections, type OpenDatabase, withDatabase } from "#scripts/connections.ts";
import type { BenchMember, Filled } from "./fill.ts";
import { explained } from "./plans.ts";
import type { Side } from "./sides.ts";

/** Of 60 members: 3,000 sessions. */
const sessionsOfEach = 50;

/** One filled database of one side. */
export type Database = { side: Side; referrals: number; name: string; filled: Filled };

const connectionsTo = ({ ownerUrl, appUrl, jobsUrl }: Connections, name: string): Connections => ({
  ownerUrl: withDatabase(ownerUrl, name),
  appUrl: withDatabase(appUrl, name),
  jobsUrl: withDatabase(jobsUrl, name),
});

/** All at once: nothing of it is measured. */
export async function fillDatabases(
  server: OpenDatabase,
  sides: readonly Side[],
  referrals: number,
): Promise<Database[]> {
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
export async function initPlansOf({ home, ...server }: OpenDatabase, database: Database): Promise<number | undefined> {
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
export type Answering = { origin: string; pid: number };

/** One side's server on one of its databases, and the same without Next beside it. */
export type Target = Database & {
  appUrl: string;
  home: string | null;
  server: Answering;
  bare: Answering;
  /** One referral of each receiver, that waits when the first round begins. */
  waiting: Waiting[];
};

export async function openTarget({ home, ...connections }: OpenDatabase, database: Database): Promise<Target> {
  const { appUrl } = connectionsTo(connections, database.name);
  const { side, filled } = database;
  const server = await side.tell("serve", { appUrl });
  const bare = await side.tell("serveBare", { appUrl });
  const waiting = filled.receivers.map(async (member) => (await waitingOf(server, member)).slice(0, 1));
  return { ...database, appUrl, home, server, bare, waiting: (await Promise.all(waiting)).flat() };
}

export type Waiting = { code: string; basis: string; member: BenchMember };

/** What waits in a member's inbox, as the app itself lists it. */
async function waitingOf({ origin }: Answering, member: BenchMember): Promise<Waiting[]> {
  const answer = await fetch(`${origin}/api/inbox`, { headers: { cookie: `brobyg=${member.token}` } });
  const { rows } = (await answer.json()) as { rows: { code: string; basis: string }[] };
  return rows.map(({ code, basis }) => ({ code, basis, member }));
}

/** What waits for all receivers: the first of each, then the second of each. */
export async function allWaiting({ server, filled }: Target): Promise<Waiting[]> {
  const lists: Waiting[][] = [];
  for (const member of filled.receivers) lists.push(await waitingOf(server, member));
  const most = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}
