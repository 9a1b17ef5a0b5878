import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import { type Difference, differences } from "#lib/agreement/differences.ts";
import { functionsIn } from "#lib/agreement/functions.ts";
import type { Tx } from "../client.ts";
import { writtenAgreement } from "../directory/directory.ts";
import type { Draft } from "./draft.ts";

/**
 * In which a draft differs from the version that it changes. A version without a list of functions has those of the
 * directory.
 */
export async function changesOf(
  tx: Tx,
  { draft, directory }: { draft: Draft; directory: readonly NamedFunction[] },
): Promise<Difference[]> {
  const before = await writtenAgreement(tx, draft.basedOn);
  const { content } = draft;
  return differences(content.functions ? { ...before, functions: functionsIn(before, directory) } : before, content);
}
