import type { Day } from "#lib/calendar/day.ts";
import type { CaseFacts } from "#lib/meeting/case-facts.ts";
import type { Decision, Outcome } from "#lib/meeting/decisions.ts";
import type { PostId } from "#lib/referral/case.ts";
import { type Masked, masked } from "../board/masked.ts";
import type { Tx } from "../client.ts";
import type { Directory } from "../directory/directory.ts";

/** What was decided about an item. Its owner as the meeting sees it: of a case, a helhedsplan has no name. */
export type ItemDecision = { code: Decision; text: string | null; owner: Masked; dueOn: Day };

export type AgendaItem = { id: string; outcome: Outcome | null; decision: ItemDecision | null } & (
  | { kind: "case"; number: number; facts: CaseFacts }
  | { kind: "point"; title: string; by: PostId }
);

type Row = {
  id: string;
  kind: "case" | "point";
  facts: CaseFacts | null;
  title: string | null;
  by: PostId | null;
  outcome: Outcome | null;
  code: Decision | null;
  text: string | null;
  owner: PostId | null;
  dueOn: Day | null;
};

/** The items of a meeting in their order, cases numbered 1, 2 … */
export async function agendaItems({ sql }: Tx, directory: Directory, meeting: string): Promise<AgendaItem[]> {
  const rows = await sql<Row[]>`
    select i.id, i.kind, i.facts, i.title, i.by_post as by, i.outcome, d.code, d.text, d.owner_post as owner,
      d.due_on as "dueOn"
    from meeting_item i
    left join decision d on d.partnership_id = i.partnership_id and d.item_id = i.id and d.meeting_id = i.meeting_id
    where i.meeting_id = ${meeting} order by i.position, i.id`;
  let number = 0;
  return rows.map(({ id, kind, facts, title, by, outcome, code, text, owner, dueOn }) => {
    const seen = owner && (kind === "case" ? masked(directory, owner) : owner);
    const decision = code && seen && dueOn ? { code, text, owner: seen, dueOn } : null;
    if (facts) return { kind: "case", id, outcome, decision, facts, number: ++number };
    return { kind: "point", id, outcome, decision, title: title ?? "", by: by ?? "" };
  });
}
