import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Party } from "#lib/agreement/agreement-view.ts";
import type { DirectoryFunction, Flaw, NamedFunction } from "#lib/agreement/check-agreement.ts";
import type { Difference } from "#lib/agreement/differences.ts";
import { emptyAgreement } from "#lib/agreement/empty-agreement.ts";
import { functionsWith, retiredIn } from "#lib/agreement/functions.ts";
import { flawsOf } from "#lib/agreement/gaps.ts";
import { type Step, stepsOf } from "#lib/agreement/steps.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { beforeOf, changesOf } from "./changes.ts";
import { type Comment, commentsOf } from "./comment.ts";
import { type Draft, draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";
import { partiesOn } from "./read-agreement.ts";

export type RevisionView = {
  role: "prepares" | "adopts";
  draft: Draft | null;
  /** The version that the draft changes; without a draft the one in force; empty where nothing is agreed. */
  before: AgreementContent;
  /** Nothing is agreed yet: the draft, or the one that is to be begun, is the first edition. */
  first: boolean;
  changes: Difference[];
  flaws: Flaw[];
  /** How far a first edition is; none for a revision. */
  steps: Step[];
  /** The functions as the draft has them. */
  functions: NamedFunction[];
  /** Those that end with the draft. */
  retired: DirectoryFunction[];
  /** Codes of functions that are there today. */
  there: string[];
  comments: Comment[];
  /** The units of a first edition, as it would name them. */
  parties: Party[];
};

/**
 * A revision, for the administrator who prepares it and for Boligsocialt Forum that adopts what was proposed. Refuses with
 * "not-found" everybody else.
 */
export async function readRevision(tx: Tx, me: Member): Promise<Result<RevisionView>> {
  const role = me.duties.includes("administer") ? "prepares" : me.duties.includes("forum") ? "adopts" : null;
  if (!role) return refused("not-found");
  const [draft, directory, comments] = await Promise.all([draftOf(tx), functionsOf(tx, me), commentsOf(tx, me)]);
  const [before, versions, units] = await Promise.all([
    draft ? beforeOf(tx, { draft, directory }) : me.agreement ? agreementOf(tx, me) : emptyAgreement(),
    countOf(tx, "agreement"),
    countOf(tx, "unit"),
  ]);
  const first = versions === 0;
  const flaws = draft ? flawsOf(draft.content, directory) : [];
  const functions = danishWhereEmpty(draft ? functionsWith(draft.content, directory) : directory);
  return ok({
    role,
    draft,
    before,
    first,
    changes: draft ? await changesOf(tx, { draft, directory }) : [],
    flaws,
    steps: draft && first ? stepsOf(draft.content, { flaws, functions: functions.length, units }) : [],
    functions,
    retired: draft ? retiredIn(draft.content, danishWhereEmpty(directory)) : [],
    there: directory.map(({ code }) => code),
    comments,
    parties: draft && first ? await partiesOn(tx, me, me.today) : [],
  });
}

async function countOf({ sql }: Tx, table: "agreement" | "unit"): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`;
  return row?.count ?? 0;
}
