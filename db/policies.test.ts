import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPartnership, elsewhere } from "./testing/elsewhere.ts";
import { leadAll, type Situation, situations } from "./testing/situations.ts";
import { type Persona, personas, type Sight, sightOf } from "./testing/who-sees.ts";
import { openWorld, type World } from "./testing/world.ts";

type Row = Record<string, unknown> & { key: string; of: Situation | "elsewhere" };
/** The posts that make a row somebody's: those of their own, those of the units they lead. */
type Mine = { own: readonly string[]; led: readonly string[]; person: string };

const never = () => false;
const always = () => true;
const among = (value: unknown, posts: readonly string[]) => posts.includes(String(value));
const shown = ({ state }: Row) => state !== "proposed" && state !== "undone";

/** The origin hears how it goes only with consent to feedback, which ends when the consent is taken back. */
const mayHear = ({ of }: Row) => of !== "silent" && of !== "concealed";

/** What each sight is of each table that tells of a referral; "part" and "unit" are one's own rows among them. */
const sees: Record<string, Record<Sight, (row: Row, mine: Mine) => boolean>> = {
  referral: { origin: mayHear, whole: always, facts: always, part: always, overview: always, unit: always },
  handover: {
    origin: (row) => mayHear(row) || row["accepted_on"] === null,
    whole: always,
    facts: always,
    part: (row, { own }) => among(row["to_post"], own) && shown(row),
    overview: always,
    unit: (row, { led }) => (among(row["to_post"], led) || among(row["from_post"], led)) && shown(row),
  },
  event: {
    origin: (row) => row["act"] !== "progress" || mayHear(row),
    whole: always,
    facts: always,
    // Whoever takes it over tells those who had it.
    part: (row, { own }) =>
      among(row["post_id"], own) || among(row["handover_to"], own) || among(row["handed_from"], own),
    overview: never,
    unit: never,
  },
  party: {
    origin: always,
    whole: always,
    facts: always,
    part: (row, { own }) => among(row["post_id"], own),
    overview: never,
    unit: (row, { led }) => among(row["post_id"], led),
  },
  result: { origin: mayHear, whole: always, facts: always, part: never, overview: never, unit: never },
  referral_matter: { origin: always, whole: always, facts: never, part: never, overview: never, unit: never },
  consent: { origin: always, whole: always, facts: always, part: never, overview: never, unit: never },
  message: {
    origin: ({ of }) => of !== "silent",
    whole: always,
    facts: never,
    part: never,
    overview: never,
    unit: never,
  },
  resident_mark: { origin: always, whole: never, facts: never, part: never, overview: never, unit: never },
};

/** What tells the rows of a table apart. */
const key: Record<string, string> = {
  referral_matter: "x.referral_id || '/' || x.version",
  consent: "x.referral_id || '/' || x.seq",
  party: "x.referral_id || '/' || x.post_id",
  resident_mark: "x.referral_id::text",
};
const keyOf = (table: string) => key[table] ?? "x.id::text";

let world: World;
let codes: Record<Situation, string>;
const there: Record<string, Row[]> = {};

const handoverTo =
  "(select h.to_post from handover h where h.id = x.handover_id) as handover_to, x.details ->> 'from' as handed_from";

beforeAll(async () => {
  world = await openWorld();
  codes = await leadAll(world);
  // Whoever did something may still undo it: ten seconds later that is over.
  await world.owns(["event"], (sql) => sql`update event set at = at - interval '11 seconds'`);
  await addPartnership(world);
  const away = await world.logs(elsewhere("vicevaert.titanparken"), { service: "UDSAETTELSE" });
  const names = new Map(Object.entries({ ...codes, elsewhere: away }).map(([name, code]) => [code, name]));
  await world.owns([...Object.keys(sees), "notice"], async (sql) => {
    for (const table of [...Object.keys(sees), "notice"]) {
      const rows = await sql.unsafe<(Row & { its_code: string })[]>(`
        select x.*, ${keyOf(table)} as key, r.code as its_code ${table === "event" ? `, ${handoverTo}` : ""}
        from ${table} x join referral r on r.id = x.${table === "referral" ? "id" : "referral_id"}`);
      there[table] = rows.map((row) => ({ ...row, of: names.get(row.its_code) as Situation }));
    }
  });
});
afterAll(async () => world.close());

/** The rows that this persona's own eyes find, by what tells them apart. */
const found = (persona: Persona, table: string): Promise<string[]> =>
  world.asks(persona, async ({ sql }) => {
    const rows = await sql.unsafe<{ id: string }[]>(`select ${keyOf(table)} as id from ${table} x`);
    return rows.map(({ id }) => id);
  });

const mineOf = (persona: Persona): Promise<Mine> =>
  world.asks(persona, async ({ sql }, me) => {
    const [row] = await sql<{ led: string[] }[]>`select door.overseen() as led`;
    return { own: me.posts, led: row?.led ?? [], person: me.person };
  });

