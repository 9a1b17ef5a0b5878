import { afterAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { call } from "./call.ts";
import { close } from "./close.ts";
import { readMeetings } from "./read-meetings.ts";
import { reopen, reopening } from "./reopen.ts";
import { start } from "./start.ts";

/** Forum may give a series to another function: whoever called its meetings before sees nothing of the later ones. */

const health = "sundhed.fc";
let world: World;
let place = "";
let first = "";
let next = "";
const onDay = (days: number) => ({ onDay: addDays(world.today(), days), startsAt: "10:00", place });
const calls = () => world.as(health, (tx, me) => call(tx, me, { series: "SUNDHEDSNETVAERK", ...onDay(40), posts: [] }));

beforeEach(async () => {
  await world?.close();
  world = await openWorld({ on: "2026-12-02T10:00" });
  const { calls: choices } = await world.asks(health, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
  place = choices[0]?.inTurn ?? "";
  first = valueOf(await calls()).id;
  valueOf(await world.as(health, (tx, me) => start(tx, me, first)));
  const closing = { meeting: first, words: anyWords, next: onDay(60) };
  next = valueOf(await world.as(health, (tx, me) => close(tx, me, closing))).next;
});
afterAll(() => world?.close());

/** From now on somebody else calls the second meeting, and nobody of the first is called to it. */
const another = () =>
  world.owns(["meeting", "meeting_post", "post"], async (sql) => {
    await sql`update meeting set convener_post = (select id from post where function = 'CAFE_NORA') where id = ${next}`;
    await sql`delete from meeting_post where meeting_id = ${next}`;
  });
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);
const opens = () => world.as(health, (tx, me) => reopen(tx, me, first)).then(refusal, String);
const offered = () => world.asks(health, (tx, me) => reopening(tx, me, first));

test("a meeting is opened again by whoever calls the next one too", async () => {
  expect(await offered()).toMatchObject({ next: { number: 2 } });
  expect(await opens()).toBe("no refusal");
});

test("a meeting is not opened again while somebody else calls the next one, and that is not offered", async () => {
  await another();
  expect([await offered(), await opens()]).toEqual([null, "minutes-stand"]);
});

test("nor once a meeting began that its reader sees nothing of", async () => {
  await another();
  await world.owns(
    ["meeting"],
    (sql) => sql`update meeting set state = 'held', begun_at = app_now() where id = ${next}`,
  );
  expect([await offered(), await opens()]).toEqual([null, "minutes-stand"]);
});

test("a meeting is the next of its series also for whoever sees none of the earlier ones", async () => {
  await another();
  await world.owns(["meeting"], (sql) => sql`update meeting set state = 'cancelled' where id = ${next}`);
  const called = await calls();
  expect(refusal(called)).toBe("no refusal");
  const [row] = await world.asks(
    health,
    ({ sql }) => sql<{ number: number }[]>`select number from meeting where id = ${valueOf(called).id}`,
  );
  expect(row?.number).toBe(3);
});
