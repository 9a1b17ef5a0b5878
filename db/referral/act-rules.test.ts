import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { payBy } from "#lib/eviction/pay-by.ts";
import { acts, eventNames } from "#lib/referral/acts.ts";
import { parseCode } from "#lib/referral/code.ts";
import { screens } from "../log/look.ts";
import { openWorld, type World } from "../testing/world.ts";
import { hashId } from "./new-ids.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

/** Asks a function that only the database's own functions may call. */
const asks = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> =>
  world.owns([], async (sql) => {
    await sql`set local role brobyg_door`;
    const rows = await sql.unsafe<T[]>(statement, values as never[]);
    await sql`reset role`;
    return rows;
  });

test("the database knows the events of the rules, in their order, and no other", async () => {
  const rows = await asks<{ name: string }>(
    "select enumlabel as name from pg_enum where enumtypid = 'event_act'::regtype order by enumsortorder",
  );
  expect(rows.map(({ name }) => name)).toEqual(eventNames);
});

test("who may do what from which state is the same in the rules and in the database", async () => {
  const [row] = await asks<{ rules: unknown }>("select door.act_rules() as rules");
  const rules = Object.fromEntries(Object.entries(acts).map(([name, { by, need }]) => [name, { by, need }]));
  expect(row?.rules).toEqual(rules);
});

test("the database knows the screens that are looked at, and no other", async () => {
  const [row] = await asks<{ screens: string[] }>("select door.screens() as screens");
  expect(row?.screens).toEqual(screens);
});

test("working days are counted alike, from 2020 to 2040", async () => {
  const closed = ["06-05", "12-24", "12-31"];
  const days = workingDays(closed);
  const first = "2020-01-01" as Day;
  const rows = await asks<{ day: Day; working: boolean; third: Day; before: Day; pays: Day }>(
    `select day::date::text as day, door.is_working_day(day::date, $1::text[]) as working,
      door.working_day(day::date, 3, $1::text[])::text as third, door.working_day_before(day::date, $1::text[])::text as before,
      door.pay_by(day::date)::text as pays
    from generate_series($2::date, '2040-12-31'::date, interval '1 day') day order by day`,
    [closed, first],
  );
  const here = rows.map(({ day }) => ({
    day,
    working: days.isWorkingDay(day),
    third: days.add(day, 3),
    before: days.before(day),
    pays: payBy(day),
  }));
  expect(rows).toHaveLength(7_671);
  expect(rows).toEqual(here);
});

test("working days that are left are counted alike", async () => {
  const days = workingDays();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 60 }), async (at, length) => {
      const from = addDays("2024-01-01" as Day, at);
      const to = addDays(from, length);
      const [row] = await asks<{ left: number }>(
        "select door.working_days_left($1::date, $2::date, '{06-05,12-24,12-31}') as left",
        [from, to],
      );
      expect(row?.left).toBe(days.between(from, to));
    }),
    { numRuns: 20 },
  );
});

test("codes are those of lib, and ids of events and handovers are known to whoever writes them", async () => {
  const codes = await asks<{ code: string }>(
    "select door.new_code(gen_random_uuid()) as code from generate_series(1, 500)",
  );
  expect(codes.filter(({ code }) => parseCode(code) !== code)).toEqual([]);
  expect(new Set(codes.map(({ code }) => code)).size).toBeGreaterThan(490);
  const seed = "0b5bcd4e-3a51-4f52-8f3c-6c1b2a1d0e9f";
  const [row] = await asks<{ id: string }>("select door.hash_id($1) as id", [seed]);
  expect(row?.id).toBe(hashId(seed));
});
