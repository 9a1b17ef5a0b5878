import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withDatabase } from "#scripts/connections.ts";
import { findDatabaseProblems } from "#scripts/live-database.ts";
import { type RunningPgbouncer, startPgbouncer } from "#scripts/pgbouncer.ts";
import { PROJECT } from "#scripts/project.ts";
import { asMember } from "../as-member.ts";
import { checkServer } from "../check-server.ts";
import { openPool, type Pool } from "../client.ts";
import { readInbox } from "../inbox/read-inbox.ts";
import { listen } from "../live/listen.ts";
import { openWorld, type World } from "../testing/world.ts";

// The application by way of PgBouncer in transaction mode: many clients on three connections to PostgreSQL, without prepared
// statements (Debian's is older than the first that keeps them).

const people = ["skp.sck", "boligraadgiver.sck", "sagsbehandler.sck", "vicevaert.titanparken", "forum"];
const clients = 20;
const questions = 500;

// oxlint-disable-next-line no-console -- a proof says its figure
const say = (figure: string) => console.log(`pooler: ${figure}`);

let world: World;
let pooler: RunningPgbouncer;
let pooled: Pool;
beforeAll(async () => {
  world = await openWorld();
  pooler = await startPgbouncer(world.database.appUrl, { connections: 3 });
  pooled = openPool(pooler.url, { max: clients });
}, 180_000);
afterAll(async () => {
  await pooled.close();
  await pooler.stop();
  await world.close();
});

test("everybody is answered as who they are, and nobody is anybody outside a transaction of their own", async () => {
  const known = new Map<string, string>();
  for (const persona of people) known.set(persona, await world.asks(persona, async (_, me) => me.person));
  const ask = async (at: number) => {
    const persona = people[at % people.length] ?? "";
    const told = await asMember(pooled, await world.token(persona), async ({ sql }, me) => {
      const [row] = await sql<{ me: string }[]>`select door.me() as me from pg_sleep(0.002)`;
      return { ok: true, value: [me.person, row?.me] };
    });
    const [bare] = await pooled.sql<{ me: string | null }[]>`select door.me() as me`;
    return told.ok && told.value.every((person) => person === known.get(persona)) && bare?.me === null;
  };
  const right = await Promise.all(Array.from({ length: questions }, (_, at) => ask(at)));
  expect(right.filter((each) => !each)).toEqual([]);
  const servers = await world.owns([], async (sql) => {
    await sql`set local role brobyg_watch`;
    return sql`select 1 from pg_stat_activity where usename = 'brobyg_app' and datname = current_database()`;
  });
  // The world has a pool of its own beside the pooler's three.
  expect(servers.length).toBeLessThan(clients / 2);
  say(`${questions} transactions of ${clients} clients on 3 connections`);
});

test("a connection begins with what the database says of its login", async () => {
  const [row] = await pooled.sql<{ plans: string }[]>`select current_setting('plan_cache_mode') as plans`;
  expect(row?.plans).toBe("force_generic_plan");
});

test("what is logged is in the inbox, and whoever listens at PostgreSQL's own address hears of it", async () => {
  const direct = openPool(world.database.appUrl, { max: 1 });
  const heard: unknown[] = [];
  listen(direct).hear((what) => heard.push(what));
  await expect.poll(() => heard, { timeout: 5_000 }).toContain("all");
  const code = await world.logs("vicevaert.titanparken", { service: "SKP" });
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(1);
  const inbox = await asMember(pooled, await world.token("skp.sck"), readInbox);
  expect(JSON.stringify(inbox)).toContain(code);
  await direct.close();
});

test("what would be lost by it is said before anything starts", async () => {
  const { appUrl, ownerUrl, jobsUrl } = world.database;
  const { port } = new URL(pooler.url);
  const through = (url: string) => Object.assign(new URL(url), { port }).href;
  const prepared = through(appUrl);
  const problems = (url: string, directUrl?: string) => findDatabaseProblems({ url, directUrl }, async () => {});

  expect(await problems(appUrl)).toEqual([expect.stringMatching(/^The database is a demo's/)]);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe("create or replace function door.installation() returns text language sql as $$ select 'live' $$");
  await owner.end();
  expect(await problems(appUrl)).toEqual([]);
  expect(await problems(appUrl, appUrl)).toEqual([]);
  expect(await problems(pooler.url, appUrl)).toEqual([]);
  expect(await problems(pooler.url)).toEqual([expect.stringMatching(/^DATABASE_URL goes through a pooler/)]);
  expect(await problems(pooler.url, pooler.url)).toEqual([
    "DATABASE_DIRECT_URL goes through a pooler such as PgBouncer. Name PostgreSQL's own address.",
  ]);
  expect(await problems(pooler.url, withDatabase(appUrl, "postgres"))).toEqual([
    "DATABASE_DIRECT_URL names another database than DATABASE_URL.",
  ]);
  expect(await problems(prepared, appUrl)).toEqual([
    expect.stringMatching(/^The pooler of DATABASE_URL loses prepared statements\. .* \?prepare=false/),
  ]);
  expect(await problems("postgres://brobyg_app:x@127.0.0.1:1/b")).toEqual([
    "No database answers at 127.0.0.1:1 (ECONNREFUSED).",
  ]);

  const own = await startPgbouncer(ownerUrl, { connections: 2 });
  await expect(checkServer(own.url)).rejects.toThrow(/^DATABASE_OWNER_URL goes through a pooler/);
  await own.stop();
  const jobs = await startPgbouncer(jobsUrl, { connections: 2 });
  expect(await lastWords("scripts/jobs.ts", { DATABASE_JOBS_URL: jobs.url, AUTH_URL: "https://brobyg.example" })).toBe(
    "DATABASE_JOBS_URL goes through a pooler such as PgBouncer. Name PostgreSQL's own address.",
  );
  await jobs.stop();
});

test("without prepared statements it is slower, by as much as is printed", async () => {
  const direct = openPool(world.database.appUrl, { max: 3 });
  const token = await world.token("skp.sck");
  const rate = async (pool: Pool) => {
    const began = performance.now();
    await Promise.all(Array.from({ length: 100 }, () => asMember(pool, token, readInbox)));
    return 100 / ((performance.now() - began) / 1000);
  };
  for (const pool of [direct, pooled]) await rate(pool);
  const [own, by] = [await rate(direct), await rate(pooled)];
  say(`inbox: ${own.toFixed()} a second at PostgreSQL itself, ${by.toFixed()} by way of the pooler`);
  expect(by).toBeGreaterThan(own / 20);
  await direct.close();
});

/** What a command of ours says before it ends by itself. */
async function lastWords(script: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [path.join(PROJECT, script)], {
    cwd: PROJECT,
    env: env as unknown as NodeJS.ProcessEnv,
  });
  let said = "";
  child.stderr.on("data", (text) => (said += String(text)));
  const [code] = (await once(child, "exit")) as [number];
  return code === 1 ? said.trim() : `ended with ${code}`;
}
