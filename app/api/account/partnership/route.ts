import { z } from "zod";
import { step } from "#app/_server/step.ts";
import { switchPartnership } from "#db/account/my-account.ts";
import { ok } from "#lib/result.ts";

/** Goes on in another partnership of one's own, under a new token. */
export const POST = step({
  of: "account",
  input: z.strictObject({ partnership: z.uuid() }),
  run: async ({ asMember }, { partnership }) => {
    const switched = await asMember((tx) => switchPartnership(tx, partnership));
    return switched.ok ? ok({ value: null, kept: switched.value }) : switched;
  },
});
