import { expect, test } from "vitest";
import { intend } from "./intent.ts";

test("what is said more than once is done once: 24 intents", async () => {
  const { intents, calls } = await intend({ intents: 24 });
  expect(intents).toBe(24);
  expect(calls).toBe(68);
});
