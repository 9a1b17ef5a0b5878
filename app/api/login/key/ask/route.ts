import { z } from "zod";
import { begunBy } from "#app/_server/begun.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { askForAnyKey, askForKey } from "#db/account/factor.ts";
import { ok } from "#lib/result.ts";

/** What a browser needs to show a passkey: one of those that a ceremony waits for, or any of this site. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ which: z.enum(["own", "any"]) }),
  run: async (given, { which }) => {
    const { from, site } = given;
    if (which === "any") {
      const asked = await askForAnyKey(pool(), from, site);
      return asked.ok ? ok({ value: asked.value.options, kept: { ceremony: asked.value.token } }) : asked;
    }
    const begun = await begunBy(given);
    if (!begun.ok) return begun;
    const asked = await askForKey(pool(), begun.value.token, site);
    return asked.ok ? ok({ value: asked.value }) : asked;
  },
});
