import type { Day } from "#lib/calendar/day.ts";
import type { Unusual, UnusualKind } from "#lib/log/log-view.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import type { Directory } from "../directory/directory.ts";

/** Fewer looks than this on a day are nothing, however few somebody has else. */
const fewest = 20;
/** So many times one's own median is much. */
const times = 3;
/** Patterns of these days are shown; a median is made over three times as many. */
const shownDays = 30;
const most = 50;

type Found = Omit<Unusual, "person" | "codes"> & {
  referrals: string[];
  person: string | null;
  day: Day;
  kind: UnusualKind;
};

/**
 * What somebody who protects data would ask about, of the last month, from the log's own rows: many looks in a day against
 * the person's own median, looks at referrals that none of their posts had a part in, work before 6 and after 22, codes
 * that a leader was told. None of it is wrong by itself.
 */
export async function findUnusual(
  { sql }: Tx,
  me: Member,
  directory: Directory,
): Promise<(Omit<Unusual, "codes"> & { referrals: string[] })[]> {
  const here = sql`partnership_id = ${me.partnership} and person_id is not null`;
  const local = sql`(at at time zone 'Europe/Copenhagen')`;
  const since = (days: number) => sql`at > app_now() - make_interval(days => ${days})`;
  const some = sql`array_agg(distinct referral) filter (where referral is not null)`;
  const rows = await sql<Found[]>`
    with looked as (
      select person_id, ${local}::date as day, count(*)::int as count from log
      where ${here} and kind = 'look' and what <> 'log' and ${since(3 * shownDays)} group by 1, 2),
    usual as (
      select person_id, percentile_cont(0.5) within group (order by count) as median from looked group by 1),
    found as (
      select 'many' as kind, person_id, day, count, round(median)::int as usual, '{}'::text[] as referrals
        from looked join usual using (person_id)
        where day > ${me.today}::date - ${shownDays}::int and count > greatest(${fewest}::int, ${times} * median)
      union all
      select 'outside', person_id, ${local}::date, count(distinct id)::int, null, ${some}
        from log left join lateral unnest(referrals) referral on true
        where ${here} and kind in ('look', 'export') and detail -> 'outside' = 'true' and ${since(shownDays)} group by 2, 3
      union all
      select 'hours', person_id, ${local}::date, count(*)::int, null, '{}'
        from log where ${here} and kind in ('look', 'change', 'export') and ${since(shownDays)}
          and (extract(hour from ${local}) < 6 or extract(hour from ${local}) >= 22) group by 2, 3
      union all
      select 'leader', person_id, ${local}::date, count(distinct id)::int, null, ${some}
        from log left join lateral unnest(referrals) referral on true
        where ${here} and kind = 'change' and what = 'void' and ${since(shownDays)} group by 2, 3)
    select kind, person_id as person, to_char(day, 'YYYY-MM-DD') as day, count, usual, coalesce(referrals, '{}') as referrals
    from found order by day desc, kind, count desc limit ${most}`;
  return rows.map((row) => ({ ...row, person: row.person && (directory.people.get(row.person) ?? "–") }));
}
