import { expect, test } from "vitest";
import { compare } from "./compare.ts";

test("the database does what the handover says, and nothing else: 60 sequences of acts", async () => {
  const figures = await compare({ sequences: 60, together: 3, seed: 2013 });
  expect(figures.done).toBeGreaterThan(100);
  expect(figures.refused).toBeGreaterThan(100);
});
