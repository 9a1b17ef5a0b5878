import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import type { BulkInput } from "#lib/referral/bulk-input.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { call } from "../meeting/call.ts";
import { placesFor } from "../meeting/series.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { performSeveral } from "./perform-several.ts";

const [vicevaert, adviser, colleague] = ["vicevaert.titanparken", "boligraadgiver.sck", "boligraadgiver2.sck"] as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sent = (service = "UDSAETTELSE") => world.logs(vicevaert, { service });
const does = (persona: string, input: BulkInput) => world.as(persona, (tx, me) => performSeveral(tx, me, input));
/** How each stands: on the agenda, whom it is given to, its latest act. */
const standing = (codes: readonly string[]) =>
  world.owns(
    ["referral", "handover", "event"],
    (sql) =>
      sql<{ agenda: boolean; person: string | null; state: string; act: string }[]>`
      select r.on_agenda as agenda, w.assigned as person, w.state, e.act from referral r
      join handover w on w.id = r.waiting_id join event e on e.referral_id = r.id and e.seq = r.events
      where r.code = any (${[...codes]}) order by r.code`,
  );
const personOf = (persona: string) => world.asks(persona, async (_tx, me) => me.person);

test("puts several on the agenda with an event each, and takes all of them back at once", async () => {
  const codes = [await sent(), await sent()].toSorted();
  const already = await sent();
  await world.does(adviser, "agenda", already);
  const before = await standing(codes);
  expect(await does(adviser, { act: "agenda", codes: [...codes, already] })).toEqual({ ok: true, value: { codes } });
  expect(await standing(codes)).toMatchObject(codes.map(() => ({ agenda: true, act: "agenda" })));
  expect(await does(colleague, { act: "undo", codes })).toMatchObject({ code: "not-yours" });
  expect(await does(adviser, { act: "undo", codes })).toEqual({ ok: true, value: { codes } });
  expect(await standing(codes)).toEqual(before.map((each) => ({ ...each, act: "undo" })));
  expect(await does(adviser, { act: "agenda", codes: [already] })).toMatchObject({ code: "on-agenda" });
});

test("gives several to a colleague of the same post, and to nobody else", async () => {
  const codes = [await sent(), await sent()].toSorted();
  const person = await personOf(colleague);
  expect(await does(adviser, { act: "assign", codes, person })).toMatchObject({ ok: true });
  expect(await standing(codes)).toMatchObject(codes.map(() => ({ person, state: "opened", act: "assign" })));
  expect(await does(adviser, { act: "undo", codes })).toMatchObject({ ok: true });
  expect(await standing(codes)).toMatchObject(codes.map(() => ({ person: null, state: "sent" })));
  const stranger = await personOf("mentor.sck");
  expect(await does(adviser, { act: "assign", codes, person: stranger })).toMatchObject({ code: "not-of-this-post" });
});

test("does nothing at all where one of them is not ours to do it to", async () => {
  const own = await sent();
  const hidden = await sent("SKP");
  const codes = [own, hidden].toSorted();
  expect(await does(adviser, { act: "agenda", codes })).toEqual({ ok: false, code: "not-found", field: hidden });
  expect(await standing([own])).toMatchObject([{ agenda: false }]);
});

test("puts several off to the next meeting that one is called to, on its agenda", async () => {
  const code = await sent();
  expect(await does(adviser, { act: "later", codes: [code] })).toMatchObject({ code: "no-next-meeting" });
  const coordinator = "sagsbehandler.sck";
  const [post, posts] = [await world.post(coordinator), [await world.post(adviser)]];
  await world.asks(coordinator, async (tx, me) => {
    const [place = ""] = placesFor(await directoryOf(tx, me), post);
    const series = (await agreementOf(tx, me)).meetings[0]?.code ?? "";
    valueOf(await call(tx, me, { series, onDay: addDays(me.today, 9), startsAt: "10:00", place, posts }));
  });
  expect(await does(adviser, { act: "later", codes: [code] })).toMatchObject({ ok: true });
  const [event] = await world.owns(
    ["event", "referral"],
    (sql) => sql`
      select (e.details ->> 'until')::date - door.today() as ahead, r.on_agenda as agenda from referral r
      join event e on e.referral_id = r.id and e.seq = r.events where r.code = ${code}`,
  );
  expect(event).toEqual({ ahead: 9, agenda: true });
});
