import { expect, test } from "vitest";
import { intend } from "./intent.ts";

test("what is said more than once is done once: 1,000 intents", async () => {
  const began = Date.now();
  const { intents, calls } = await intend({ intents: 1_000 });
  const seconds = Math.round((Date.now() - began) / 1000);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(`intent: ${intents} intents in ${calls} calls, each done once; ${seconds} s`);
  expect(intents).toBe(1_000);
});
