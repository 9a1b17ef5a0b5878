import { z } from "zod";
import { replaced } from "#app/_server/begun.ts";
import { pool } from "#app/_server/pool.ts";
import { step } from "#app/_server/step.ts";
import { acceptInvitation } from "#db/account/enrol.ts";
import { ok, refused } from "#lib/result.ts";

/** The first step of whoever was invited: a password, which alone opens nothing. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ email: z.string().max(254).optional(), password: z.string("password-short").max(1_000) }),
  run: async ({ invitation, of, secret }, { password }) => {
    if (!invitation) return refused("invitation-over");
    const other = replaced(of, invitation);
    if (other) return other;
    const accepted = await acceptInvitation(pool(), invitation, { password, secret });
    return accepted.ok ? ok({ value: null, kept: { ceremony: accepted.value.ceremony } }) : accepted;
  },
  next: () => "/invitation",
});
