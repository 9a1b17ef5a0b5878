import { pool } from "#app/_server/pool.ts";
import { shown, shownBy } from "#app/_server/shown.ts";
import { step } from "#app/_server/step.ts";
import { addFactor, endEnrolment } from "#db/account/enrol.ts";
import { ceremonyOf } from "#db/account/factor.ts";
import { ok, refused } from "#lib/result.ts";

/** Adds the factor that was begun, by its first code or as a new passkey. */
export const POST = step({
  of: "account",
  input: shown,
  run: async ({ asMember, ceremony, from, secret, site }, input) => {
    const asked = await asMember(async (_tx, me) => ok(me.account));
    if (!asked.ok) return asked;
    const begun = await ceremonyOf(pool(), ceremony);
    if (!ceremony || begun?.account !== asked.value) return refused("ceremony-over");
    // Not in the transaction of the change: a try that failed must count.
    const adding = await addFactor(pool(), ceremony, { shown: shownBy(input, from), secret, site });
    if (!adding.ok) return adding;
    const added = await asMember(async (tx) => {
      if (!(await adding.value(tx.sql))) return refused("wrong-key");
      await endEnrolment(tx, ceremony);
      return ok(null);
    });
    return added.ok ? ok({ value: null, kept: { ceremony: null } }) : added;
  },
  next: () => "/account",
});
