import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { noteAnchored } from "#db/log/anchor.ts";
import { chainLog, partnerships } from "#db/log/chain.ts";
import { cutLog } from "#db/log/cut-log.ts";
import { type Anchor, verifyLog } from "#db/log/verify.ts";
import { retain } from "#db/proofs/retention.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import type { Day } from "#lib/calendar/day.ts";
import { retention } from "./retention.ts";

let world: World;
let jobs: Pool;
let today: Day;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = await world.asks("admin", async (_tx, me) => me.today);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

/** A world of its own, four referrals to their end, and every table searched twice: long on a machine that is busy. */
const patience = 300_000;
const note = "Ring helst om formiddagen." as CleanText;
const closed = async () => {
  const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE", note });
  await world.does("boligraadgiver.sck", "accept", code);
  await world.does("boligraadgiver.sck", "progress", code, { what: "KONTAKT" });
  await world.does("boligraadgiver.sck", "complete", code, { outcome: "AFVAERGET", means: ["AFDRAG"] });
  return code;
};
const movedBack = (code: string, days: number) =>
  world.owns(
    ["referral"],
    (sql) => sql`update referral set closed_on = ${today}::date - ${days}::int where code = ${code}`,
  );
const texts = (code: string) =>
  world.owns(
    ["referral", "message"],
    async (sql) =>
      (
        await sql`select 1 from message m join referral r on r.id = m.referral_id where r.code = ${code} and m.body is not null`
      ).length,
  );
const told = (code: string) =>
  world.owns(["referral", "notice"], async (sql) =>
    (
      await sql<{ kind: string }[]>`
        select n.kind from notice n join referral r on r.id = n.referral_id
        where r.code = ${code} and n.kind in ('journal', 'journal_leader', 'going') order by n.at, n.kind`
    ).map(({ kind }) => kind),
  );

test(
  "a year after closing nothing is left but a count, also three days late and after a second run (C10)",
  async () => {
    const found = await retain(retention as never, { each: 1 });
    expect(found.before).toBeGreaterThan(10);
    expect(found).toMatchObject({ after: 0, gone: [2, 0], counted: { count: 2 } });
    expect(found.kept.after).toBe(found.kept.before);
    expect(found.kept.before).toBeGreaterThan(10);
    expect(found.verdict).toMatchObject({ bad: null, from: null });
  },
  patience,
);

test("a text goes when the last holder answers, and nobody else does so (C11)", async () => {
  const code = await closed();
  expect(await world.tries("vicevaert.titanparken", "journal", code)).toEqual({ ok: false, code: "not-yours" });
  expect(await texts(code)).toBe(1);
  await world.does("boligraadgiver.sck", "journal", code);
  expect(await texts(code)).toBe(0);
  expect(await world.tries("boligraadgiver.sck", "journal", code)).toEqual({ ok: false, code: "not-now" });
});

test("who does not answer is reminded, then the leader is told, each once (C11)", async () => {
  const code = await closed();
  const after = async (days: number) => {
    await movedBack(code, days);
    await retention(jobs, today);
    await retention(jobs, today);
    return told(code);
  };
  expect(await after(13)).toEqual([]);
  expect(await after(14)).toEqual(["journal"]);
  expect(await after(28)).toEqual(["journal", "journal", "journal_leader"]);
  expect(await texts(code)).toBe(1);
});

test("the origin is warned 30 days before, once", async () => {
  const code = await closed();
  await world.does("boligraadgiver.sck", "journal", code);
  await movedBack(code, 334);
  await retention(jobs, today);
  expect(await told(code)).toEqual([]);
  await movedBack(code, 336);
  await retention(jobs, today);
  await retention(jobs, today);
  expect(await told(code)).toEqual(["going"]);
});

test("the jobs' login may take away nothing by itself, and by the door nothing that is not due", async () => {
  const code = await closed();
  const [row] = await world.owns(
    ["referral"],
    (sql) =>
      sql<{ id: string; place: string }[]>`select id, partnership_id as place from referral where code = ${code}`,
  );
  const { id = "", place = "" } = row ?? {};
  const asks = () =>
    jobs.sql<{ gone: boolean }[]>`select door.forget(${place}::uuid, ${id}::uuid, 'week', 'helped') as gone`;
  expect(await asks()).toEqual([{ gone: false }]);
  await movedBack(code, 364);
  expect(await asks()).toEqual([{ gone: false }]);
  for (const table of ["referral", "event", "handover", "log", "closed_count"])
    await expect(jobs.sql`delete from ${jobs.sql(table)}`).rejects.toMatchObject({ code: "42501" });
});

test("the log is cut at an anchored head of two years ago (C13), the rest still holds, and a head taken off too early shows", async () => {
  const [place = ""] = await partnerships(jobs);
  const sql = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  const writes = (age: string, rows: number) =>
    world.owns(
      ["log"],
      (owner) => owner`
        insert into log (partnership_id, id, at, posts, kind, what, referrals)
        select ${place}, gen_random_uuid(), app_now() - ${age}::interval + make_interval(secs => n), '{}', 'look', 'board', '{}'
        from generate_series(1, ${rows}::int) n`,
    );
  const anchors: Anchor[] = [];
  const anchor = async (age: string) => {
    await chainLog(jobs, place, { settle: 0 });
    const heads = await sql<Anchor[]>`
      select partnership_id as partnership, number::float8 as number, encode(hash, 'hex') as hash,
        to_char((app_now() - ${age}::interval) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from link where partnership_id = ${place} order by link.number desc limit 1`;
    await noteAnchored(jobs, heads, undefined);
    anchors.push(...heads);
  };
  await world.owns(["log", "link"], async (owner) => {
    await owner`delete from link`;
    await owner`delete from log`;
  });
  await writes("25 months", 7);
  await anchor("25 months");
  await writes("23 months", 5);
  await anchor("23 months");
  await writes("1 hour", 3);
  await anchor("0 seconds");
  expect(await verifyLog(sql, place, anchors)).toMatchObject({ rows: 15, from: null, bad: null });
  expect([await cutLog(jobs), await cutLog(jobs)]).toEqual([7, 0]);
  const cut = await verifyLog(sql, place, anchors);
  expect(cut).toMatchObject({ rows: 8, from: { number: 7, hash: anchors[0]?.hash }, bad: null });
  await world.owns(["log", "link"], async (owner) => {
    await owner`delete from log where id in (select log_id from link where number <= 12)`;
    await owner`delete from link where number <= 12`;
  });
  expect((await verifyLog(sql, place, anchors)).bad).toMatchObject({ why: "beheaded" });
  await sql.end();
});
