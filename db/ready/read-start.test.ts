import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Point, points } from "#lib/protection/checklist.ts";
import type { Left, Start } from "#lib/ready/ready.ts";
import { noteCheck } from "../log/note-check.ts";
import { addEmptyPartnership, first } from "../testing/empty-partnership.ts";
import { makeLive, tickChecklist } from "../testing/live.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, type World } from "../testing/world.ts";
import { readStart } from "./read-start.ts";

const start = (world: World, who: string): Promise<Start> => world.asks(who, async (tx, me) => readStart(tx, me, "da"));
const left = async (world: World, who = "admin"): Promise<Left> => {
  const found = (await start(world, who)).left;
  if (!found) throw new Error(`${who} is asked nothing`);
  return found;
};

describe("of a partnership that works", () => {
  let world: World;
  let place: string;
  beforeAll(async () => {
    world = await openWorld({ on: "2026-12-02T10:00" });
    place = await world.asks("admin", async (_tx, me) => me.partnership);
    for (const persona of personas.filter((each) => !each.includes("@"))) await world.token(persona);
  });
  afterAll(() => world.close());

  const ended = async (posts: string[]): Promise<unknown> => {
    const ids = await Promise.all(posts.map(world.post));
    return world.owns(
      ["holding"],
      (sql) => sql`update holding set valid_to = '2026-12-01' where post_id = any (${ids}::uuid[])`,
    );
  };
  const begunAgain = () =>
    world.owns(["holding"], (sql) => sql`update holding set valid_to = null where valid_to = '2026-12-01'`);

  test("the administrator alone is asked, and a demo asks for no checklist", async () => {
    const { agreement, unticked, unreceived } = await left(world);
    expect({ agreement, unticked, unreceived }).toEqual({ agreement: null, unticked: [], unreceived: [] });
    for (const persona of personas.filter((each) => each !== "admin" && !each.includes("@")))
      expect([persona, await start(world, persona)]).toEqual([persona, { left: null, operation: [], advice: false }]);
  });

  test("a function that nobody holds, and the service that only it receives", async () => {
    const before = await left(world);
    await ended(["skp.sck"]);
    const after = await left(world);
    expect(after.vacant.filter((label) => !before.vacant.includes(label))).toEqual(["Støttekontaktperson, SCK"]);
    expect(after.unreceived).toContain("Støttekontaktperson");
    await begunAgain();
    expect(await left(world)).toEqual(before);
  });

  test("somebody who is to have it from a later day counts, and somebody away", async () => {
    const before = await left(world);
    const id = await world.post("skp.sck");
    await world.owns(["holding"], (sql) => sql`update holding set valid_from = '2027-01-01' where post_id = ${id}`);
    expect(await left(world)).toEqual(before);
    await world.owns(["holding"], (sql) => sql`update holding set valid_from = '2013-12-12' where post_id = ${id}`);
  });

  test("a function of the agreement that no unit has", async () => {
    await world.owns(["function", "function_name"], async (sql) => {
      await sql`insert into function (partnership_id, code, duties, valid_from) values (${place}, 'NY', '{receive}', '2026-01-01')`;
      await sql`insert into function_name (partnership_id, function, valid_from, da, en)
        values (${place}, 'NY', '2026-01-01', 'Gadejurist', 'Street lawyer')`;
    });
    expect((await left(world)).unplaced).toContain("Gadejurist");
  });

  describe("the machinery", () => {
    const operation = async () => (await start(world, "admin")).operation;
    const asJobs = async <T>(run: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
      const sql = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
      try {
        return await run(sql);
      } finally {
        await sql.end();
      }
    };

    test("of which nothing has run is told in three lines, each gone when it is done", async () => {
      expect(await operation()).toEqual(["mail", "anchor", "check"]);
      await asJobs(
        (sql) => sql`
        insert into mail (partnership_id, id, to_address, kind, "values", locale, sent_at)
        values (${place}, gen_random_uuid(), 'a@b.example', 'anchor', '{}', 'da', app_now())`,
      );
      expect(await operation()).toEqual(["anchor", "check"]);
      await asJobs((sql) => sql`insert into anchor (partnership_id, number, hash) values (${place}, 1, '\\x00')`);
      expect(await operation()).toEqual(["check"]);
      await asJobs((sql) => noteCheck(sql, place, true));
      expect(await operation()).toEqual([]);
    });

    test("a log that did not hold stays there until it is checked and holds", async () => {
      await asJobs((sql) => noteCheck(sql, place, false));
      expect(await operation()).toEqual(["unsound"]);
      await asJobs((sql) => noteCheck(sql, place, true));
      expect(await operation()).toEqual([]);
    });

    test("a head that was anchored once does not cover what was logged since, but for the last day", async () => {
      await world.turnTo("2026-12-04T10:00");
      await world.signsInAgain("admin");
      expect(await operation()).toEqual(["anchor"]);
      await world.turnTo("2026-12-02T10:00");
      await world.signsInAgain("admin");
    });

    test("nobody else is told", async () => {
      for (const persona of ["dpo", "forum", "leder.sck", "vicevaert.titanparken"]) {
        const told = await world.asks(persona, async ({ sql }) => sql`select * from door.operation()`);
        expect([persona, told.length]).toEqual([persona, 0]);
      }
    });
  });

  test("nothing of it is said of a revision of what governs", async () => {
    await world.owns(
      ["agreement_draft", "agreement"],
      (sql) => sql`
      insert into agreement_draft (partnership_id, based_on, content, proposed, version)
      select partnership_id, id, content, true, 1 from agreement where partnership_id = ${place}`,
    );
    expect((await left(world)).agreement).toBe(null);
  });
});

describe("of a live one", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ on: "2026-12-02T10:00" });
    for (const persona of ["admin", "dpo"]) await world.token(persona);
    await makeLive(world);
  });
  afterAll(() => world.close());

  test("what is not ticked is told the administrator, and the officer of the advice alone", async () => {
    expect((await left(world)).unticked).toEqual(points);
    expect((await start(world, "dpo")).advice).toBe(true);
    const open: Point[] = ["dpia"];
    await tickChecklist(world, open);
    expect((await left(world)).unticked).toEqual(open);
    expect((await start(world, "dpo")).advice).toBe(false);
    await tickChecklist(world);
    expect((await left(world)).unticked).toEqual([]);
  });
});

describe("of one without an agreement", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ on: "2026-12-02T10:00" });
    await addEmptyPartnership(world, { without: ["forum"] });
    for (const who of ["admin", "dpo"] as const) await world.token(first(who));
    await makeLive(world);
  });
  afterAll(() => world.close());

  test("the administrator is told of the agreement first, who is missing, and the checklist", async () => {
    expect(await left(world, first("admin"))).toEqual({
      agreement: { state: "none" },
      unplaced: [],
      vacant: ["Forum, Amager"],
      unreceived: [],
      unticked: points,
    });
  });

  test("an edition that is adopted and to come is told with its day", async () => {
    await world.owns(
      ["agreement", "partnership"],
      (sql) => sql`
      insert into agreement (partnership_id, id, number, valid_from, content)
      select p.id, gen_random_uuid(), 1, '2027-01-04', a.content from partnership p, agreement a where p.name = 'Amager'`,
    );
    expect((await left(world, first("admin"))).agreement).toEqual({ state: "comes", from: "2027-01-04" });
  });
});
