import { afterAll, beforeAll, expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import type { Tx } from "../client.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { addPoint, removePoint } from "./add-point.ts";
import { cancel } from "./cancel.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMeetings } from "./read-meetings.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
const title = "Hvem har nøglen?";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const calls = async () => {
  const onDay = await world.asks(coordinator, async (_tx, me) => me.today);
  return (await callAs(world, coordinator, { onDay })).called;
};
const meetings = () => world.asks(coordinator, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
const seenBy = (persona: string, id: string) =>
  world.asks(persona, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })));
const cancels = (persona: string, meeting: string) => world.as(persona, (tx, me) => cancel(tx, me, meeting));
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);

test("a called meeting is cancelled by its convener, before it begins, for good", async () => {
  const id = valueOf(await calls()).id;
  valueOf(await world.as("vicevaert.titanparken", (tx, me) => addPoint(tx, me, { meeting: id, title })));
  expect(refusal(await cancels("skp.sck", id))).toBe("not-yours");
  expect(refusal(await cancels("sundhed.fc", id))).toBe("no-meeting");
  valueOf(await cancels(coordinator, id));
  expect(refusal(await cancels(coordinator, id))).toBe("meeting-over");
  expect(refusal(await world.as(coordinator, (tx, me) => start(tx, me, id)))).toBe("meeting-over");
  await expect(
    world.asks(coordinator, ({ sql }) => sql`update meeting set state = 'called' where id = ${id}`),
  ).rejects.toMatchObject({ code: "BB005" });
  expect(await meetings()).toMatchObject({ next: [], earlier: [{ id, state: "cancelled" }] });
});

test("a cancelled meeting makes room for another, to which its points come", async () => {
  const other = valueOf(await calls()).id;
  expect(await seenBy("skp.sck", other)).toMatchObject({ number: 2, state: "called" });
  const point = (await seenBy("skp.sck", other)).items.find((item) => item.kind === "point");
  expect(point).toMatchObject({ title, by: expect.stringContaining("Titanparken") });
  valueOf(
    await world.as("vicevaert.titanparken", (tx, me) =>
      removePoint(tx, me, { meeting: other, point: point?.id ?? "" }),
    ),
  );
});

test("a meeting that began is held to its end", async () => {
  const held = ({ sql }: Tx) => sql`update meeting set state = 'held' where state = 'called'`;
  const then = ({ sql }: Tx) => sql`update meeting set state = 'cancelled' where state = 'held'`;
  await expect(
    world.asks(coordinator, async (tx) => {
      await held(tx);
      await then(tx);
    }),
  ).rejects.toMatchObject({ code: "BB005" });
});
