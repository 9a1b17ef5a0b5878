import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, openPool, type Pool } from "../client.ts";
import { openWorld, type World } from "../testing/world.ts";
import { chainLog, partnerships } from "./chain.ts";
import { verifyLog } from "./verify.ts";

let world: World;
let jobs: Pool;
let partnership: string;
let code: string;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 3 });
  code = await world.logs("vicevaert.titanparken", { service: "SKP" });
  [partnership = ""] = await partnerships(jobs);
  // Who signs in is logged as well.
  for (const persona of ["skp.sck", "boligraadgiver.sck"]) await world.token(persona);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const chain = () => chainLog(jobs, partnership, { settle: 0 });
const look = (sql: postgres.ReservedSql | postgres.TransactionSql) =>
  sql`select door.look('referral', ${[code]}::text[])`;
const waiting = async () => (await verifyLog(jobs.sql, partnership, [])).waiting;

test("nothing is numbered past a transaction that runs: what it has written gets its number in its turn", async () => {
  await chain();
  expect(await waiting()).toBe(0);
  const slow = postgres(world.database.appUrl, { max: 1, onnotice: () => {} });
  const early = await slow.reserve();
  await early.unsafe(`begin; select door.enter('\\x${hashOf(await world.token("skp.sck")).toString("hex")}'::bytea)`);
  await look(early);
  await world.asks("boligraadgiver.sck", async ({ sql }) => look(sql));
  expect(await chain()).toBe(0);
  expect(await waiting()).toBeGreaterThan(0);
  await early`commit`;
  early.release();
  await slow.end();
  expect(await chain()).toBeGreaterThan(1);
  const disorder = await jobs.sql`
    select 1 from (select l.at, lag(l.at) over (order by k.number) as before
      from link k join log l on l.partnership_id = k.partnership_id and l.id = k.log_id where k.partnership_id = ${partnership}) each
    where at < before`;
  expect(disorder).toEqual([]);
  expect((await verifyLog(jobs.sql, partnership, [])).bad).toBeNull();
});

test("a transaction of the jobs that only reads holds nothing up; one that has written does", async () => {
  await chain();
  const other = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  const reading = await other.reserve();
  await reading.unsafe("begin; select 1 from log limit 1");
  await world.does("skp.sck", "accept", code);
  expect(await chain()).toBeGreaterThan(0);
  await reading.unsafe("select pg_current_xact_id()");
  await world.asks("skp.sck", async ({ sql }) => look(sql));
  expect(await chain()).toBe(0);
  await reading`rollback`;
  reading.release();
  await other.end();
  expect(await chain()).toBeGreaterThan(0);
});

test("a row of the log has an id that sorts by its moment, whatever PostgreSQL it is", async () => {
  const [row] = await jobs.sql<{ id: string; ms: string }[]>`
    select id::text, (extract(epoch from at) * 1000)::bigint::text as ms from log
    where partnership_id = ${partnership} order by at desc limit 1`;
  const id = row?.id ?? "";
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const made = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  expect(Math.abs(made - Number(row?.ms))).toBeLessThan(1_000);
});
