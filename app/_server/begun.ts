import { type Ceremony, ceremonyOf } from "#db/account/factor.ts";
import { markOf } from "#db/account/seal.ts";
import { sessionOf } from "#db/as-member.ts";
import { ok, type Refused, type Result, refused } from "#lib/result.ts";
import { pool } from "./pool.ts";
import { secret } from "./settings.ts";
import type { Given } from "./step.ts";
import { notTheirs } from "./whose.ts";

/** How a page is marked that stands in the middle of a login or an invitation: its token stays in its cookie. */
export const begunMark = (token: string | undefined): string => (token ? markOf(token, secret()) : "");

/** Refuses what was typed on the page of another login or invitation, which another tab of this browser has replaced. */
export const replaced = (of: string | undefined, token: string): Refused | null =>
  of === undefined || of === begunMark(token) ? null : refused("other-login");

/**
 * The ceremony that a step goes on with. Refuses with "ceremony-over" where there is none, with "other-login" what was
 * typed for another one, and with "other-person" proof of who one is on the page of somebody who is logged in no more.
 */
export async function begunBy({
  ceremony,
  whose,
  of,
  from,
}: Pick<Given, "ceremony" | "whose" | "of" | "from">): Promise<Result<{ token: string; kind: Ceremony["kind"] }>> {
  const begun = await ceremonyOf(pool(), ceremony);
  if (!ceremony || !begun) return refused("ceremony-over");
  if (begun.kind !== "step-up") return replaced(of, ceremony) ?? ok({ token: ceremony, kind: begun.kind });
  const session = await sessionOf(pool(), from.session);
  if (!session) return refused("signed-out");
  if (session.account !== begun.account) return refused("other-person");
  return notTheirs(whose, session) ?? ok({ token: ceremony, kind: begun.kind });
}
