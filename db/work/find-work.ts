import { addDays } from "#lib/calendar/day.ts";
import { reopenDays } from "#lib/referral/acts/ending.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { InboxList } from "#lib/referral/inbox-view.ts";
import type { HandoverState } from "#lib/referral/words.ts";
import { workLines } from "#lib/referral/work-view.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { columns, type Found } from "../inbox/found.ts";
import { putOff, waitingDue } from "../inbox/put-off.ts";

/** With the last question of what waits, and what became of the last handover where nothing waits and nothing is taken. */
export type FoundTask = Found & {
  question: string | null;
  questionText: string | null;
  lastState: HandoverState | null;
  lastTo: string | null;
  lastReason: string | null;
};

/**
 * Referrals whose ball is with one of this person's posts and that must be moved now, the nearest day first: one more
 * than is shown. What this person has put off is left out. For each post it is bound to the two indexes that are in this order.
 */
export const findTasks = ({ sql }: Tx, me: Member): Promise<FoundTask[]> => sql<FoundTask[]>`
  select found.*, asked.question, asked."questionText", last."lastState", last."lastTo", last."lastReason"
  from unnest(${me.posts}::uuid[]) mine(post)
  cross join lateral (
    (select ${sql.unsafe(columns)}, r.id, r.partnership_id, w.answer_by as by_day
      from handover w
      join referral r on r.partnership_id = w.partnership_id and r.id = w.referral_id
      left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
      where w.partnership_id = ${me.partnership} and w.to_post = mine.post and w.state in ('sent', 'opened', 'asked')
        and w.state <> 'asked' and not ${putOff(sql, me, sql`w.answer_by`)}
      order by w.answer_by, r.urgent desc, r.logged_on, r.code limit ${workLines + 1})
    union all
    (select ${sql.unsafe(columns)}, r.id, r.partnership_id, r.due_on as by_day
      from referral r
      left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
      left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
      where r.partnership_id = ${me.partnership} and r.holder_post = mine.post and r.status = 'open'
        and case when w.id is not null then w.state in ('proposed', 'asked')
          when c.id is null then true
          when c.state = 'on_hold' then c.hold_until < ${me.today}
          when c.contacted_on is null and c.contact_by is not null then true
          else r.due_on <= ${me.today} end
        and not ${putOff(sql, me, sql`r.due_on`)}
      order by r.due_on, r.urgent desc, r.logged_on, r.code limit ${workLines + 1})
  ) found
  left join lateral (
    select m.code as question, m.body as "questionText" from message m
    where found."waitingState" = 'asked' and m.partnership_id = found.partnership_id and m.referral_id = found.id
      and m.handover_id = found."waitingId" and m.kind = 'question'
    order by m.at desc limit 1) asked on true
  left join lateral (
    select h.state as "lastState", h.to_post as "lastTo", h.reason as "lastReason" from handover h
    where found."waitingId" is null and found."currentId" is null
      and h.partnership_id = found.partnership_id and h.referral_id = found.id
    order by h.seq desc limit 1) last on true
  order by found.by_day, found.urgent desc, found."loggedOn", found.code limit ${workLines + 1}`;

/** How many of either list of the inbox this person has put off. */
export async function countPutOff({ sql }: Tx, me: Member): Promise<Record<InboxList, number>> {
  const joined = sql`left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id`;
  const [row] = await sql<Record<InboxList, number>[]>`
    select (
      select count(*)::int from handover w
      join referral r on r.partnership_id = w.partnership_id and r.id = w.referral_id ${joined}
      where w.partnership_id = ${me.partnership} and w.to_post = any (${me.posts}::uuid[])
        and w.state in ('sent', 'opened', 'asked') and ${putOff(sql, me, waitingDue(sql))}) as waits, (
      select count(*)::int from referral r
      left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id ${joined}
      where r.partnership_id = ${me.partnership} and r.holder_post = any (${me.posts}::uuid[]) and r.status = 'open'
        and ${putOff(sql, me, sql`r.due_on`)}) as held`;
  return row ?? { waits: 0, held: 0 };
}

/** What this person's posts had last, and whose text waits for "Er det vigtige journaliseret?", the oldest first. */
export const findJournals = ({ sql }: Tx, me: Member): Promise<Pick<Found, "code" | "service">[]> => sql<Found[]>`
  select r.code, r.service from referral r
  where r.partnership_id = ${me.partnership} and r.holder_post = any (${me.posts}::uuid[]) and r.status = 'closed'
    and r.closed_on >= ${addDays(me.today, -reopenDays)} and exists (
      select 1 from message m
      where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.body is not null)
  order by r.closed_on, r.code limit ${workLines}`;

/** With the post that what is taken over came from, and when anything was last done. */
export type FoundSent = Found & { cameFrom: PostId | null };

/**
 * Open referrals that this person's posts sent and that others must move now: those they logged, and those they have and
 * passed on. What they put off is left out. What was touched last stands first; one more than is shown. What they may not
 * hear of stands where it was taken over.
 */
export const findSent = ({ sql }: Tx, me: Member): Promise<FoundSent[]> => {
  const later = sql`(r.holder_post = any (${me.posts}::uuid[]) and ${putOff(sql, me, sql`r.due_on`)})`;
  const touched = sql`(select e.at from event e
    where e.partnership_id = r.partnership_id and e.referral_id = r.id and e.seq = r.events)`;
  return sql<FoundSent[]>`
  select distinct on (found."touchedOn", found.touched, found.code) found.*
  from unnest(${me.posts}::uuid[]) mine(post)
  cross join lateral (
    (select ${sql.unsafe(columns)}, c.from_post as "cameFrom", ${touched} as touched
      from referral r
      left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
      left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
      where r.partnership_id = ${me.partnership} and r.origin_post = mine.post and r.status = 'open'
        and not (case when w.state in ('sent', 'opened') then w.to_post else r.holder_post end = any (${me.posts}::uuid[]))
        and not ${later}
      order by r.touched_on desc, touched desc nulls last, r.code limit ${workLines + 1})
    union all
    (select ${sql.unsafe(columns)}, r.origin_post as "cameFrom", null::timestamptz as touched
      from door.muted_referrals(open => true) r
      left join handover w on false
      left join handover c on false
      where r.origin_post = mine.post and r.status = 'open' and r.waiting_id is null
      order by r.touched_on desc, r.code limit ${workLines + 1})
    union all
    (select ${sql.unsafe(columns)}, c.from_post as "cameFrom", ${touched} as touched
      from referral r
      join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id and w.state in ('sent', 'opened')
      left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
      where r.partnership_id = ${me.partnership} and r.holder_post = mine.post and r.status = 'open'
        and not (w.to_post = any (${me.posts}::uuid[])) and not ${later}
      order by r.due_on, r.code limit ${workLines + 1})
  ) found
  order by found."touchedOn" desc, found.touched desc nulls last, found.code limit ${workLines + 1}`;
};
