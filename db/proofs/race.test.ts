import { expect, test } from "vitest";
import { race } from "./race.ts";

test("exactly one of several at once wins, and the others hear who was first: 28 rounds", async () => {
  const { rounds, runners } = await race({ rounds: 28, together: 2 });
  expect(rounds).toBe(28);
  expect(runners).toBeGreaterThan(2 * 28);
});
