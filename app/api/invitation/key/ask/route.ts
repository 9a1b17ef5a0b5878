import { z } from "zod";
import { replaced } from "#app/_server/begun.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { askForNewKey } from "#db/account/enrol.ts";
import { ok, refused } from "#lib/result.ts";

/** What a browser needs to make a passkey, for whoever is in a ceremony of enrolment. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({}),
  run: async ({ ceremony, invitation, of, site }) => {
    if (!ceremony) return refused("ceremony-over");
    const other = invitation && replaced(of, invitation);
    if (other) return other;
    const asked = await askForNewKey(pool(), ceremony, site);
    return asked.ok ? ok({ value: asked.value }) : asked;
  },
});
