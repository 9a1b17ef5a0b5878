import { afterAll, beforeAll, expect, test } from "vitest";
import { callPeople } from "#jobs/call-people.ts";
import { addDays } from "#lib/calendar/day.ts";
import { openPool, type Pool } from "../client.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { attend } from "./attend.ts";
import { inviteGuest } from "./guests.ts";
import { readMeeting } from "./read-meeting.ts";
import { start } from "./start.ts";
import { undoStart } from "./undo-start.ts";

const coordinator = "sagsbehandler.sck";
let world: World;
let jobs: Pool;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T16:00" });
  jobs = openPool(world.database.jobsUrl, { max: 1 });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const guests = () => world.owns(["meeting_guest"], (sql) => sql`select 1 from meeting_guest`);
const called = async () =>
  (await world.owns(["mail"], (sql) => sql`select 1 from mail where kind in ('meeting-called', 'guest-called')`))
    .length;

test("a start is not taken back the next day, when its guests are forgotten", async () => {
  const { called: made } = await callAs(world, coordinator, { onDay: addDays(world.today(), 44), series: "TEMAMOEDE" });
  const meeting = valueOf(made).id;
  valueOf(
    await world.as(coordinator, (tx, me) => inviteGuest(tx, me, { meeting, mail: "ejendomsmester@bolig.example" })),
  );
  await callPeople(jobs);
  const before = await called();
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
  await world.turnTo("2026-12-03T08:00");
  await world.signsInAgain(coordinator);
  await callPeople(jobs);
  const undone = await world.as(coordinator, (tx, me) => undoStart(tx, me, meeting));
  expect([undone, (await guests()).length, await called()]).toMatchObject([{ code: "meeting-decided" }, 0, before]);
  await expect(world.asks(coordinator, ({ sql }) => sql`select door.undo_start(${meeting})`)).rejects.toMatchObject({
    code: "BB005",
  });
});

test("a start that is taken back forgets no word that was sent before it", async () => {
  const { called: made } = await callAs(world, coordinator, { onDay: addDays(world.today(), 44) });
  const meeting = valueOf(made).id;
  const post = await world.post("mentor.sck");
  const noted = async () =>
    (
      await world.asks(coordinator, async (tx, me) => valueOf(await readMeeting(tx, me, { id: meeting, lang: "da" })))
    ).posts.map(({ attendance }) => attendance);
  valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting, post, attendance: "apologies" })));
  const before = await noted();
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
  valueOf(await world.as(coordinator, (tx, me) => undoStart(tx, me, meeting)));
  expect(await noted()).toEqual(before);
});
