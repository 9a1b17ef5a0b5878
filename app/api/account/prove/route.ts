import { z } from "zod";
import { step } from "#app/_server/step.ts";
import { beginCeremony } from "#db/account/my-account.ts";
import { ok } from "#lib/result.ts";

/** Begins to show again who one is. `/api/login/code` and `/api/login/key` take it on, and give a new token. */
export const POST = step({
  of: "account",
  input: z.strictObject({}),
  run: async ({ asMember }) => {
    const begun = await asMember((tx) => beginCeremony(tx, "step-up"));
    return begun.ok ? ok({ value: null, kept: begun.value }) : begun;
  },
  next: () => "/account",
});
