import { z } from "zod";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { toScan } from "#app/_server/to-scan.ts";
import { offerTotp } from "#db/account/enrol.ts";
import { beginCeremony } from "#db/account/my-account.ts";
import { ok, refused } from "#lib/result.ts";

/** Begins to add a factor: a new secret to scan, which counts only when its first code is shown. */
export const POST = step({
  of: "account",
  input: z.strictObject({}),
  run: async ({ asMember, secret }) => {
    const begun = await asMember(async (tx) => {
      const ceremony = await beginCeremony(tx, "enrol");
      if (ceremony.ok) await offerTotp(tx, ceremony.value.ceremony, secret);
      return ceremony;
    });
    if (!begun.ok) return begun;
    const scan = await toScan(pool(), begun.value.ceremony, secret);
    return scan ? ok({ value: scan, kept: begun.value }) : refused("too-many-factors");
  },
  next: () => "/account",
});
