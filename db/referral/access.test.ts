import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leadAll, type Situation, situations } from "../testing/situations.ts";
import { type Persona, personas, sightOf } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { type Found, findSeers, readAccess } from "./read-access.ts";

const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const people = personas.slice(0, -1);
const names = Object.keys(situations) as Situation[];
const tables = [
  "referral",
  "handover",
  "event",
  "consent",
  "referral_matter",
  "message",
  "resident_mark",
  "result",
] as const;

let world: World;
let codes: Record<Situation, string>;
const ids: Partial<Record<Situation, string>> = {};

beforeAll(async () => {
  world = await openWorld();
  codes = await leadAll(world);
  // A moment's leave to undo is over ten seconds later.
  await world.owns(["event"], (sql) => sql`update event set at = at - interval '11 seconds'`);
  const rows = await world.owns(
    ["referral"],
    (sql) => sql<{ id: string; code: string }[]>`select id, code from referral`,
  );
  for (const name of names) ids[name] = rows.find(({ code }) => code === codes[name])?.id ?? "";
});
afterAll(async () => world.close());

/** Somebody who is told who sees it: its origin, always. */
const originOf = (name: Situation): Persona => people.find((each) => sightOf(each, name).includes("origin")) as Persona;

const panel = (name: Situation): Promise<Found[]> => world.asks(originOf(name), (tx) => findSeers(tx, codes[name]));

type Row = { id: string; name: string };
/** Every table in which a row of a referral is found. */
const found = tables
  .map(
    (table) => `select distinct ${table === "referral" ? "id" : "referral_id"} as id, '${table}' as name from ${table}`,
  )
  .join(" union all ");

/** The same as "situation table". */
const told = (rows: readonly Row[]): Set<string> =>
  new Set(rows.flatMap(({ id, name }) => names.filter((each) => ids[each] === id).map((each) => `${each} ${name}`)));

const postsOf = (persona: Persona) => world.asks(persona, async (_tx, me) => me.posts as string[]);

describe("who can see it, as the panel says, is what the policies let each session read (B38)", () => {
  let panels: [Situation, Found[]][];
  /** What there is no row of cannot be found, whatever the policy says. */
  let there: Set<string>;
  beforeAll(async () => {
    panels = [];
    for (const name of names) panels.push([name, await panel(name)]);
    there = told(await world.owns(tables, (sql) => sql.unsafe<Row[]>(found)));
  });

  test.each(people)("for %s, of every referral and every table", async (persona) => {
    const posts = await postsOf(persona);
    const says = panels.flatMap(([name, rows]) =>
      rows.flatMap(({ post, told: asked, sees }) =>
        asked || !posts.includes(post) ? [] : sees.map((table) => `${name} ${table}`),
      ),
    );
    const reads = told(await world.asks(persona, ({ sql }) => sql.unsafe<Row[]>(found)));
    expect([...new Set(says)].filter((each) => there.has(each)).toSorted()).toEqual([...reads].toSorted());
  });

  test("a leader who would have to be told the code finds with it what the panel says", async () => {
    const all = await panel("sent");
    const posts = await postsOf("leder.akb");
    const asked = all.filter((each) => each.told && posts.includes(each.post));
    expect(asked.map(({ sees }) => sees)).toEqual([["referral"]]);
    expect(all.some((each) => !each.told && posts.includes(each.post))).toBe(false);
  });

  test("who protects data finds looks, and nothing of the referral", async () => {
    const posts = await postsOf("dpo");
    const theirs = (await panel("sent")).filter((each) => !each.told && posts.includes(each.post));
    expect(theirs.map(({ sees }) => sees)).toEqual([["log"]]);
  });
});

describe("it is told", () => {
  test.each(people)("to %s only where they have the whole of it", async (persona) => {
    for (const name of names) {
      const whole = sightOf(persona, name).some((sight) => sight === "origin" || sight === "whole");
      const answer = await world.as(persona, (tx, me) => readAccess(tx, me, { code: codes[name], reader }));
      expect(`${name} ${answer.ok ? "told" : answer.code}`).toBe(`${name} ${whole ? "told" : "not-found"}`);
    }
  });
});

describe("the looks", () => {
  const looksAs = async (persona: Persona) =>
    valueOf(await world.as(persona, (tx, me) => readAccess(tx, me, { code: codes.taken, reader }))).looks;

  test("say the week of another unit and the day of one's own, no person and no time", async () => {
    await looksAs("boligraadgiver.sck");
    const seen = await looksAs("vicevaert.titanparken");
    const theirs = seen.find(({ posts }) => posts.some((post) => post.startsWith("Boligrådgiver")));
    expect(Object.keys(theirs?.when ?? {}).toSorted()).toEqual(["iso", "week"]);
    expect(JSON.stringify(seen)).not.toMatch(/T\d\d:|\d\d[.:]\d\d/);
    const again = await looksAs("vicevaert.titanparken");
    const own = again.find(({ posts }) => posts.some((post) => post.includes("Titanparken")));
    expect(Object.keys(own?.when ?? {})).toEqual(["day"]);
  });
});
