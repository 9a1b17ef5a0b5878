import { checkAgreement } from "#lib/agreement/check-agreement.ts";
import { differences } from "#lib/agreement/differences.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { basedOn, draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";

type Seen = { version: number };

/**
 * Sends the revision to Boligsocialt Forum, as it stands. Refuses "not-yours", "no-draft", "draft-stale", "nothing-changed",
 * and "revision-flawed" while something in it cannot be.
 */
export async function proposeRevision(tx: Tx, me: Member, { version }: Seen): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const draft = await draftOf(tx);
  if (!draft) return refused("no-draft");
  if (differences(danishWhereEmpty(await basedOn(tx)), danishWhereEmpty(draft.content)).length === 0)
    return refused("nothing-changed");
  if (checkAgreement(draft.content, await functionsOf(tx, me)).length > 0) return refused("revision-flawed");
  const { count } = await tx.sql`
    update agreement_draft set proposed = true, version = version + 1, returned_on = null
    where partnership_id = ${me.partnership} and version = ${version} and not proposed`;
  return count === 1 ? ok(null) : refused("draft-stale");
}

/** The administrator takes a proposal back, to go on with it. Refuses "not-yours", and "draft-stale". */
export async function takeRevisionBack({ sql }: Tx, me: Member, { version }: Seen): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const { count } = await sql`
    update agreement_draft set proposed = false, version = version + 1
    where partnership_id = ${me.partnership} and version = ${version} and proposed`;
  return count === 1 ? ok(null) : refused("draft-stale");
}

/** Boligsocialt Forum gives a proposal back to the administrator. Refuses "not-yours", and "draft-stale". */
export async function giveRevisionBack({ sql }: Tx, me: Member, { version }: Seen): Promise<Result<null>> {
  if (!me.duties.includes("forum")) return refused("not-yours");
  const [row] = await sql<{ given: boolean }[]>`select door.give_back_draft(${version}) as given`;
  return row?.given ? ok(null) : refused("draft-stale");
}
