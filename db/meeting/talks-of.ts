import type { CaseFacts } from "#lib/meeting/case-facts.ts";
import type { Tx } from "../client.ts";

/** For each referral that a meeting talked of: at how many, and what the latest decided. */
export type Talks = ReadonlyMap<string, { count: number; last: NonNullable<CaseFacts["last"]> }>;

type Talk = NonNullable<CaseFacts["last"]> & { referral: string };

/** What closed meetings said of these referrals. Only the coordinator may ask it of all. */
export async function talksOf({ sql }: Tx, referrals: readonly { id: string }[]): Promise<Talks> {
  const talks = await sql<Talk[]>`
    select c.referral_id as referral, m.number as meeting, coalesce(d.code, 'no_change') as code, d.text,
      d.due_on as "dueOn", d.done_on is not null as done
    from meeting_case c
    join meeting_item i on i.partnership_id = c.partnership_id and i.id = c.item_id and i.outcome is not null
    join meeting m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'closed'
    left join decision d on d.partnership_id = i.partnership_id and d.item_id = i.id
    where c.referral_id = any (${referrals.map(({ id }) => id)}::uuid[])
    order by m.on_day, m.number`;
  const found = new Map<string, { count: number; last: NonNullable<CaseFacts["last"]> }>();
  for (const { referral, ...last } of talks)
    found.set(referral, { count: (found.get(referral)?.count ?? 0) + 1, last });
  return found;
}
