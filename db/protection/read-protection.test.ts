import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loginDays, requestDays } from "#lib/anonymity/retention.ts";
import { addPartnership } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
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

test("for everybody else it is not there", async () => {
  await addPartnership(world);
  for (const persona of personas.filter((each) => each !== "dpo"))
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
  });
});
