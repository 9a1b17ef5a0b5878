import { type TimeLeft, timeLeft } from "#db/account/my-account.ts";
import { markOf } from "#db/account/seal.ts";
import type { Member, Session } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { ok, type Refused, type Result, refused } from "#lib/result.ts";
import { secret } from "./settings.ts";

/** How the pages of a person are marked; with what a page asks for it says so. */
export const pageMark = ({ person }: Pick<Session, "person">): string => markOf(person, secret());

/** Whose page a request comes from, as our scripts say in a header and a native form in a field; and the other fields. */
export function whoseOf(
  { headers }: Request,
  { whose, ...fields }: Record<string, unknown>,
): { whose: string | undefined; fields: Record<string, unknown> } {
  const said = headers.get("brobyg-whose") ?? whose;
  return { whose: typeof said === "string" ? said : undefined, fields };
}

/**
 * Refuses what comes from another person's page, who was logged in in this browser before: nothing is done in the name of
 * somebody who did not see it. The same person's page is theirs whatever session it was drawn in.
 */
export function notTheirs(whose: string | undefined, session: Pick<Session, "person">): Refused | null {
  if (whose === undefined) return refused("no-page");
  return whose === pageMark(session) ? null : refused("other-person");
}

/** Whose the session is that asks, and how long it lasts. */
export async function timeLeftOf(tx: Tx, me: Member): Promise<Result<TimeLeft & { whose: string }>> {
  const left = await timeLeft(tx);
  return left.ok ? ok({ whose: pageMark(me), ...left.value }) : left;
}
