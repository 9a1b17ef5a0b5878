import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "./testing/world.ts";

let world: World;
let owner: postgres.Sql;
beforeAll(async () => {
  world = await openWorld();
  await world.token("skp.sck");
  owner = postgres(world.database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

test("the owner sees no row by the policies of the door, which it can become", async () => {
  const seen = async (sql: postgres.TransactionSql) => (await sql`select 1 from session`).length;
  await owner.begin(async (sql) => {
    expect(await seen(sql)).toBe(0);
    await sql`set local role brobyg_door`;
    expect(await seen(sql)).toBeGreaterThan(0);
  });
});

test("the owner inherits the rights of no other role", async () => {
  const [row] = await owner<{ inherits: string | null }[]>`
    select string_agg(rolname, ', ') as inherits from pg_roles
    where rolname in ('brobyg_app', 'brobyg_jobs', 'brobyg_door', 'brobyg_watch') and pg_has_role(oid, 'usage')`;
  expect(row?.inherits).toBeNull();
});

test("both logins begin with what the database says, and need no settings of a client's", async () => {
  const [version] = await owner<{ new: boolean }[]>`
    select current_setting('server_version_num')::int >= 170000 as new`;
  for (const url of [world.database.appUrl, world.database.jobsUrl]) {
    const bare = postgres(url, { max: 1 });
    const [row] = await bare<{ plans: string; longest: string | null }[]>`
      select current_setting('plan_cache_mode') as plans, current_setting('transaction_timeout', true) as longest`;
    expect(row).toEqual({ plans: "force_generic_plan", longest: version?.new ? "100s" : null });
    await bare.end();
  }
});
