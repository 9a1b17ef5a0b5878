import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { removeFactor } from "#db/account/my-account.ts";

export const POST = change({
  input: z.strictObject({ factor: z.uuid() }),
  run: (tx, _me, { factor }) => removeFactor(tx, factor),
  next: () => "/account",
});
