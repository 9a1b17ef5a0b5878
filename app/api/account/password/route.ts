import { z } from "zod";
import { spend } from "#app/_server/limit.ts";
import { step } from "#app/_server/step.ts";
import { changePassword } from "#db/account/my-account.ts";
import { ok } from "#lib/result.ts";

const password = z.string("choose").max(1_000);

/** Another password, from somebody who knows the old one. Every other session ends. */
export const POST = step({
  of: "account",
  input: z.strictObject({ old: password, password }),
  run: async ({ asMember }, input) => {
    const changed = await asMember(
      async (tx, me) => (await spend("password", me.account)) ?? changePassword(tx, input),
    );
    return changed.ok ? ok({ value: null }) : changed;
  },
  next: () => "/account",
});
