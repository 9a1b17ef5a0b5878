import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { beHere } from "#db/referral/be-here.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { presentSeconds } from "#lib/referral/presence.ts";
import { endPresence } from "./end-presence.ts";

let world: World;
let jobs: Pool;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 1 });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

test("deletes whoever has said nothing for some seconds, and nobody who is there", async () => {
  const [left, there] = ["vicevaert.titanparken", "boligraadgiver.sck"] as const;
  const code = await world.logs(left, { service: "UDSAETTELSE" });
  const reader = { locale: "da", aPlan: "En helhedsplan" } as const;
  await world.as(left, (tx, me) => beHere(tx, me, { code, there: true, reader }));
  await world.owns(
    ["presence"],
    (sql) => sql`update presence set seen_at = seen_at - make_interval(secs => ${presentSeconds + 1})`,
  );
  await world.as(there, (tx, me) => beHere(tx, me, { code, there: true, reader }));
  expect(await endPresence(jobs)).toBe(1);
  expect(await endPresence(jobs)).toBe(0);
  const kept = await world.asks(there, async ({ sql }) => (await sql`select 1 from presence`).length);
  expect(kept).toBe(1);
});
