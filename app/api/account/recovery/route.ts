import { z } from "zod";
import { step } from "#app/_server/step.ts";
import { endEnrolment, renewRecovery } from "#db/account/enrol.ts";
import { beginCeremony } from "#db/account/my-account.ts";
import { ok } from "#lib/result.ts";

/** Ten new recovery codes, shown once; the old ones open nothing more. */
export const POST = step({
  of: "account",
  input: z.strictObject({}),
  run: async ({ asMember }) => {
    const renewed = await asMember(async (tx) => {
      const begun = await beginCeremony(tx, "enrol");
      if (!begun.ok) return begun;
      const codes = await renewRecovery(tx.sql, begun.value.ceremony);
      await endEnrolment(tx, begun.value.ceremony);
      return ok({ codes });
    });
    return renewed.ok ? ok({ value: renewed.value }) : renewed;
  },
  next: () => "/account",
});
