import postgres from "postgres";
import { hashOf, openPool, type Pool } from "../client.ts";
import { headsToAnchor, noteAnchored } from "../log/anchor.ts";
import { chainLog, partnerships } from "../log/chain.ts";
import { type Anchor, type Fault, type Verdict, verifyLog } from "../log/verify.ts";
import { asOwner } from "../seed/as-owner.ts";
import { copyDatabase } from "../testing/copy-database.ts";
import { openWorld, type World } from "../testing/world.ts";

export type Found = { attack: string; why: Fault | null; number: number | null; meant: { why: Fault; number: number } };
export type Audit = { appends: number; appendsPerSecond: number; sound: Verdict; forks: number; found: Found[] };

type Sizes = { writers: number; appends: number };

/**
 * Several writers put rows into the log, each in a transaction of its own, while two chainers number them. Then the chain
 * is checked, and attacked six times as the owner, each time on a copy of the database.
 */
export async function audit({ writers, appends }: Sizes): Promise<Audit> {
  const world = await openWorld();
  const jobs = openPool(world.database.jobsUrl, { max: 4 });
  try {
    const [partnership = ""] = await partnerships(jobs);
    const code = await world.logs("vicevaert.titanparken", { service: "SKP" });
    const hash = sessionOf(await world.token("skp.sck"));
    const began = performance.now();
    const writing = { over: false };
    const chaining = [1, 2].map(() => chainWhile(jobs, partnership, writing));
    await Promise.all(
      Array.from({ length: writers }, () => write(world.database.appUrl, { hash, code, rows: appends / writers })),
    );
    const seconds = (performance.now() - began) / 1000;
    writing.over = true;
    await Promise.all(chaining);
    const anchors: Anchor[] = [];
    const anchorNow = async () => {
      const heads = await headsToAnchor(jobs, 0);
      await noteAnchored(jobs, heads, undefined);
      anchors.push(...heads);
    };
    await anchorNow();
    await write(world.database.appUrl, { hash, code, rows: 20 });
    await chainLog(jobs, partnership, { settle: 0 });
    await anchorNow();
    const sql = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
    const sound = await verifyLog(sql, partnership, anchors);
    const [rows] = await sql<{ forks: number }[]>`
      select (count(*) - count(distinct number) + count(*) - count(distinct log_id))::int as forks from link`;
    await sql.end();
    await Promise.all([jobs.close(), world.pool.close()]);
    const found: Found[] = [];
    for (const attack of attacksOn(sound.rows))
      found.push(await attacked(world.database, { attack, partnership, anchors }));
    return { appends, appendsPerSecond: Math.round(appends / seconds), sound, forks: rows?.forks ?? -1, found };
  } finally {
    await Promise.all([jobs.close(), world.close()]);
  }
}

const sessionOf = (token: string): string => hashOf(token).toString("hex");

/** One connection that writes rows as fast as it is let, each its own transaction. */
async function write(url: string, { hash, code, rows }: { hash: string; code: string; rows: number }): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const one = () =>
    sql`select door.look('referral', ${[code]}::text[]) from (select set_config('app.session', ${hash}, true) offset 0) s`;
  try {
    for (let done = 0; done < rows; done += 100)
      await Promise.all(Array.from({ length: Math.min(100, rows - done) }, one));
  } finally {
    await sql.end();
  }
}

async function chainWhile(jobs: Pool, partnership: string, writing: { over: boolean }): Promise<void> {
  do {
    await chainLog(jobs, partnership, { settle: 0.2, most: 2_000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (!writing.over);
  await chainLog(jobs, partnership, { settle: 0 });
}

type Attack = {
  name: string;
  meant: { why: Fault; number: number };
  statements: (partnership: string) => string[];
  /** Makes a new chain over what is there. */
  rechain?: true;
};

/** The six of them, on a chain of so many rows. */
function attacksOn(rows: number): Attack[] {
  const middle = Math.floor(rows / 2);
  const row = (number: number) => `(select log_id from link where number = ${number})`;
  return [
    {
      name: "edit",
      meant: { why: "changed", number: middle },
      statements: () => [`update log set what = 'board' where id = ${row(middle)}`],
    },
    {
      name: "delete in the middle",
      meant: { why: "missing", number: middle },
      statements: () => [`delete from log where id = ${row(middle)}`],
    },
    {
      name: "delete the tail",
      meant: { why: "cut", number: rows - 9 },
      statements: () => [
        `delete from log where id in (select log_id from link where number > ${rows - 10})`,
        `delete from link where number > ${rows - 10}`,
      ],
    },
    {
      name: "insert",
      meant: { why: "changed", number: middle },
      statements: (partnership) => [
        `insert into log select partnership_id, '00000000-0000-7000-8000-000000000001', at, person_id, posts, kind, what,
          referrals, detail from log where id = ${row(middle)}`,
        `update link set number = -number where number >= ${middle}`,
        `update link set number = 1 - number where number < 0`,
        `insert into link select '${partnership}', ${middle}, '00000000-0000-7000-8000-000000000001', hash from link
          where number = ${middle + 1}`,
      ],
    },
    {
      name: "reorder",
      meant: { why: "changed", number: middle },
      statements: () => [
        `update link k set log_id = other.log_id from link other
          where (k.number, other.number) in ((${middle}, ${middle + 1}), (${middle + 1}, ${middle}))`,
      ],
    },
    {
      name: "rewrite all",
      meant: { why: "rewritten", number: rows - 20 },
      statements: () => [`update log set what = 'board' where id = ${row(1)}`, "delete from link"],
      rechain: true,
    },
  ];
}

type Attacking = { attack: Attack; partnership: string; anchors: readonly Anchor[] };

async function attacked(database: World["database"], { attack, partnership, anchors }: Attacking): Promise<Found> {
  const copy = await copyDatabase(database);
  try {
    await asOwner(
      copy.ownerUrl,
      async (sql) => {
        for (const statement of attack.statements(partnership)) await sql.unsafe(statement);
      },
      ["log", "link"],
    );
    if (attack.rechain) await rechain(copy.jobsUrl, partnership);
    const sql = postgres(copy.jobsUrl, { max: 1, onnotice: () => {} });
    const { bad } = await verifyLog(sql, partnership, anchors);
    await sql.end();
    return { attack: attack.name, why: bad?.why ?? null, number: bad?.number ?? null, meant: attack.meant };
  } finally {
    await copy.drop();
  }
}

async function rechain(url: string, partnership: string): Promise<void> {
  const pool = openPool(url, { max: 2 });
  await chainLog(pool, partnership, { settle: 0 });
  await pool.close();
}
