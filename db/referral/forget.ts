import type { OutcomeClass } from "#lib/agreement/outcome-class.ts";
import { hasService, serviceOf } from "#lib/agreement/service-of.ts";
import { durationOf } from "#lib/anonymity/retention.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import type { Standing } from "./closed-referrals.ts";

/**
 * Takes a referral away, whole, and leaves one in a count. The door does it, and only of what was closed a year ago by its
 * own clock: answers false for everything else.
 */
export async function forget(tx: Tx, standing: Standing): Promise<boolean> {
  const { partnership, id } = standing;
  const [row] = await tx.sql<{ gone: boolean }[]>`
    select door.forget(${partnership}::uuid, ${id}::uuid, ${durationOf(standing)}, ${await classOf(tx, standing)}) as gone`;
  return row?.gone ?? false;
}

/** How it ended, by the agreement that it was logged under; "unknown" where that no longer says. */
async function classOf(tx: Tx, { partnership, agreement, service, outcome }: Standing): Promise<OutcomeClass> {
  const content = await agreementOf(tx, { partnership, agreement });
  const outcomes = hasService(content, service) ? serviceOf(content, service).outcomes : [];
  return outcomes.find(({ code }) => code === outcome)?.outcomeClass ?? "unknown";
}
