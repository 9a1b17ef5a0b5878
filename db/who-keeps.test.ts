import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPartnership } from "./testing/elsewhere.ts";
import { type Persona, personas } from "./testing/who-sees.ts";
import { openWorld, type World } from "./testing/world.ts";

/**
 * Who keeps which row of the directory: everybody is asked to do each thing to one person and one post, and only those
 * named may. For a person of another partnership that row is as absent as one that never was.
 */

let world: World;
const theirs = { person: "", post: "", agreement: "", unit: "" };
/** The end of this week: until then, or the end of a later week, a post says whether it has room. */
const sunday = "(date_trunc('week', app_now() at time zone 'Europe/Copenhagen')::date + 6)";
class Undo extends Error {}

async function outcome(persona: string, statement: string): Promise<string | number> {
  let result: string | number = "nothing";
  const done = world.asks(persona, async ({ sql }) => {
    result = (await sql.unsafe(statement)).count;
    throw new Undo();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) result = (error as postgres.PostgresError).code ?? String(error);
  });
  return result;
}

beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  theirs.post = await world.post("boligraadgiver.sck");
  await world.asks("boligraadgiver.sck", async ({ sql }, me) => {
    theirs.person = me.person;
    theirs.agreement = me.agreement ?? "";
    const [row] = await sql<{ id: string }[]>`select unit_id as id from post where id = ${theirs.post}`;
    theirs.unit = row?.id ?? "";
    await sql`insert into absence (partnership_id, person_id, from_day, to_day) values
      (${me.partnership}, ${me.person}, '2030-01-01', '2030-01-09')`;
    await sql`insert into capacity (partnership_id, post_id, service, state, until_day) values
      (${me.partnership}, ${theirs.post}, 'UDSAETTELSE', 'slow', ${sql.unsafe(sunday)})`;
  });
  await world.asks(
    "admin",
    ({ sql }, me) =>
      sql`insert into agreement_draft (partnership_id, based_on, content) values (${me.partnership}, ${me.agreement}, '{}')`,
  );
});
afterAll(async () => world.close());

const here = "(select partnership_id from person where id = door.me())";
type Case = [what: string, who: Persona[], statement: () => string];

const leader: Persona = "leder.sck";
const holders: Persona[] = ["boligraadgiver.sck", "boligraadgiver2.sck"];
const inserts: Case[] = [
  [
    "says that somebody is away",
    ["boligraadgiver.sck", leader, "admin"],
    () => `insert into absence (partnership_id, person_id, from_day, to_day)
      values (${here}, '${theirs.person}', '2031-01-01', '2031-01-02')`,
  ],
  [
    "gives somebody a post",
    [leader, "admin"],
    () => `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      values (${here}, '${theirs.person}', '${theirs.post}', 'deputy', door.today())`,
  ],
  [
    "says that a post has no room",
    [...holders, leader],
    () => `insert into capacity (partnership_id, post_id, service, state, until_day)
      values (${here}, '${theirs.post}', 'BOLIGYDELSE', 'slow', ${sunday})`,
  ],
  [
    "makes a unit",
    ["admin"],
    () => `insert into unit (partnership_id, id, kind, valid_from)
      values (${here}, gen_random_uuid(), 'municipal-unit', '2031-01-01')`,
  ],
  [
    "makes a post",
    ["admin"],
    () => `insert into post (partnership_id, id, unit_id, function, valid_from)
      values (${here}, gen_random_uuid(), '${theirs.unit}', 'PROJEKTLEDER', '2031-01-01')`,
  ],
  [
    "names a unit anew",
    ["admin"],
    () => `insert into unit_name (partnership_id, unit_id, valid_from, name, short)
      values (${here}, '${theirs.unit}', '2031-01-01', 'Nyt navn', 'Nyt')`,
  ],
];

