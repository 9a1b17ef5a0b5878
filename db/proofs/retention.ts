import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import { openPool, type Pool } from "../client.ts";
import { headsToAnchor, noteAnchored } from "../log/anchor.ts";
import { chainLog, partnerships } from "../log/chain.ts";
import { type Anchor, type Verdict, verifyLog } from "../log/verify.ts";
import { openWorld, type World } from "../testing/world.ts";

/** What was found, before and after. */
export type Retention = {
  /** Rows, files and lines that hold a canary or a code, before and after. */
  before: number;
  after: number;
  /** Referrals that went in the first run and in the second. */
  gone: number[];
  counted: { count: number; rows: number };
  /** Rows of those that were closed a day too late to go, or are open: the same before and after. */
  kept: { before: number; after: number };
  verdict: Verdict;
  /** Files of the database itself that hold a canary or a code, once the owner has rewritten it. Null where no file can be reached. */
  data: { before: number; after: number; searched: number } | null;
};

/** The job as it runs: `db` stands below `jobs`, so that whoever proves hands it in. */
type Job = (pool: Pool, today: never) => Promise<number>;
const canary = "kanariefugl";

/**
 * Closes referrals, puts a canary into every text of theirs in every table, moves some back over the year's end (on the day,
 * and three days late), and lets the job run, twice. Then every table, the file of anchors and the database's own files are
 * searched for a canary or a code.
 */
export async function retain(job: Job, { each }: { each: number }): Promise<Retention> {
  const world = await openWorld();
  const jobs = openPool(world.database.jobsUrl, { max: 2 });
  const folder = await mkdtemp(path.join(tmpdir(), "brobyg-retention-"));
  const sql = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  try {
    const [partnership = ""] = await partnerships(jobs);
    const today = await world.asks("admin", async (_tx, me) => me.today);
    const old = await closes(world, 2 * each);
    const young = await closes(world, each);
    young.push(await world.logs("vicevaert.titanparken", { service: "SKP" }));
    await sings(world, old);
    await moves(world, old.slice(0, each), 0);
    await moves(world, old.slice(each), 3);
    await moves(world, young.slice(0, each), -1);
    const anchors = await anchored(jobs, { partnership, folder });
    const before = (await heard(world, old)) + (await heardInFiles(folder, old));
    const keptBefore = await rowsOf(world, young);
    const filesBefore = await heardInData(world, old);
    const gone = [await job(jobs, today as never), await job(jobs, today as never)];
    anchors.push(...(await anchored(jobs, { partnership, folder })));
    const verdict = await verifyLog(sql, partnership, anchors);
    const filesAfter = await heardInData(world, old);
    const [counted] = await world.owns(
      ["closed_count"],
      (tx) => tx<{ count: number; rows: number }[]>`
        select coalesce(sum(count), 0)::int as count, count(*)::int as rows from closed_count`,
    );
    return {
      before,
      after: (await heard(world, old)) + (await heardInFiles(folder, old)),
      gone,
      counted: counted ?? { count: 0, rows: 0 },
      kept: { before: keptBefore, after: await rowsOf(world, young) },
      verdict,
      data: filesBefore && filesAfter && { before: filesBefore.holding, ...filesAfter, after: filesAfter.holding },
    };
  } finally {
    await Promise.all([sql.end(), jobs.close(), rm(folder, { recursive: true })]);
    await world.close();
  }
}

async function closes(world: World, many: number): Promise<string[]> {
  const codes: string[] = [];
  for (let one = 0; one < many; one += 1) {
    const note = "Ring helst om formiddagen." as CleanText;
    const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE", note });
    await world.does("boligraadgiver.sck", "accept", code);
    await world.does("boligraadgiver.sck", "progress", code, { what: "KONTAKT" });
    await world.does("boligraadgiver.sck", "complete", code, { outcome: "AFVAERGET", means: ["AFDRAG"] });
    codes.push(code);
  }
  return codes;
}

type Column = { table: string; column: string; type: string };

/** Tables of a referral's own, with the column that names it. */
const owned = (tx: World["pool"]["sql"]) => tx<{ table: string; by: string }[]>`
  select table_name as table, case table_name when 'referral' then 'id' else 'referral_id' end as by
  from information_schema.columns
  where table_schema = 'public' and (column_name = 'referral_id' or (table_name = 'referral' and column_name = 'id'))
  order by 1`;

/** What the job itself must read, and so holds no canary; the code is one by itself. */
const plain = ["referral.code", "referral.service", "event.act"];

