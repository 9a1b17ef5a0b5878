import type postgres from "postgres";
import { noticeDays, noticesAtMost } from "#lib/referral/notice-view.ts";
import type { Member } from "../as-member.ts";

/**
 * The newest notices of this person's posts that somebody else caused, once for each event, unread or not. The policy
 * keeps back what is not released yet and what was dropped by an undo.
 */
export const myNotices = (sql: postgres.TransactionSql, me: Member, { unreadOnly }: { unreadOnly: boolean }) => sql`
  select distinct on (found.release_at, found.event_id) found.*
  from unnest(${me.posts}::uuid[]) mine(post) cross join lateral (
    select n.id, n.kind, n.to_post, n.referral_id, n.event_id, n.release_at, s.notice_id is null as unread
    from notice n
    left join notice_seen s on s.partnership_id = n.partnership_id and s.notice_id = n.id and s.person_id = ${me.person}
    where n.partnership_id = ${me.partnership} and n.to_post = mine.post
      and n.release_at > app_now() - make_interval(days => ${noticeDays})
      and n.person_id is distinct from ${me.person} ${unreadOnly ? sql`and s.notice_id is null` : sql``}
    order by n.release_at desc limit ${noticesAtMost}) found
  order by found.release_at desc, found.event_id, found.unread desc limit ${noticesAtMost}`;
