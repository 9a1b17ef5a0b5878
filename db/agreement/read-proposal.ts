import type { Day } from "#lib/calendar/day.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { draftOf } from "./draft.ts";

/** A proposal that waits for this person, as one of Boligsocialt Forum: until when it may be commented on. Null for none. */
export async function readProposal(tx: Tx, me: Member): Promise<{ commentsUntil: Day | null } | null> {
  if (!me.duties.includes("forum") || me.duties.includes("administer")) return null;
  const draft = await draftOf(tx);
  if (!draft?.proposed) return null;
  const { commentsUntil } = draft;
  return { commentsUntil: commentsUntil && commentsUntil >= me.today ? commentsUntil : null };
}
