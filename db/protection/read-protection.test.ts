import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loginDays, requestDays } from "#lib/anonymity/retention.ts";
import { addPartnership } from "../testing/elsewhere.ts";
import { addEmptyPartnership, first } from "../testing/empty-partnership.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { tick } from "./checklist.ts";
import { readProtection } from "./read-protection.ts";
import { schemaTables } from "./tables.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const read = (persona: string) => world.as(persona, (tx, me) => readProtection(tx, me, "da"));

test("the fields are those of the database, all of them", async () => {
  const rows = await world.asks(
    "dpo",
    ({ sql }) => sql<{ field: string }[]>`
      select c.relname || '.' || a.attname as field from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped`,
  );
  const fields = schemaTables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`));
  expect(fields.toSorted()).toEqual(rows.map(({ field }) => field).toSorted());
});

describe("the data protection officer", () => {
  test("reads who answers, refers and receives by the agreement in force", async () => {
    const view = valueOf(await read("dpo"));
    expect(view.controllers).toContain("Københavns Kommune");
    expect(view.controllers.length).toBeGreaterThan(1);
    expect(view.officers).toHaveLength(1);
    expect(view.services.find(({ code }) => code === "SKP")).toMatchObject({
      basis: "no-decision",
      to: expect.arrayContaining(["Støttekontaktperson"]),
    });
    expect(view.functions.find(({ name }) => name === "Boligrådgiver")).toMatchObject({ units: ["SCK"] });
    expect(view.functions.every(({ units, duties }) => units.length > 0 && duties.length > 0)).toBe(true);
  });

  test("reads of no person and no referral", async () => {
    await world.logs("vicevaert.titanparken", { service: "SKP" });
    const told = JSON.stringify(valueOf(await read("dpo")));
    const [people, codes] = await Promise.all([
      world.owns(["person"], (sql) => sql<{ name: string }[]>`select name from person`),
      world.owns(["referral"], (sql) => sql<{ code: string }[]>`select code from referral`),
    ]);
    const named = [...people.map(({ name }) => name), ...codes.map(({ code }) => code)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => told.includes(name))).toEqual([]);
  });
});

test("the administrator, who settles most of the checklist, reads the same", async () => {
  const { checklist: theirs, ...theirRecord } = valueOf(await read("admin"));
  const { checklist: officers, ...record } = valueOf(await read("dpo"));
  expect(theirRecord).toEqual(record);
  const mine = ({ points }: typeof theirs) => points.filter((each) => each.mine).map(({ point }) => point);
  expect(mine(theirs)).toEqual(["joint-controllers", "processing", "dpia", "residents"]);
  expect(mine(officers)).toEqual(["officer"]);
});

test("a tick is read with its function and day, in a demo too, which does not ask for it", async () => {
  const of = async () => valueOf(await read("dpo")).checklist;
  expect((await of()).required).toBe(false);
  expect((await of()).points.map(({ ticked }) => ticked)).toEqual([null, null, null, null, null]);
  await world.as("admin", (tx, me) => tick(tx, me, { point: "dpia", on: "2026-01-05" as never }));
  const { ticked } = (await of()).points.find(({ point }) => point === "dpia") ?? {};
  expect(ticked).toEqual({ by: expect.stringMatching(/^Administrator, /), on: "2026-01-05" });
});

test("before the first agreement it tells what there is: functions, units, fields, the checklist", async () => {
  const alone = await openWorld();
  try {
    await addEmptyPartnership(alone);
    const view = valueOf(await alone.as(first("dpo"), (tx, me) => readProtection(tx, me, "da")));
    expect(view).toMatchObject({ version: null, services: [], officers: ["Databeskyttelsesrådgiver, Amager"] });
    expect(view.functions.map(({ code }) => code).toSorted()).toEqual(["ADMINISTRATOR", "DATABESKYTTELSE", "FORUM"]);
    expect(view.checklist.points.map(({ mine }) => mine)).toEqual([false, false, false, true, false]);
  } finally {
    await alone.close();
  }
});

test("for everybody else it is not there", async () => {
  await addPartnership(world);
  for (const persona of personas.filter((each) => each !== "dpo" && each !== "admin"))
    expect([persona, await read(persona)]).toEqual([persona, expect.objectContaining({ code: "not-found" })]);
});

test("what the login keeps goes after the days that the page says", async () => {
  const [row] = await world.asks(
    "dpo",
    ({ sql }) => sql<{ purge: string }[]>`select prosrc as purge from pg_proc where proname = 'purge'`,
  );
  const said = [
    ...(row?.purge ?? "").matchAll(/delete from (\w+) where .*?\w+\)? < public\.app_now\(\) - interval '(\d+) days?'/g),
  ];
  expect(Object.fromEntries(said.map(([, table, days]) => [table, Number(days)]))).toEqual({
    ...loginDays,
    holding_request: requestDays,
    responsible_request: requestDays,
  });
});
