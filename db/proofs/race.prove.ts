import { expect, test } from "vitest";
import { race } from "./race.ts";

test("exactly one of several at once wins, and the others hear who was first: 1,000 rounds", async () => {
  const began = Date.now();
  const { rounds, runners, wins } = await race({ rounds: 1_000, together: 2 });
  const seconds = Math.round((Date.now() - began) / 1000);
  const by = Object.entries(wins).map(([act, count]) => `${act} ${count}`);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(`race: ${rounds} rounds, ${runners} runners, one winner each (${by.join(", ")}); ${seconds} s`);
  expect(Object.values(wins).reduce((sum, count) => sum + count, 0)).toBe(1_000);
});