const tell = (rows: Row[]) => rows.map((row) => `${row.of} ${row.key}`).toSorted();

describe.each(Object.entries(sees))("of %s", (table, sights) => {
  test.each(personas.slice(0, -1))("%s sees what is theirs and nothing else", async (persona) => {
    const mine = await mineOf(persona);
    const expected = (there[table] ?? []).filter(
      (row) => row.of !== "elsewhere" && sightOf(persona, row.of).some((sight) => sights[sight](row, mine)),
    );
    const ids = new Set(await found(persona, table));
    const seen = (there[table] ?? []).filter((row) => ids.has(row.key));
    expect(tell(seen)).toEqual(tell(expected));
    expect(ids.size).toBe(expected.length);
  });

  test("somebody of another partnership sees the rows of that one alone", async () => {
    const ids = new Set(await found(personas.at(-1) as Persona, table));
    const seen = (there[table] ?? []).filter((row) => ids.has(row.key));
    expect(seen.every(({ of }) => of === "elsewhere")).toBe(true);
    expect(ids.size).toBe((there[table] ?? []).filter(({ of }) => of === "elsewhere").length);
  });
});

describe("of notices", () => {
  /** Every other one can still be undone for an hour: none is released while it is looked for. */
  const soon = new Set<string>();
  beforeAll(async () => {
    const rows = await world.owns(
      ["notice"],
      (sql) => sql<{ id: string; soon: boolean }[]>`
        update notice n set release_at = app_clock() + case when o.nth % 2 = 0 then interval '1 hour' else interval '-1 hour' end
        from (select id, row_number() over (order by id) as nth from notice) o where o.id = n.id
        returning n.id, o.nth % 2 = 0 as soon`,
    );
    for (const row of rows) if (row.soon) soon.add(row.id);
  });

  test("some can still be undone", () => {
    expect(soon.size).toBeGreaterThan(1);
  });

  test.each(personas)("%s sees those to their posts and those they caused", async (persona) => {
    const mine = await mineOf(persona);
    const ids = new Set(await found(persona, "notice"));
    const released = ({ id, dropped_at }: Row) => !soon.has(String(id)) && !dropped_at;
    const expected = (there["notice"] ?? []).filter(
      (row) => row["person_id"] === mine.person || (among(row["to_post"], mine.own) && released(row)),
    );
    expect([...ids].toSorted()).toEqual(expected.map((row) => String(row["id"])).toSorted());
  });
});

describe("a referral that is hidden", () => {
  test.each(personas)("cannot be told by %s from one that does not exist", async (persona) => {
    const hidden = (Object.keys(situations) as Situation[]).filter((name) => sightOf(persona, name).length === 0);
    expect(hidden.length).toBeGreaterThan(0);
    for (const name of hidden) {
      const answers = await Promise.all(
        [codes[name], "2A2A2A2A"].map((code) => world.tries(persona, "agenda", code).then((answer) => answer)),
      );
      expect(answers[0]).toEqual({ ok: false, code: "not-found" });
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  test.each(Object.keys(sees))("by its id gives no row of %s, like an id that nobody has", async (table) => {
    const key = table === "referral" ? "id" : "referral_id";
    const id = there["referral"]?.find(({ of }) => of === "taken")?.["id"] as string;
    for (const persona of ["vicevaert.lundtoftegade", "mentor.sck", "forum", "admin", "dpo"]) {
      const rows = await world.asks(persona, ({ sql }) =>
        sql.unsafe(`select 1 from ${table} where ${key} in ($1, $2)`, [id, randomUUID()]),
      );
      expect(rows).toHaveLength(0);
    }
  });
});

describe("the leader of a housing organisation", () => {
  const rows = (code: string | null) =>
    world.asks("leder.akb", async ({ sql }) => {
      if (code) await sql`select set_config('app.code', ${code}, true)`;
      const count = async (table: string) => (await sql.unsafe(`select 1 from ${table}`)).length;
      return {
        referral: await count("referral"),
        matter: await count("referral_matter"),
        text: await count("message"),
      };
    });

  test("sees no row unasked", async () => {
    expect(await rows(null)).toEqual({ referral: 0, matter: 0, text: 0 });
  });
  test("sees the facts of the one whose code was told, and no matter", async () => {
    expect(await rows(codes.sent)).toEqual({ referral: 1, matter: 0, text: 0 });
  });
  test("sees nothing of another organisation, told or not", async () => {
    expect(await rows(codes.homeHelp)).toEqual({ referral: 0, matter: 0, text: 0 });
  });
});

describe("a deputy", () => {
  test("acts for the post during the absence and not a day longer", async () => {
    const saw = () => world.asks("skp.sck", ({ sql }) => sql`select 1 from referral where code = ${codes.deputised}`);
    expect(await saw()).toHaveLength(1);
    await world.owns(["absence"], (sql) => sql`update absence set to_day = from_day`);
    expect(await saw()).toHaveLength(0);
  });
});
