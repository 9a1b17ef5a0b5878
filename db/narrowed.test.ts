import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { narrowed } from "./testing/catalogue.ts";
import { addPartnership, elsewhere } from "./testing/elsewhere.ts";
import { leadAll } from "./testing/situations.ts";
import { personas } from "./testing/who-sees.ts";
import { openWorld, type World } from "./testing/world.ts";

/**
 * What each view of the door shows, read from the tables under their own policies instead: the same rows, column by column.
 */
const asPolicies: Record<string, string> = {
  "door.my_party": `select partnership_id, referral_id, post_id, scope, until, sees_result from party
    where post_id = any (door.posts()) and scope <> 'none' and (until is null or until >= door.today())`,
  "door.overseen_party": `select partnership_id, referral_id, post_id, scope, until, sees_result from party
    where post_id = any (door.overseen()) and scope <> 'none' and (until is null or until >= door.today())`,
  "door.my_received": `select h.partnership_id, h.referral_id, h.id, h.to_post from handover h join party p
      on p.partnership_id = h.partnership_id and p.referral_id = h.referral_id and p.post_id = h.to_post
    where h.to_post = any (door.posts()) and p.scope <> 'none' and (p.until is null or p.until >= door.today())
      and (p.scope <> 'part' or h.state not in ('proposed', 'undone'))`,
  "door.open_to_me": "select partnership_id, id from referral where status = 'open' and door.has_duty('coordinate')",
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await leadAll(world);
  // What somebody has just done is in their hands for ten seconds, and no longer.
  await world.owns(["event"], (sql) => sql`update event set at = at - interval '11 seconds'`);
  await addPartnership(world);
  await world.logs(elsewhere("vicevaert.titanparken"), { service: "UDSAETTELSE" });
  // Some parts have run out, some since today, some last until today.
  await world.owns(
    ["party"],
    (sql) => sql`update party p set until = door.today() - 1 + n.number % 3 from (
      select referral_id, post_id, row_number() over (order by referral_id, post_id)::int as number from party) n
      where n.number % 2 = 0 and p.referral_id = n.referral_id and p.post_id = n.post_id`,
  );
});
afterAll(async () => world.close());

const everybody = [...personas, elsewhere("boligraadgiver.sck")];
const rows = async (sql: postgres.TransactionSql, read: string): Promise<string[]> => {
  const found = await sql.unsafe<{ row: string }[]>(`select to_jsonb(x)::text as row from (${read}) x order by 1`);
  return found.map(({ row }) => row);
};

test("each of the door's views is compared here", () => {
  expect(Object.keys(asPolicies).toSorted()).toEqual(narrowed.toSorted());
});

describe.each(Object.entries(asPolicies))("%s", (view, read) => {
  test.each(everybody)("shows %s what the table's own policy shows them, and nothing else", async (persona) => {
    const [shown, expected] = await world.asks(persona, async ({ sql }) => [
      await rows(sql, `select * from ${view}`),
      await rows(sql, read),
    ]);
    expect(shown).toEqual(expected);
  });

  test("shows some rows to somebody, and not all of them to anybody", async () => {
    const counts = await Promise.all(
      everybody.map((persona) =>
        world.asks(persona, async ({ sql }) => (await rows(sql, `select * from ${view}`)).length),
      ),
    );
    const all = await world.owns(["party", "handover", "referral"], (sql) =>
      sql.unsafe<{ rows: number }[]>(
        `select count(*)::int as rows from ${view.endsWith("party") ? "party" : view === "door.my_received" ? "handover" : "referral"}`,
      ),
    );
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(all[0]?.rows ?? 0);
  });

  test("shows nobody anything, and lets nobody write", async () => {
    const strangers = await world.pool.sql.unsafe(`select * from ${view}`);
    expect(strangers).toHaveLength(0);
    const writing = [
      `delete from ${view}`,
      `update ${view} set partnership_id = partnership_id`,
      `insert into ${view} default values`,
    ];
    for (const statement of writing) {
      const done = world.asks("boligraadgiver.sck", ({ sql }) => sql.unsafe(statement));
      await expect(done).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|55000)$/) });
    }
  });

  test("lets no condition look at a row that it does not show", async () => {
    const { seen, held } = await world.owns([], async (sql) => {
      const [row] = await sql<{ options: string[]; owner: string }[]>`
        select reloptions as options, relowner::regrole::text as owner from pg_class where oid = ${view}::regclass`;
      return { seen: row?.options, held: row?.owner };
    });
    expect([seen, held]).toEqual([["security_barrier=true"], "brobyg_door"]);
  });
});