/** A canary in every text of these referrals. */
async function sings(world: World, codes: readonly string[]): Promise<void> {
  const tables = await owned(world.pool.sql);
  await world.owns(
    tables.map(({ table }) => table),
    async (tx) => {
      const columns = await tx<Column[]>`
        select table_name as table, column_name as column, data_type as type from information_schema.columns
        where table_schema = 'public' and table_name in ${tx(tables.map(({ table }) => table))}
          and data_type in ('text', 'jsonb', 'ARRAY') order by 1, 2`;
      for (const { table, by } of tables) {
        const its = columns.filter((each) => each.table === table && !plain.includes(`${table}.${each.column}`));
        if (its.length === 0) continue;
        const set = its.map(({ column, type }) => `"${column}" = ${singing(type)}`).join(", ");
        await tx.unsafe(`alter table ${table} disable trigger user`);
        await tx.unsafe(`update ${table} set ${set} where "${by}" in (select id from referral where code = any ($1))`, [
          codes as string[],
        ]);
        await tx.unsafe(`alter table ${table} enable trigger user`);
      }
    },
  );
}

function singing(type: string): string {
  if (type === "jsonb") return `'{"it": "${canary}"}'`;
  return type === "ARRAY" ? `array['${canary}']` : `'${canary}'`;
}

/** Closed a year and so many days ago. */
const moves = (world: World, codes: readonly string[], days: number) =>
  world.owns(["referral"], async (tx) => {
    await tx`update referral set closed_on = (door.today() - interval '1 year')::date - ${days}::int,
      logged_on = (door.today() - interval '1 year')::date - 40 - ${days}::int where code = any (${codes as string[]})`;
  });

const everyTable = async (world: World): Promise<string[]> =>
  (await world.pool.sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`).map(
    ({ name }) => name,
  );

/** Rows of any table that hold a canary or one of the codes, in whatever column. */
async function heard(world: World, codes: readonly string[]): Promise<number> {
  const tables = await everyTable(world);
  return world.owns(tables, async (tx) => {
    const each = tables.map((table) => `select count(*) as rows from "${table}" t where t::text ~ $1`);
    const [found] = await tx.unsafe<{ rows: number }[]>(
      `select sum(rows)::int as rows from (${each.join(" union all ")}) found`,
      [[canary, ...codes].join("|")],
    );
    return found?.rows ?? 0;
  });
}

async function heardInFiles(folder: string, codes: readonly string[]): Promise<number> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return texts.filter((text) => [canary, ...codes].some((word) => text.includes(word))).length;
}

/**
 * Files of this database that hold a canary or a code, after it was rewritten as the owner is told to: what is deleted stays
 * in a file until its place is used again, and a most common value in what the planner remembers.
 */
async function heardInData(
  world: World,
  codes: readonly string[],
): Promise<{ holding: number; searched: number } | null> {
  const { ownerUrl, home } = world.database;
  if (!home) return null;
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner.unsafe("vacuum (full, analyze)");
    // What the planner remembered is rewritten first of all by the line above, before it learns anew.
    await owner.unsafe("vacuum (full) pg_statistic");
    const [database] = await owner<{ oid: string }[]>`
      select oid::text from pg_database where datname = current_database()`;
    const folder = path.join(home, "postgres/base", database?.oid ?? "");
    const words = [canary, ...codes].map((word) => Buffer.from(word));
    let [holding, searched] = [0, 0];
    for (const file of await readdir(folder)) {
      const bytes = await readFile(path.join(folder, file)).catch(whereGone);
      if (!bytes) continue;
      searched += 1;
      if (words.some((word) => bytes.includes(word))) holding += 1;
    }
    return { holding, searched };
  } finally {
    await owner.end();
  }
}

/** The server takes what it rewrote away at its next checkpoint, which may come while the files are read. */
function whereGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/** How many rows these referrals have, without what the job tells of them. */
async function rowsOf(world: World, codes: readonly string[]): Promise<number> {
  const tables = await owned(world.pool.sql);
  return world.owns(
    tables.map(({ table }) => table),
    async (tx) => {
      let rows = 0;
      for (const { table, by } of tables) {
        const told = table === "event" ? "and act not in ('remind', 'warn')" : "";
        if (table === "notice" || table === "notice_seen") continue;
        const [found] = await tx.unsafe<{ rows: number }[]>(
          `select count(*)::int as rows from ${table} where "${by}" in (select id from referral where code = any ($1)) ${told}`,
          [codes as string[]],
        );
        rows += found?.rows ?? 0;
      }
      return rows;
    },
  );
}

type Anchoring = { partnership: string; folder: string };

/** Numbers what was written, and carries the head out as the job does. */
async function anchored(jobs: Pool, { partnership, folder }: Anchoring): Promise<Anchor[]> {
  await chainLog(jobs, partnership, { settle: 0 });
  const heads = await headsToAnchor(jobs, 0);
  await appendFile(path.join(folder, "anchors.jsonl"), heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
  await noteAnchored(jobs, heads, undefined);
  return heads;
}
