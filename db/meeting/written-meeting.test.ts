import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";

/** What whoever leads a meeting writes of it with any SQL, and what not. */

const coordinator = "sagsbehandler.sck";
const health = "sundhed.fc";
let world: World;
let meeting = "";
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  meeting = valueOf((await callAs(world, coordinator, { onDay: addDays(world.today(), 44) })).called).id;
  await world.token(health);
  // A demo tells of earlier days.
  await world.owns([], async (sql) => {
    await sql`create or replace function door.installation() returns text language sql immutable as $$ select 'live'::text $$`;
  });
});
afterAll(() => world.close());

class Undo extends Error {}
/** The SQLSTATE that refuses it, or what it made of the row; nothing of it stays. */
const bySql = async (persona: string, text: string) => {
  let outcome: unknown = "nothing";
  await world
    .asks(persona, async ({ sql }) => {
      const [row] = await sql.unsafe(text);
      outcome = row ?? "no row";
      throw new Undo();
    })
    .catch((error: { code?: string }) => {
      if (!(error instanceof Undo)) outcome = error.code ?? "no code";
    });
  return outcome;
};

test.each([
  "series = 'SUNDHEDSNETVAERK'",
  "number = 2147483647",
  "convener_post = (select id from post where function = 'SUNDHED_NAERMILJOE')",
  "begun_at = app_now()",
  "sequence = -5",
  "id = gen_random_uuid()",
])("whoever leads a meeting does not say that its %s", async (change) => {
  expect(await bySql(coordinator, `update meeting set ${change} where id = '${meeting}'`)).toBe("42501");
});

test("who is called stands with the meeting, and is no other by a change", async () => {
  const text = `update meeting_post set post_id = (select id from post where function = 'PROJEKTLEDER' limit 1)
    where meeting_id = '${meeting}'`;
  expect(await bySql(coordinator, text)).toBe("42501");
});

test("nobody is called to a meeting whom its series does not call", async () => {
  const calls = (functions: string) =>
    bySql(
      coordinator,
      `insert into meeting_post (partnership_id, meeting_id, post_id)
       select partnership_id, '${meeting}', id from post where function ${functions}
         and id not in (select post_id from meeting_post where meeting_id = '${meeting}') limit 1 returning attendance`,
    );
  expect(await calls("= 'SUNDHED_NAERMILJOE'")).toBe("42501");
  expect(await calls("in ('MYNDIGHEDSTEAM', 'BROBYGNINGSKONSULENT')")).toEqual({ attendance: null });
});

const made = (more = "", value = "") => `
  insert into meeting (partnership_id, id, series, state, on_day, starts_at, place_unit, convener_post${more && `, ${more}`})
  select p.partnership_id, gen_random_uuid(), 'SUNDHEDSNETVAERK', 'called', door.today(), '09:00', p.unit_id, p.id${value && `, ${value}`}
  from post p where p.id = any (door.posts()) and p.function = 'SUNDHED_NAERMILJOE' returning number, state, begun_at`;

test("a meeting is born called, as the next of its series, and is nothing else yet", async () => {
  expect(await bySql(health, made())).toEqual({ number: 1, state: "called", begun_at: null });
  for (const state of ["held", "closed", "cancelled"])
    expect([state, await bySql(health, made().replace("'called'", `'${state}'`))]).toEqual([state, "42501"]);
  for (const [column, value] of Object.entries({
    number: "2147483647",
    begun_at: "app_now()",
    closed_at: "app_now()",
    called_for: "door.today()",
    sequence: "9",
    quiet: "12",
    asked: "'{}'",
  }))
    expect([column, await bySql(health, made(column, value))]).toEqual([column, "42501"]);
});

test("a meeting is called for a day of the coming year, and was held on the day it began", async () => {
  for (const day of ["door.today() - 1", "door.today() + 367"]) {
    expect(await bySql(health, made().replace("door.today()", day))).toBe("BB005");
    expect(await bySql(coordinator, `update meeting set on_day = ${day} where id = '${meeting}'`)).toBe("BB005");
    const held = `update meeting set state = 'held', on_day = ${day} where id = '${meeting}' returning on_day::text as day`;
    expect(await bySql(coordinator, held)).toEqual({ day: world.today() });
  }
});
