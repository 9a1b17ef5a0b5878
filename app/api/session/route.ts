import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { timeLeftOf } from "#app/_server/whose.ts";
import { lockedSession } from "#db/account/my-account.ts";
import { refused } from "#lib/result.ts";

/**
 * Whose the session is, as their pages are marked, and how long it lasts, asked by a page and not by a person: that does not make it last longer. Where it has only
 * stood still too long, the refusal says whether a passkey opens it again.
 */
export const GET = handler({ of: "account", counts: "read" }, async ({ asMember }) => {
  const left = await asMember(timeLeftOf, { again: true });
  if (left.ok) return Response.json(left.value, { headers: { "cache-control": "no-store" } });
  const locked = left.code === "signed-out" ? await lockedSession(pool(), await tokenOf()) : null;
  return await answerRefusal(locked ? refused(left.code, undefined, { passkey: locked.passkey }) : left);
});
