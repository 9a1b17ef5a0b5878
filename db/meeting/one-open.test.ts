import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { call } from "./call.ts";
import { cancel } from "./cancel.ts";
import { close } from "./close.ts";
import { reopen } from "./reopen.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
let world: World;
let closed = "";
let place = "";
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  const made = await callAs(world, coordinator, { onDay: world.today() });
  closed = valueOf(made.called).id;
  place = made.place;
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, closed)));
  const next = { onDay: addDays(world.today(), 56), startsAt: "09:30", place };
  const { next: later } = valueOf(
    await world.as(coordinator, (tx, me) => close(tx, me, { meeting: closed, words: anyWords, next })),
  );
  valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, later)));
});
afterAll(() => world.close());

type Act = Parameters<typeof world.as<unknown>>[1];
const calls: Act = (tx, me) =>
  call(tx, me, { series: "NETVAERKSMOEDE", onDay: addDays(world.today(), 30), startsAt: "09:30", place, posts: [] });
const reopens: Act = (tx, me) => reopen(tx, me, closed);
const said = (result: Result<unknown>) => (result.ok ? "done" : result.code);

const waiting = () =>
  world.owns([], async (sql) => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted`;
    expect(row?.count).toBeGreaterThan(0);
  });

/** The first has done it and not said so yet when the second does its own; nothing of either stays. */
async function atOnce(first: Act, second: Act): Promise<string[]> {
  const done = Promise.withResolvers<void>();
  const may = Promise.withResolvers<void>();
  const one = world.as(coordinator, async (tx, me) => {
    const result = await first(tx, me);
    done.resolve();
    await may.promise;
    return result;
  });
  await done.promise;
  const two = world.as(coordinator, second).then(said, (error: { code: string }) => `error ${error.code}`);
  await vi.waitFor(waiting, 10_000);
  may.resolve();
  return [said(await one), await two];
}

test("whoever opens a meeting again while the next is called is told that it is too late", async () => {
  expect(await atOnce(calls, reopens)).toEqual(["done", "minutes-stand"]);
  const [row] = await world.owns(
    ["meeting"],
    (sql) => sql<{ id: string }[]>`select id from meeting where state = 'called'`,
  );
  valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, row?.id ?? "")));
});

test("whoever calls the next one while a meeting is opened again is told that there is one", async () => {
  expect(await atOnce(reopens, calls)).toEqual(["done", "already-called"]);
});
