import type postgres from "postgres";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { openPool, type Pool } from "../client.ts";
import { asOwner } from "../seed/as-owner.ts";
import { copyDatabase } from "../testing/copy-database.ts";
import { openWorld, type World } from "../testing/world.ts";

/** A job as it is run for a day: `db` stands below `jobs`, so that whoever proves hands them in. */
type DayJob = { name: string; run: (pool: Pool, today: Day) => Promise<unknown> };

/** What other proofs hold: the chain of the log (audit) and the sending of mails (outbox). Telling by mail comes by itself. */
export const elsewhere = ["chain-log", "anchor-log", "send-mail", "tell-by-mail"];

/** The days that the jobs stand still, and the one on which they run again. */
const silent = 3;
const window = silent + 1;

export type OnTime = {
  /** Acts that the jobs did within the window, by their names. */
  done: Record<string, number>;
  rows: number;
  /** Rows, and who was told of what, that another way of running left otherwise than once in time did. */
  twice: string[];
  late: string[];
};

/**
 * Makes a past in which something comes due on each of four days, and lets the jobs live through those days three times,
 * each on a copy: once a day, twice a day, and on the last of them only. What is left is held against each other, whole, but
 * for moments, transactions and the ids of new rows.
 *
 * @param how.each how many of everything come due on each day
 * @param how.on the last of the four days, else that of the run
 */
export async function liveThrough(
  all: readonly DayJob[],
  { tell, each, on }: { tell: DayJob["run"]; each: number; on?: string },
): Promise<OnTime> {
  const jobs = all.filter(({ name }) => !elsewhere.includes(name));
  const world = await openWorld(on ? { on } : {});
  const today = world.today();
  await makePast(world, today, each);
  await world.pool.close();
  const before = addDays(today, -window);
  const days = Array.from({ length: window }, (_, later) => addDays(before, later + 1));
  await running(world.database, async (pool) => {
    // What was due before, such as both reminders of a text, has been given and told.
    for (const job of [...jobs, ...jobs]) await job.run(pool, before);
    await tells(world.database.ownerUrl, pool, { tell, day: workingDays().before(addDays(before, 1)), times: 1 });
  });
  const known = idsIn((await rowsOf(world.database.ownerUrl)).join());
  const lived = async (schedule: readonly Day[], times: number): Promise<string[]> => {
    const copy = await copyDatabase(world.database);
    try {
      await running(copy, async (pool) => {
        for (const day of schedule) {
          for (const job of jobs) for (let time = 0; time < times; time += 1) await job.run(pool, day);
          await tells(copy.ownerUrl, pool, { tell, day, times });
        }
        // Whatever the weekday of the last one: a digest has come since.
        await tells(copy.ownerUrl, pool, { tell, day: workingDays().add(today, 1), times });
      });
      return compared(await rowsOf(copy.ownerUrl), known).concat(await toldOf(copy.ownerUrl));
    } finally {
      await copy.drop();
    }
  };
  try {
    const once = await lived(days, 1);
    return {
      done: countActs(once),
      rows: once.length,
      twice: differences(once, await lived(days, 2)),
      late: differences(once, await lived([today], 1)),
    };
  } finally {
    await world.database.drop();
  }
}

type Database = { ownerUrl: string; jobsUrl: string };

async function running(database: Database, run: (pool: Pool) => Promise<void>): Promise<void> {
  const pool = openPool(database.jobsUrl, { max: 2 });
  try {
    await run(pool);
  } finally {
    await pool.close();
  }
}

type Telling = { tell: DayJob["run"]; day: Day; times: number };

/** Tells by mail of what can no longer be undone. */
async function tells(ownerUrl: string, pool: Pool, { tell, day, times }: Telling): Promise<void> {
  const settle = (sql: postgres.TransactionSql) =>
    sql`update notice set release_at = release_at - interval '20 seconds' where mailed_at is null`;
  await asOwner(ownerUrl, settle, ["notice"]);
  for (let time = 0; time < times; time += 1) await tell(pool, day);
}

const [origin, receiver] = ["vicevaert.titanparken", "skp.sck"];
const note = "Ring helst om formiddagen." as CleanText;

