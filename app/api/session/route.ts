import { isDatabaseAway } from "#app/_server/database-away.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { lockedSession, timeLeft } from "#db/account/my-account.ts";
import { asMember } from "#db/as-member.ts";
import { refused } from "#lib/result.ts";

/**
 * How long the session lasts, asked by a page and not by a person: that does not make it last longer. Where it has only
 * stood still too long, the refusal says whether a passkey opens it again.
 */
export async function GET(): Promise<Response> {
  const token = await tokenOf();
  try {
    const left = await asMember(pool(), token, timeLeft, { again: true });
    if (left.ok) return Response.json(left.value, { headers: { "cache-control": "no-store" } });
    const locked = left.code === "signed-out" ? await lockedSession(pool(), token) : null;
    return await answerRefusal(locked ? refused(left.code, undefined, { passkey: locked.passkey }) : left);
  } catch (error) {
    if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
    throw error;
  }
}
