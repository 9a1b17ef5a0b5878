import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../account/sign-in.ts";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import { type Eye, openEye } from "../testing/access/eye.ts";
import { nowhere } from "../testing/newcomer.ts";
import { openWorld, type World } from "../testing/world.ts";
import { guess, guessCodes, replay, strange } from "./login-abuse.ts";

let world: World;
let eye: Eye;
beforeAll(async () => {
  world = await openWorld({ connections: 4 });
  eye = await openEye(world);
});
afterAll(async () => {
  await eye.close();
  await world.close();
});

test("of many guesses six a minute are looked at, and the rightful one is never locked out", async () => {
  expect(await guess({ world, eye }, { guesses: 60, sources: 10 })).toMatchObject({ looked: 6, lockedOut: 0 });
  expect(await guessCodes({ world, eye }, 20)).toMatchObject({ looked: 6, lockedOut: 0 });
});

test("what was used once opens nothing again, also not at the same time", async () => {
  expect((await replay({ world, eye }, 1)).opened).toEqual([]);
});

test("an address opens for nobody who writes it strangely", async () => {
  const address = addressOf("boligraadgiver.sck");
  const tries = (email: string) => signIn(world.pool, { email, password: demoPassword }, nowhere);
  for (const email of strange(address)) {
    await eye.sql`delete from throttle`;
    expect([email, (await tries(email)).ok]).toEqual([email, false]);
  }
  expect((await tries(address)).ok).toBe(true);
});
