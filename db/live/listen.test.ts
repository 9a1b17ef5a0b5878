import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cloneDatabase, type TestDatabase } from "#scripts/test-database.ts";
import { openPool, type Pool } from "../client.ts";
import { type Ear, listen } from "./listen.ts";

let database: TestDatabase;
let pool: Pool;
let speaker: postgres.Sql;
beforeAll(async () => {
  database = await cloneDatabase();
  pool = openPool(database.appUrl);
  speaker = postgres(database.appUrl, { max: 1, connection: { application_name: "speaker" } });
});
afterAll(async () => {
  await speaker.end();
  await pool.close();
  await database.drop();
});

const say = (payload: unknown) =>
  speaker`select pg_notify('brobyg', ${typeof payload === "string" ? payload : JSON.stringify(payload)})`;
const told = { partnership: "here", posts: ["one", "two"] };

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await sleep(50);
  expect(condition()).toBe(true);
}

/** Ends the connection that listens, as whoever ends long transactions may. */
async function endListener(): Promise<void> {
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner.begin(async (sql) => {
    const [row] = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name = 'brobyg' and datname = current_database()`;
    await sql`set local role brobyg_watch`;
    await sql`select pg_terminate_backend(${row?.pid ?? 0})`;
  });
  await owner.end();
}

test("hears what is said, also after its connection broke, and nothing else", async () => {
  const heard: Parameters<Ear>[0][] = [];
  const { hear } = listen(pool);
  const deafen = hear((each) => heard.push(each));
  await until(() => heard.includes("all"));

  await say("no message");
  await say({ partnership: "here" });
  await say({ partnership: 1, posts: [] });
  await say({ ...told, posts: [...told.posts, 3] });
  await until(() => heard.length === 2);
  expect(heard[1]).toEqual(told);

  await endListener();
  await until(() => heard.length === 3);
  expect(heard[2]).toBe("all");
  await say(told);
  await until(() => heard.length === 4);
  expect(heard[3]).toEqual(told);

  deafen();
  await say(told);
  await sleep(100);
  expect(heard.length).toBe(4);
});

test("tells who comes later what they missed, and nothing that they knew", async () => {
  const listening = listen(pool);
  const heardBy = (missed?: number) => {
    const heard: Parameters<Ear>[0][] = [];
    listening.hear((each) => heard.push(each), missed);
    return heard;
  };
  const first = heardBy();
  await until(() => first.includes("all"));
  const before = performance.now();
  await say(told);
  await until(() => first.length === 2);
  expect(heardBy()).toEqual([]);
  expect(heardBy(performance.now() - before)).toEqual([told]);
  expect(heardBy(59_000)).toEqual(["all", told]);
  expect(heardBy(90_000)).toEqual(["all"]);
});

test("begins to hear when the database was away at first", { timeout: 20_000 }, async () => {
  const { hostname, port } = new URL(database.appUrl);
  const road = createServer((socket) => {
    socket.pipe(connect(Number(port), hostname)).pipe(socket);
  });
  await new Promise<void>((resolve) => road.listen(0, "127.0.0.1", resolve));
  const address = road.address();
  if (!address || typeof address === "string") throw new Error("no port");
  await new Promise((resolve) => road.close(resolve));

  const away = new URL(database.appUrl);
  away.host = `127.0.0.1:${address.port}`;
  const far = openPool(away.href);
  const heard: Parameters<Ear>[0][] = [];
  listen(far).hear((each) => heard.push(each));
  await sleep(300);
  expect(heard).toEqual([]);
  await new Promise<void>((resolve) => road.listen(address.port, "127.0.0.1", resolve));
  await until(() => heard.includes("all"));
  await say(told);
  await until(() => heard.length === 2);
  expect(heard).toEqual(["all", told]);
  await far.close();
  road.close();
});
