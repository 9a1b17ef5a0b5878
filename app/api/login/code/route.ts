import { z } from "zod";
import { begunBy } from "#app/_server/begun.ts";
import { goesOn } from "#app/_server/goes-on.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { passWithCode } from "#db/account/factor.ts";
import { isRecoveryCode } from "#db/account/recovery.ts";
import { loginFor } from "#lib/login/own-path.ts";
import { ok } from "#lib/result.ts";

/** A code from an app or a recovery code: the second step of signing in, or proof again of who one is. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ code: z.string("code-needed").trim().max(40, "wrong-code"), next: goesOn }),
  run: async (given, { code, next }) => {
    const begun = await begunBy(given);
    if (!begun.ok) return begun;
    const { from, secret } = given;
    const passed = await passWithCode(pool(), begun.value.token, { code, from, secret });
    if (!passed.ok) return passed;
    // Whoever has lost a factor makes another one first: only in the next ten minutes does that cost no further code.
    const renew = isRecoveryCode(code) && loginFor(next, "/account?recovery=used");
    const value = { next: renew || (begun.value.kind === "step-up" ? "/account" : next) };
    return ok({ value, kept: { ...passed.value, ceremony: null } });
  },
  next: ({ next }) => next,
});