/** On each of the four days, `each` of everything that comes due by itself. */
async function makePast(world: World, today: Day, each: number): Promise<void> {
  const day = (index: number) => addDays(today, (index % window) - silent);
  const [ending, follows] = [await world.post("mentor.sck"), await world.post(receiver)];
  const oral: string[] = [];
  const old: string[] = [];
  for (let index = 0; index < each * window; index += 1) {
    await holds(world, addDays(day(index), -1));
    // Nothing but their consent comes due: which of two clocks is heard first is not what is asked here.
    oral.push(
      await world.logs(origin, { service: "HJEMMEHJAELP", consent: { name: "oral", feedback: "yes" } }, { ago: 4 }),
    );
    // Sent on each of the days before: each is on another step of its clock.
    await world.logs(origin, { service: "SKP" }, { ago: 2 + (index % 10) });
    await world.logs(origin, { service: "MENTOR1825" });
    old.push(await closes(world));
  }
  await world.owns(["absence", "consent", "referral", "post", "draft", "intent", "person"], async (sql) => {
    // A mail goes to whoever is there when it is written: nobody comes or goes meanwhile.
    await sql`delete from absence`;
    for (const [index, code] of oral.entries())
      await sql`update consent set expires_on = ${addDays(day(index), -1)}
        where name = 'oral' and referral_id = (select id from referral where code = ${code})`;
    for (const [index, code] of old.entries()) {
      // Each kind meets each day in turn.
      const { length } = closedFor;
      const ago = closedFor[index % length] ?? "";
      const closedOn = sql`(${day(index + Math.floor(index / length))}::date - ${ago}::interval)::date`;
      await sql`update referral set closed_on = ${closedOn}, logged_on = ${closedOn} - 10 where code = ${code}`;
    }
    await sql`update post set valid_to = ${addDays(today, -2)}, successor_id = ${follows} where id = ${ending}`;
    await sql`insert into draft (partnership_id, id, person_id, coded, saved_at)
      select partnership_id, gen_random_uuid(), id, '{}', app_now() - interval '31 days' from person limit 3`;
    await sql`insert into intent (partnership_id, person_id, key, body, at)
      select partnership_id, id, gen_random_uuid(), '', app_now() - interval '8 days' from person limit 3`;
  });
}

/** How long ago something was closed whose text is asked about, whose leader is told, that goes in 30 days, that goes. */
const closedFor = ["14 days", "28 days", "335 days", "1 year"];

async function holds(world: World, until: Day): Promise<void> {
  const code = await world.logs(origin, { service: "SKP" }, { ago: 20 });
  await world.does(receiver, "accept", code, {}, { ago: 19 });
  await world.does(receiver, "hold", code, { until, reason: "BEBOER" }, { ago: 18 });
}

async function closes(world: World): Promise<string> {
  const code = await world.logs(origin, { service: "SKP", note });
  await world.does(receiver, "accept", code);
  await world.does(receiver, "complete", code, { outcome: "KONTAKT" });
  return code;
}

/** What other proofs hold, or another way of running rightly does otherwise: how many mails tell of something. */
const left = ["link", "anchor", "mail", "digest"];

/** Every row of every table, without its moments and the number of the transaction that wrote it. */
async function rowsOf(ownerUrl: string): Promise<string[]> {
  return asOwner(
    ownerUrl,
    async (sql) => {
      const columns = await sql<{ table: string; moments: string[] }[]>`
        select c.relname as table, coalesce(array_agg(a.attname) filter (where a.atttypid in ('timestamptz'::regtype, 'xid8'::regtype)), '{}') as moments
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relname = any (${left}) group by 1`;
      const rows: string[] = [];
      for (const { table, moments } of columns)
        rows.push(
          ...(
            await sql<{ row: string }[]>`
              select ${table} || ' ' || (to_jsonb(t) - ${moments}::text[])::text as row from ${sql(table)} t`
          ).map(({ row }) => row),
        );
      return rows;
    },
    await tablesOf(ownerUrl),
  );
}

const tablesOf = (ownerUrl: string): Promise<string[]> =>
  asOwner(
    ownerUrl,
    async (sql) =>
      (await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`).map(
        ({ name }) => name,
      ),
    [],
  );

/** Who was told of which referral, in however many mails. */
const toldOf = (ownerUrl: string): Promise<string[]> =>
  asOwner(
    ownerUrl,
    async (sql) =>
      (
        await sql<{ told: string }[]>`
          select distinct 'told ' || to_address || ' ' || code as told
          from mail, unnest(string_to_array("values" ->> 'codes', e'\n')) code order by 1`
      ).map(({ told }) => told),
    ["mail"],
  );

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idsIn = (text: string): ReadonlySet<string> => new Set(text.match(uuid));

/** The rows in an order of their own, with one name for every id that is new. */
const compared = (rows: readonly string[], known: ReadonlySet<string>): string[] =>
  rows.map((row) => row.replace(uuid, (id) => (known.has(id) ? id : "new"))).toSorted();

/** What one has more often than the other. */
function differences(some: readonly string[], others: readonly string[]): string[] {
  const more = (a: readonly string[], b: readonly string[], sign: string) => {
    const rest = [...b];
    return a.flatMap((row) => {
      const at = rest.indexOf(row);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0 ? [] : [`${sign} ${row}`];
    });
  };
  return [...more(some, others, "-"), ...more(others, some, "+")];
}

function countActs(rows: readonly string[]): Record<string, number> {
  const acts = rows.flatMap((row) => {
    const act = row.startsWith("event ")
      ? /"act": "(hold_over|expire|due|succeed|remind|warn)"/.exec(row)?.[1]
      : undefined;
    return act ? [act] : [];
  });
  return Object.fromEntries([...Map.groupBy(acts, (act) => act)].map(([act, all]) => [act, all.length]));
}
