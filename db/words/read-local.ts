import { type LocalNames, localNamesOf } from "#lib/agreement/local-names.ts";
import { type Local, readLocal } from "#lib/anonymity/guard/local.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementIfAny, directoryOf } from "../directory/directory.ts";

/** By the names themselves: another version or a unit's new name makes another. */
const kept = new Map<string, Local>();
/** A process serves few partnerships; what is old falls out. */
const most = 50;

/** What the guard knows of a place with these names, worked out once in a process. */
export function localOf(names: LocalNames): Local {
  const key = JSON.stringify(names);
  const known = kept.get(key);
  if (known) return known;
  const local = readLocal(names);
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, local);
  return local;
}

/** What the guard knows of the place of whoever asks: by the agreement in force and its parties. */
export async function readLocalNames(tx: Tx, me: Member): Promise<Local> {
  const [agreement, { units }] = await Promise.all([agreementIfAny(tx, me), directoryOf(tx, me)]);
  return localOf(localNamesOf(agreement, [...units.values()]));
}
