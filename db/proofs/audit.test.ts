import { expect, test } from "vitest";
import { audit } from "./audit.ts";

test("one chain comes of several writers and two chainers, and six attacks on it are found", async () => {
  const { sound, forks, found } = await audit({ writers: 4, appends: 400 });
  expect(sound).toMatchObject({ bad: null, waiting: 0, anchors: 2 });
  expect(sound.rows).toBeGreaterThanOrEqual(420);
  expect(forks).toBe(0);
  expect(found).toHaveLength(6);
  for (const { attack, why, number, meant } of found) expect({ attack, why, number }).toEqual({ attack, ...meant });
});
