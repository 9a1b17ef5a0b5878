import { z } from "zod";
import { begunBy } from "#app/_server/begun.ts";
import { goesOn } from "#app/_server/goes-on.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { passWithKey } from "#db/account/factor.ts";
import { ok } from "#lib/result.ts";

/** What a passkey signed: a whole login, its second step, or proof again of who one is. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ response: z.looseObject({ id: z.string() }), next: goesOn }),
  run: async (given, { response, next }) => {
    const begun = await begunBy(given);
    if (!begun.ok) return begun;
    const { from, site } = given;
    const passed = await passWithKey(pool(), begun.value.token, { response, from, site });
    if (!passed.ok) return passed;
    const value = { next: begun.value.kind === "step-up" ? "/account" : next };
    return ok({ value, kept: { ...passed.value, ceremony: null } });
  },
});
