import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import { type Difference, differences } from "#lib/agreement/differences.ts";
import { emptyAgreement } from "#lib/agreement/empty-agreement.ts";
import { functionsIn } from "#lib/agreement/functions.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import type { Tx } from "../client.ts";
import { basedOn, type Draft } from "./draft.ts";

type Changed = { draft: Draft; directory: readonly NamedFunction[] };

/**
 * What a draft changes, as it was written: the version before it, or nothing at all. A version without a list of functions
 * has those of the directory, where the draft has a list to compare with.
 */
export async function beforeOf(tx: Tx, { draft, directory }: Changed): Promise<AgreementContent> {
  const before = (await basedOn(tx)) ?? emptyAgreement();
  return draft.content.functions ? { ...before, functions: functionsIn(before, directory) } : before;
}

/** In which a draft differs from that, as it is read. */
export async function changesOf(tx: Tx, changed: Changed): Promise<Difference[]> {
  return differences(danishWhereEmpty(await beforeOf(tx, changed)), danishWhereEmpty(changed.draft.content));
}
