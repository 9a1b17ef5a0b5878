import { type Asking, remindAfter, warnDays } from "#lib/anonymity/retention.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Pool, Tx } from "../client.ts";

/** What the rules of retention look at in one referral that is closed or voided. */
export type Standing = {
  partnership: string;
  id: string;
  code: string;
  agreement: string;
  service: string;
  status: "closed" | "voided";
  loggedOn: Day;
  closedOn: Day;
  /** Words of somebody's own still stand beside it; of what was voided nobody is asked. */
  text: boolean;
  /** How often somebody was asked about them since it was closed. */
  told: Asking[];
  warned: boolean;
  /** The outcome that counts. */
  outcome: string | null;
};

/** Referrals of which anything may be due: their text still stands, or their year is nearly over. The oldest first. */
export const closedReferrals = ({ sql }: Pool, today: Day): Promise<Pick<Standing, "partnership" | "id">[]> =>
  sql<Standing[]>`
    select r.partnership_id as partnership, r.id from referral r
    where r.status <> 'open' and (r.closed_on <= ${addDays(today, warnDays - 365)}
      or (r.status = 'closed' and r.closed_on <= ${addDays(today, -remindAfter)} and exists (
        select 1 from message m
        where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.body is not null)))
    order by r.closed_on, r.id`;

/** One of them as it stands now, locked; null once it is open again or gone. */
export async function standingOf(
  { sql }: Pick<Tx, "sql">,
  { partnership, id }: Pick<Standing, "partnership" | "id">,
): Promise<Standing | null> {
  const [row] = await sql<Standing[]>`
    select r.partnership_id as partnership, r.id, r.code, r.agreement_id as agreement, r.service, r.status,
      r.logged_on as "loggedOn", r.closed_on as "closedOn",
      r.status = 'closed' and exists (select 1 from message m
        where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.body is not null) as text,
      array(select e.details ->> 'step' from event e
        where e.partnership_id = r.partnership_id and e.referral_id = r.id and e.act = 'remind' and e.seq > ended.seq) as told,
      exists (select 1 from event e
        where e.partnership_id = r.partnership_id and e.referral_id = r.id and e.act = 'warn' and e.seq > ended.seq) as warned,
      (select x.code from result x join event e on e.partnership_id = x.partnership_id and e.id = x.event_id
        where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.kind = 'outcome'
        order by e.seq desc limit 1) as outcome
    from referral r
    cross join lateral (
      select coalesce(max(e.seq), 0) as seq from event e where e.partnership_id = r.partnership_id
        and e.referral_id = r.id and e.act in ('complete', 'close', 'void')) ended
    where r.partnership_id = ${partnership} and r.id = ${id} and r.status <> 'open'
    for update of r`;
  return row ?? null;
}
