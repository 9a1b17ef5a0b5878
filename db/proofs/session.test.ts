import { afterAll, beforeAll, expect, test } from "vitest";
import { type Eye, openEye } from "../testing/access/eye.ts";
import { openWorld, type World } from "../testing/world.ts";
import * as session from "./session.ts";

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

test.each([
  ["is new at every login", () => session.renewedAtLogin({ world, eye }, 2)],
  ["is new whenever a factor was shown again", () => session.renewedAtStepUp({ world, eye }, 2)],
  ["ends at once, whatever ends it", () => session.endedAtOnce({ world, eye }, 1)],
  ["is opened by no other token", () => session.tampered({ world, eye })],
  ["ends in time", () => session.endsInTime({ world, eye })],
])("a session %s", async (_claim, prove) => {
  const { tried, wrong } = await prove();
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(0);
});

test("a session that ended does not come back, also not as what it was just becoming", async () => {
  const { wrong, renewed } = await session.neverResurrected({ world, eye }, 60);
  expect(wrong).toEqual([]);
  // Some got their new token before the end came: those are what this is about.
  expect(renewed).toBeGreaterThan(0);
});
