import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAlone } from "#jobs/run.ts";
import { hashOf, openPool, type Pool } from "./client.ts";
import { findOpenCatalogue } from "./open-catalogue.ts";
import { openWorld, type World } from "./testing/world.ts";

const adviser = "boligraadgiver.sck";
let world: World;
let jobs: Pool;
let code: string;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 3 });
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

/** A connection with the application's login and one live session, and nothing of the application's own settings. */
async function attacks<T>(run: (sql: postgres.ReservedSql, enter: string) => Promise<T>): Promise<T> {
  const raw = postgres(world.database.appUrl, { max: 1, onnotice: () => {} });
  const sql = await raw.reserve();
  try {
    return await run(sql, `select door.enter('\\x${hashOf(await world.token(adviser)).toString("hex")}'::bytea)`);
  } finally {
    sql.release();
    await raw.end({ timeout: 1 });
  }
}
const seen = async (sql: postgres.ReservedSql) => (await sql`select 1 from referral`).length;
const outcome = (statement: PromiseLike<unknown>) =>
  Promise.resolve(statement).then(
    () => "done",
    (error: postgres.PostgresError) => error.code,
  );

test("a transaction that keeps an old picture of the rows sees none", async () => {
  await attacks(async (sql, enter) => {
    for (const level of ["repeatable read", "serializable"]) {
      await sql.unsafe(`begin isolation level ${level}; ${enter}`);
      expect([level, await seen(sql)]).toEqual([level, 0]);
      await sql`rollback`;
    }
    await sql.unsafe(`begin; ${enter}`);
    expect(await seen(sql)).toBeGreaterThan(0);
    await sql`rollback`;
  });
});

test("a transaction that was begun before its session ended sees nothing from then on", async () => {
  await attacks(async (sql, enter) => {
    await sql.unsafe(`begin; ${enter}`);
    expect(await seen(sql)).toBeGreaterThan(0);
    const hash = hashOf(await world.token(adviser));
    await world.pool.sql`select door.close_session(${hash})`;
    expect(await seen(sql)).toBe(0);
    await sql`rollback`;
  });
  await world.signsInAgain(adviser);
});

test("a connection that holds rows for longer than any transaction of the app is ended, and what waited for it goes on", async () => {
  const free = async () => jobs.sql`select 1 from referral where code = ${code} for update nowait`;
  const gone = attacks(async (sql, enter) => {
    // PostgreSQL 17 ends it by itself, unless its login says otherwise.
    await sql`select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'`;
    await sql.unsafe(`begin; ${enter}`);
    await sql`select 1 from referral where code = ${code} for update`;
    await expect(free()).rejects.toMatchObject({ code: "55P03" });
    const [early] = await jobs.sql`select door.end_long_transactions() as ended`;
    expect(early?.ended).toBe(0);
    // Nobody waits two minutes for this: the function is given less patience, and is else the same.
    await world.owns([], async (owner) => {
      const [row] = await owner<{ text: string }[]>`
        select pg_get_functiondef('door.end_long_transactions()'::regprocedure) as text`;
      await owner`grant create on schema door to brobyg_watch`;
      await owner.unsafe(`set local role brobyg_watch; ${row?.text.replace("110 seconds", "0 seconds")}; reset role`);
    });
    const busy = outcome(sql`select pg_sleep(60)`);
    const [late] = await jobs.sql`select door.end_long_transactions() as ended`;
    expect(late?.ended).toBe(1);
    return busy;
  });
  expect(await gone).toMatch(/57P01|CONNECTION/);
  expect(await free()).toHaveLength(1);
});

test("a lock that another login takes keeps no job from running; one of the jobs does", async () => {
  const job = { name: "chain-log", every: 1, run: async () => {} };
  const taken = "select pg_advisory_lock(hashtextextended('job chain-log', 0))";
  await attacks(async (sql) => {
    await sql.unsafe(taken);
    expect(await runAlone(jobs, job)).toBe("done");
  });
  const other = postgres(world.database.jobsUrl, { max: 1 });
  await other.unsafe(taken);
  expect(await runAlone(jobs, job)).toBe("elsewhere");
  await other.end();
});

test("nothing that PostgreSQL counts tells of hidden rows, and there is no room outside the policies", async () => {
  const owner = postgres(world.database.ownerUrl, { max: 1 });
  // A server of others is closed by its own superuser.
  const closed = world.database.home !== null;
  const open = await findOpenCatalogue(owner);
  expect(open.filter(() => closed)).toEqual([]);
  await owner.end();
  const questions = [
    "select n_live_tup from pg_stat_user_tables",
    "select idx_blks_hit from pg_statio_user_indexes",
    "select n_tup_ins from pg_stat_xact_user_tables",
    "select tup_inserted from pg_stat_database",
    "select reltuples from pg_class",
    "select pg_relation_size('referral')",
    "select currtid2('referral', '(0,1)')",
    "select pg_blocking_pids(1)",
    "select pg_notification_queue_usage()",
    "select query from pg_stat_activity",
    "select 1 from pg_locks where locktype = 'relation'",
    "select * from pg_prepared_xacts",
    "select pg_current_snapshot()",
    "select txid_current_snapshot()",
    "select pg_export_snapshot()",
    "select pg_terminate_backend(0)",
    "select pg_cancel_backend(0)",
    "select pg_logical_emit_message(true, 'a', 'a note')",
    "select lo_from_bytea(0, 'a note')",
    "select lo_create(0)",
    "select oid from pg_largeobject_metadata",
  ];
  await attacks(async (sql) => {
    for (const question of questions)
      expect([question, await outcome(sql.unsafe(question))]).toEqual([question, closed ? "42501" : "done"]);
    expect(
      await sql`select 1 from pg_stats where schemaname = 'public' and tablename in ('referral', 'handover', 'event', 'party')`,
    ).toEqual([]);
  });
});

test("no key that somebody chooses tells that it is taken", async () => {
  await attacks(async (sql, enter) => {
    const tries = [
      ["referral", "code"],
      ...["referral", "handover", "message", "result", "notice"].map((table) => [table, "id"]),
    ];
    for (const [table, column] of tries) {
      await sql.unsafe(`begin; ${enter}`);
      const known = `insert into ${table} (partnership_id, ${column}) select partnership_id, ${column} from ${table} limit 1`;
      expect([table, column, await outcome(sql.unsafe(known))]).toEqual([table, column, "42501"]);
      await sql`rollback`;
    }
    // An event's id is made of the one that is written: that of another event is a seed like every other.
    for (const id of ["(select id from event limit 1)", "gen_random_uuid()"]) {
      await sql.unsafe(`begin; ${enter}`);
      const told = `insert into event (partnership_id, id, referral_id, act, person_id, details)
        select door.partnership(), ${id}, id, 'agenda', door.me(), '{}' from referral limit 1`;
      expect([id, await outcome(sql.unsafe(told))]).toEqual([id, "BB008"]);
      await sql`rollback`;
    }
  });
});
