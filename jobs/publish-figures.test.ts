import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { countQuarter } from "#db/figures/count-quarter.ts";
import { readFigures } from "#db/figures/read-figures.ts";
import { seedPast } from "#db/seed/demo-past.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { nextQuarter, type Quarter, quarterOf } from "#lib/figures/quarter.ts";
import { publishFigures } from "./publish-figures.ts";

let world: World;
let jobs: Pool;
let today: Day;
/** The quarter that everything of this file happened in, once time has been set back for it. */
let past: Quarter;
let partnership: string;

/** Logged, answered and ended today, then set back, all of it, into a quarter that is over. */
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  ({ today, partnership } = await world.asks("forum", async (_tx, me) => me));
  past = quarterOf(addDays(quarterOf(today), -200));
  const eviction = { service: "UDSAETTELSE" };
  for (let each = 0; each < 6; each += 1) {
    const code = await world.logs("vicevaert.titanparken", eviction);
    await world.does("boligraadgiver.sck", "accept", code);
    await world.does("boligraadgiver.sck", "complete", code, { outcome: "AFVAERGET", means: [] });
  }
  const returned = await world.logs("vicevaert.titanparken", eviction);
  await world.does("boligraadgiver.sck", "return", returned, { reason: "SAMTYKKE" });
  const undone = await world.logs("vicevaert.titanparken", eviction);
  await world.does("boligraadgiver.sck", "accept", undone);
  await world.does("boligraadgiver.sck", "undo" as never, undone);
  await world.logs("vicevaert.titanparken", { ...eviction, onTheSpot: true });
  const voided = await world.logs("vicevaert.titanparken", eviction);
  await world.does("boligraadgiver.sck", "accept", voided);
  await world.does("leder.akb", "void", voided, { reason: "FORKERT" });
  await world.owns(["event"], async (sql) => {
    await sql`update event set at = ${`${addDays(past, 20)}T10:00:00Z`}`;
  });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const of = (persona: string, quarter?: Quarter) => world.as(persona, (tx, me) => readFigures(tx, me, { quarter }));
const stored = () =>
  world.owns(
    ["release"],
    (sql) => sql<{ quarter: string; content: object }[]>`
  select quarter::text, content from release order by quarter`,
  );

describe("what is counted", () => {
  test("is every referral but those logged by mistake, and every answer but those taken back", async () => {
    const counts = await jobs.sql.begin((sql) => countQuarter({ sql }, { partnership, quarter: past }));
    const add = (all: readonly { count: number }[]) => all.reduce((total, { count }) => total + count, 0);
    expect(add(counts.referrals)).toBe(9);
    expect(counts.referrals.every(({ direction }) => direction === "fromHousing")).toBe(true);
    const answered = (kind: string) => add(counts.answers.filter(({ answer }) => answer === kind));
    expect([answered("accepted"), answered("returned"), answered("redirected"), answered("advised")]).toEqual([
      6, 1, 0, 0,
    ]);
    expect(counts.reasons.map(({ code }) => code)).toEqual(["SAMTYKKE"]);
    expect(add(counts.finished.filter(({ outcome }) => outcome === "helped"))).toBe(7);
  });
});

describe("the figures of a quarter", () => {
  test("are published once it is over, all that are missing, and none a second time", async () => {
    expect(await publishFigures(jobs, addDays(nextQuarter(past), -1))).toBe(0);
    expect(await publishFigures(jobs, today)).toBeGreaterThan(2);
    const first = await stored();
    expect(first[0]?.quarter).toBe(past);
    expect(first.at(-1)?.quarter).toBe(quarterOf(addDays(quarterOf(today), -1)));
    await world.logs("vicevaert.titanparken", { service: "SKP" });
    await world.owns(["event"], async (sql) => {
      await sql`update event set at = ${`${addDays(past, 20)}T10:00:00Z`} where at > app_now() - interval '1 day'`;
    });
    expect(await publishFigures(jobs, today)).toBe(0);
    expect(await stored()).toEqual(first);
  });

  test("hold no number from one to four, and nobody's name, post or id (C12)", async () => {
    const { shown } = valueOf(await of("forum", past));
    const { referrals, answers, finished } = shown?.release ?? {};
    expect(referrals?.grid?.total).toBe(9);
    const numbers = [referrals, answers, finished].flatMap((table) =>
      table?.grid
        ? [...table.grid.cells.flat(), ...table.grid.rowTotals, ...table.grid.columnTotals, table.grid.total]
        : [],
    );
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((each) => typeof each === "number" && each > 0 && each < 5)).toEqual([]);
    const text = JSON.stringify(shown);
    const ids = await world.owns(
      ["post", "person", "unit"],
      (sql) => sql<{ id: string }[]>`
      select id from post union all select id from person union all select id from unit`,
    );
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter(({ id }) => text.includes(id))).toEqual([]);
  });

  test("are for Boligsocialt Forum and leaders, and not there for anybody else", async () => {
    for (const persona of ["forum", "leder.akb", "leder.sck", "myndighed.suf"])
      expect(valueOf(await of(persona)).quarters.length, persona).toBeGreaterThan(0);
    for (const persona of ["vicevaert.titanparken", "sagsbehandler.sck", "admin", "dpo"]) {
      expect(await of(persona), persona).toMatchObject({ ok: false, code: "not-found" });
      const rows = await world.asks(persona, async ({ sql }) => sql`select 1 from release`);
      expect(rows, persona).toHaveLength(0);
    }
    expect(await of("forum", quarterOf(today))).toMatchObject({ ok: false, code: "not-found" });
  });

  test.each(["update release set content = '{}'", "delete from release"])("are frozen: %s", async (statement) => {
    await expect(jobs.sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    await expect(world.asks("forum", async ({ sql }) => sql.unsafe(statement))).rejects.toMatchObject({
      code: "42501",
    });
  });
});

test("the demo has a year of figures that are worth seeing", async () => {
  const demo = await openWorld();
  const pool = openPool(demo.database.jobsUrl, { max: 2 });
  try {
    await seedPast(demo.database);
    expect(await publishFigures(pool, today)).toBe(4);
    const { quarters, shown } = valueOf(await demo.as("forum", (tx, me) => readFigures(tx, me)));
    expect(quarters.map(({ total }) => typeof total)).toEqual(["number", "number", "number", "number"]);
    const { referrals, answers, returned, finished, times } = shown?.release ?? {};
    expect([referrals?.grid, answers?.grid, returned?.list, finished?.grid].includes(null)).toBe(false);
    expect(times?.filter(({ median }) => median !== null).length).toBeGreaterThan(2);
    const inReferrals = referrals?.grid?.cells.flat() ?? [];
    expect(inReferrals.some((each) => each === "few" || each === "hidden")).toBe(true);
  } finally {
    await pool.close();
    await demo.close();
  }
});
