import { type AgreementContent, agreementContent } from "#lib/agreement/agreement.ts";
import { checkAgreement, type DirectoryFunction, type Flaw } from "#lib/agreement/check-agreement.ts";
import { functionsWith } from "#lib/agreement/functions.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import type { Draft } from "./draft.ts";
import { functionsOf } from "./functions.ts";

type Saving = {
  /** The version of the draft that was seen. */
  version: number;
  /** The piece that is changed: what is wrong elsewhere does not keep it from being saved. */
  part: string;
  change: (content: AgreementContent, directory: DirectoryFunction[]) => Result<AgreementContent>;
  /** Which flaws keep it from being saved: those of its own fields; what is wrong in the others shows there. */
  flaws?: (flaw: Flaw) => boolean;
  /** What the form calls the field of a flaw, where it is not the same. */
  field?: (field: string) => string;
};

/**
 * Changes one piece of the revision. The administrator. Refuses "not-yours", "no-draft", "proposal-stands" while it lies with
 * Boligsocialt Forum, "draft-stale" when somebody saved since, what `change` refuses, and whatever the piece then says
 * that cannot be, each at its field; what is still missing in it keeps nothing from being saved. Answers the version it is now.
 */
export async function saveRevision(
  tx: Tx,
  me: Member,
  { version, part, change, flaws: own = (flaw) => flaw.part === part, field: called = (field) => field }: Saving,
): Promise<Result<{ version: number }>> {
  const { sql } = tx;
  if (!me.duties.includes("administer")) return refused("not-yours");
  const [draft] = await sql<Pick<Draft, "content" | "proposed" | "version">[]>`
    select content, proposed, version from agreement_draft where partnership_id = ${me.partnership} for update`;
  if (!draft) return refused("no-draft");
  if (draft.proposed) return refused("proposal-stands", undefined, { forum: (await directoryOf(tx, me)).forum });
  if (draft.version !== version) return refused("draft-stale");
  const directory = await functionsOf(tx, me);
  const changed = change(draft.content, directory);
  if (!changed.ok) return changed;
  const parsed = agreementContent.safeParse(changed.value);
  if (!parsed.success) return refused("wrong-input");
  const flaws = checkAgreement(parsed.data, functionsWith(parsed.data, directory)).filter(own);
  const [first, ...more] = flaws.map(({ code, field }) => refused(code, called(field)));
  if (first) return { ...first, details: { missing: [first, ...more] } };
  await sql`
    update agreement_draft set content = ${sql.json(parsed.data)}, version = version + 1, saved_at = app_now()
    where partnership_id = ${me.partnership}`;
  return ok({ version: version + 1 });
}
