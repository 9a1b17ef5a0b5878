import { replaced } from "#app/_server/begun.ts";
import { pool } from "#app/_server/pool.ts";
import { shown, shownBy } from "#app/_server/shown.ts";
import { step } from "#app/_server/step.ts";
import { enrol } from "#db/account/enrol.ts";
import { ok, refused } from "#lib/result.ts";

/** The last step of whoever was invited: a first code or a new passkey. Ten recovery codes, and one is in. */
export const POST = step({
  of: "anybody",
  input: shown,
  run: async ({ ceremony, invitation, of, from, secret, site }, input) => {
    if (!invitation) return refused("invitation-over");
    if (!ceremony) return refused("ceremony-over");
    const other = replaced(of, invitation);
    if (other) return other;
    const means = { ceremony, invitation, of, from, secret, site };
    const enrolled = await enrol(pool(), { ...means, shown: shownBy(input, from) });
    if (!enrolled.ok) return enrolled;
    const { codes, ...tokens } = enrolled.value;
    return ok({ value: { codes }, kept: { ...tokens, ceremony: null, invitation: null } });
  },
  next: () => "/account",
});
