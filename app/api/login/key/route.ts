import { z } from "zod";
import { goesOn } from "#app/_server/goes-on.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { ceremonyOf, passWithKey } from "#db/account/factor.ts";
import { ok, refused } from "#lib/result.ts";

/** What a passkey signed: a whole login, its second step, or proof again of who one is. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ response: z.looseObject({ id: z.string() }), next: goesOn }),
  run: async ({ ceremony, from, site }, { response, next }) => {
    const begun = await ceremonyOf(pool(), ceremony);
    if (!ceremony || !begun) return refused("ceremony-over");
    const passed = await passWithKey(pool(), ceremony, { response, from, site });
    if (!passed.ok) return passed;
    const value = { next: begun.kind === "step-up" ? "/account" : next };
    return ok({ value, kept: { ...passed.value, ceremony: null } });
  },
});
