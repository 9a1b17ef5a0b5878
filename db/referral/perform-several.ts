import type { BulkInput } from "#lib/referral/bulk-input.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { perform } from "./perform.ts";

/**
 * Does one act to several referrals, each by the rules and with an event of its own, or to none: the first refusal is that
 * of all, with the referral's code as its field. What is on the agenda already is passed over. Gives the codes of those
 * that it was done to.
 */
export async function performSeveral(
  tx: Tx,
  me: Member,
  { act, codes, ...input }: BulkInput,
): Promise<Result<{ codes: string[] }>> {
  const acted: string[] = [];
  for (const code of codes) {
    const done = await perform(tx, me, { code, act, input });
    if (done.ok) acted.push(code);
    else if (done.code !== "on-agenda") return refused(done.code, code, done.details);
  }
  return acted.length > 0 ? ok({ codes: acted }) : refused("on-agenda");
}