const changes: Case[] = [
  [
    "changes an absence",
    ["boligraadgiver.sck", leader, "admin"],
    () => `update absence set to_day = '2030-01-08' where person_id = '${theirs.person}'`,
  ],
  [
    "takes an absence back",
    ["boligraadgiver.sck", leader, "admin"],
    () => `delete from absence where person_id = '${theirs.person}'`,
  ],
  [
    "changes somebody's telephone",
    ["boligraadgiver.sck", leader, "admin"],
    () => `update person set phone = '' where id = '${theirs.person}'`,
  ],
  [
    "changes a post's telephone and hours",
    [...holders, leader, "admin"],
    () => `update post set phone = '', hours = null, checked_on = '2026-01-01' where id = '${theirs.post}'`,
  ],
  [
    "ends somebody's time at a post",
    [leader, "admin"],
    () =>
      `update holding set valid_to = '2031-01-01' where person_id = '${theirs.person}' and post_id = '${theirs.post}'`,
  ],
  [
    "changes whether a post has room",
    [...holders, leader],
    () => `update capacity set until_day = ${sunday} + 7 where post_id = '${theirs.post}'`,
  ],
  [
    "says that there is room again",
    [...holders, leader],
    () => `delete from capacity where post_id = '${theirs.post}'`,
  ],
  [
    "changes a unit's name",
    ["admin"],
    () => `update unit_name set name = 'x', short = 'x' where unit_id = '${theirs.unit}'`,
  ],
  ["reads a revision that is being prepared", ["admin"], () => "select 1 from agreement_draft"],
  ["changes a revision that is being prepared", ["admin"], () => "update agreement_draft set version = 2"],
  ["drops a revision that is being prepared", ["admin"], () => "delete from agreement_draft"],
];

describe("only those named", () => {
  /** By the policy, or before it by the step that says who gives posts and what a post may say. */
  const refusals = ["42501", "BB006", "BB010"];

  test.each(inserts)("%s", async (_what, who, statement) => {
    for (const persona of personas) {
      const found = await outcome(persona, statement());
      expect([persona, who.includes(persona) ? [1] : refusals]).toEqual([persona, expect.arrayContaining([found])]);
    }
  });

  test.each(changes)("%s", async (_what, who, statement) => {
    for (const persona of personas)
      expect([persona, await outcome(persona, statement())]).toEqual([persona, who.includes(persona) ? 1 : 0]);
  });
});

describe("nobody", () => {
  test.each([
    ["changes where a unit belongs", () => `update unit set parent_id = parent_id where id = '${theirs.unit}'`],
    ["changes what a function is there for", () => "update function set duties = duties"],
    ["changes what somebody is called", () => `update person set name = name where id = '${theirs.person}'`],
    ["says whose absence one was", () => "update absence set person_id = person_id"],
  ])("%s", async (_what, statement) => {
    for (const persona of personas) expect([persona, await outcome(persona, statement())]).toEqual([persona, "42501"]);
  });

  test("says that they themselves have left", async () => {
    for (const [persona, found] of [
      ["boligraadgiver.sck", "BB006"],
      [leader, 1],
      ["skp.sck", 0],
    ] as const)
      expect([
        persona,
        await outcome(persona, `update person set left_on = door.today() where id = '${theirs.person}'`),
      ]).toEqual([persona, found]);
  });

  test("but the administrator says when a post ends", async () => {
    const ends = `update post set valid_to = '2031-01-01' where id = '${theirs.post}'`;
    for (const [persona, found] of [
      ["boligraadgiver.sck", "BB006"],
      [leader, "BB006"],
      ["admin", 1],
      ["forum", 0],
    ] as const)
      expect([persona, await outcome(persona, ends)]).toEqual([persona, found]);
  });

  test.each(["log", "link", "anchor"])("adds to, changes or removes what stands in %s", async (table) => {
    for (const persona of personas)
      for (const statement of [
        `insert into ${table} default values`,
        `update ${table} set partnership_id = partnership_id`,
        `delete from ${table}`,
      ])
        expect([persona, await outcome(persona, statement)]).toEqual([persona, "42501"]);
  });
});
