import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { checkAgreement, type Flaw, type NamedFunction } from "#lib/agreement/check-agreement.ts";
import { type Difference, differences } from "#lib/agreement/differences.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { basedOn, type Draft, draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";

export type RevisionView = {
  role: "prepares" | "adopts";
  draft: Draft | null;
  /** The version that the draft changes; without a draft the one in force. */
  before: AgreementContent;
  changes: Difference[];
  flaws: Flaw[];
  functions: NamedFunction[];
};

/**
 * A revision, for the administrator who prepares it and for Boligsocialt Forum that adopts what was proposed. Refuses with
 * "not-found" everybody else.
 */
export async function readRevision(tx: Tx, me: Member): Promise<Result<RevisionView>> {
  const role = me.duties.includes("administer") ? "prepares" : me.duties.includes("forum") ? "adopts" : null;
  if (!role) return refused("not-found");
  const [draft, functions] = await Promise.all([draftOf(tx), functionsOf(tx, me)]);
  const before = (await basedOn(tx)) ?? (await agreementOf(tx, me));
  return ok({
    role,
    draft,
    before,
    changes: draft ? differences(danishWhereEmpty(before), danishWhereEmpty(draft.content)) : [],
    flaws: draft ? checkAgreement(draft.content, functions) : [],
    functions,
  });
}
