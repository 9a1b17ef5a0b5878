import type postgres from "postgres";
import type { Clock } from "#lib/board/board-view.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { PersonId, PostId, Standing } from "#lib/referral/case.ts";
import { quietAfter } from "#lib/referral/clocks.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** The facts of one open referral: what the rules of clocks and agenda rest on. No matter, and no more than facts. */
export type OpenReferral = Standing & {
  id: string;
  code: string;
  service: string;
  origin: PostId;
  assigned: PersonId | null;
  urgent: boolean;
  onAgenda: boolean;
  loggedOn: Day;
  heldSince: Day;
  clock: Clock;
  waiting: (NonNullable<Standing["waiting"]> & { assigned: PersonId | null; deliveredOn: Day | null }) | null;
  current: (NonNullable<Standing["current"]> & { holdFor: string | null }) | null;
  /** How often it was returned, how often redirected, and whom it was ever sent to. */
  returned: number;
  redirected: number;
  sentTo: PostId[];
};

export type OpenFilter = {
  service?: string | undefined;
  /** Lies with or waits for one of these posts. */
  posts?: readonly PostId[] | undefined;
  clock?: Clock | undefined;
  /** Of each group: how many are passed over, and how many follow. */
  offset?: number;
  limit?: number;
};

/**
 * The open referrals with the clock that each is on. It stands in the row, written by the rules with every act, but for
 * one: a hold that is over reads as accepted without anybody's act, so its day is worked out here as `dueOn` does.
 */
const clocked = (sql: postgres.TransactionSql, me: Member, { service, posts }: OpenFilter) => sql`
  select o.*, case when held then 'on_hold' when due < ${me.today} then 'late' when due = ${me.today} then 'last_day'
    else 'in_time' end as clock
  from (
    select r.*, w as waiting, c as current,
      coalesce(w.id is null and c.state = 'on_hold' and c.hold_until >= ${me.today}, false) as held,
      case when w.id is null and c.state = 'on_hold' and c.hold_until < ${me.today}
        then coalesce(case when c.contacted_on is null then c.contact_by end, r.follow_up_on, r.touched_on + ${quietAfter}::int)
        else r.due_on end as due
    from referral r
    left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
    left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
    where r.partnership_id = ${me.partnership} and r.status = 'open'
      ${service === undefined ? sql`` : sql`and r.service = ${service}`}
      ${posts === undefined ? sql`` : sql`and (r.holder_post = any (${[...posts]}::uuid[]) or w.to_post = any (${[...posts]}::uuid[]))`}
  ) o`;

/** How many open referrals are on each clock. */
export async function countOpen({ sql }: Tx, me: Member, filter: OpenFilter): Promise<Record<Clock, number>> {
  const rows = await sql<{ clock: Clock; count: number }[]>`
    select clock, count(*)::int as count from (${clocked(sql, me, filter)}) each group by clock`;
  const counts = Object.fromEntries(rows.map(({ clock, count }) => [clock, count]));
  return { late: 0, last_day: 0, in_time: 0, on_hold: 0, ...counts };
}

/** How many open referrals wait for each post. */
export async function countBalls({ sql }: Tx, me: Member): Promise<ReadonlyMap<PostId, number>> {
  const rows = await sql<{ post: PostId; count: number }[]>`
    select case when (waiting).state in ('sent', 'opened') then (waiting).to_post else holder_post end as post,
      count(*)::int as count
    from (${clocked(sql, me, {})}) each group by 1`;
  return new Map(rows.map(({ post, count }) => [post, count]));
}

/**
 * The open referrals as facts, the most pressing of each group first. Only the coordinator's policies let all of them
 * through; anybody else gets those that are theirs.
 */
export async function openReferrals({ sql }: Tx, me: Member, filter: OpenFilter): Promise<OpenReferral[]> {
  const { clock, offset = 0, limit } = filter;
  return sql<OpenReferral[]>`
    select id, code, service, status, origin_post as origin, holder_post as holder, assigned, urgent,
      on_agenda as "onAgenda", next_step_by as "nextStepBy", follow_up_on as "followUpOn", touched_on as "touchedOn",
      logged_on as "loggedOn", held_since as "heldSince", clock, past.returned, past.redirected,
      past.sent_to as "sentTo",
      case when (waiting).id is not null then json_build_object('to', (waiting).to_post, 'state', (waiting).state,
        'answerBy', (waiting).answer_by, 'questionBy', (waiting).question_by, 'assigned', (waiting).assigned,
        'deliveredOn', (waiting).delivered_on) end as waiting,
      case when (current).id is not null then json_build_object('state', (current).state,
        'contactBy', (current).contact_by, 'contactedOn', (current).contacted_on, 'holdUntil', (current).hold_until,
        'holdFor', (current).hold_for) end as current
    from (
      select each.*, row_number() over (partition by clock order by due nulls last, logged_on, id) as place
      from (${clocked(sql, me, filter)}) each
    ) ranked
    cross join lateral (
      select count(*) filter (where h.state = 'returned')::int as returned,
        count(*) filter (where h.state = 'redirected')::int as redirected,
        coalesce(array_agg(distinct h.to_post) filter (where h.state not in ('proposed', 'undone')), '{}') as sent_to
      from handover h where h.partnership_id = ranked.partnership_id and h.referral_id = ranked.id
    ) past
    where place > ${offset} ${limit === undefined ? sql`` : sql`and place <= ${offset + limit}`}
      ${clock === undefined ? sql`` : sql`and clock = ${clock}`}
    order by place`;
}
