import { expect, test } from "vitest";
import { minutesWords } from "#app/api/meetings/[id]/close/minutes-words.ts";
import { openWorld } from "../testing/world.ts";
import { seedDemo } from "./seed-demo.ts";

test("the demo's stories can be told on the day of the run, and begin it once", async () => {
  const world = await openWorld();
  try {
    await seedDemo({ ...world.database, minutesWords });
    const count = () => world.owns(["referral"], async (sql) => (await sql`select 1 from referral`).count);
    const told = await count();
    expect(told).toBeGreaterThan(400);
    await seedDemo({ ...world.database, minutesWords });
    expect(await count()).toBe(told);
  } finally {
    await world.close();
  }
});
