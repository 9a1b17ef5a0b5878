import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Tx } from "../client.ts";

/** The revision on its way. The administrator sees it always, Boligsocialt Forum once it is proposed. */
export type Draft = {
  /** The version that it changes; null for the first edition. */
  basedOn: string | null;
  content: AgreementContent;
  proposed: boolean;
  version: number;
  savedAt: string;
  returnedOn: Day | null;
  /** The last day on which a proposal may be commented on. */
  commentsUntil: Day | null;
};

export async function draftOf({ sql }: Tx): Promise<Draft | null> {
  const [row] = await sql<Draft[]>`
    select based_on as "basedOn", content, proposed, version, saved_at as "savedAt", returned_on as "returnedOn",
      comments_until as "commentsUntil"
    from agreement_draft`;
  return row ?? null;
}

/** The version that the draft changes, as it was written; null where there is none. */
export async function basedOn({ sql }: Tx): Promise<AgreementContent | null> {
  const [row] = await sql<{ content: AgreementContent }[]>`
    select a.content from agreement a join agreement_draft d
      on d.partnership_id = a.partnership_id and d.based_on = a.id`;
  return row?.content ?? null;
}
