import { expect, test } from "vitest";
import { compare } from "./compare.ts";

test("the database does what the handover says, and nothing else: 2,000 sequences of acts", async () => {
  const began = Date.now();
  const { sequences, acts, done, refused, rarest } = await compare({ sequences: 2_000, together: 6, seed: Date.now() });
  const seconds = Math.round((Date.now() - began) / 1000);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `model: ${sequences} sequences, ${acts} acts (${done} done, ${refused} refused), none otherwise than the model; rarest done: ${rarest}; ${seconds} s`,
  );
  expect(sequences).toBe(2_000);
});
