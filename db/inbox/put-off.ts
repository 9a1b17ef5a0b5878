import type postgres from "postgres";
import { quietAfter } from "#lib/referral/clocks.ts";
import type { Member } from "../as-member.ts";

type Sql = postgres.TransactionSql;
type Fragment = postgres.PendingQuery<postgres.Row[]>;
type Reader = Pick<Member, "today" | "person">;

/**
 * The last day of a referral as `r`, with what waits as `w` and what is taken over as `c`: `due` unless a hold is over,
 * which reads as taken over, and whose day is worked out as `dueOn` does.
 */
export const dayWith = (sql: Sql, { today }: Pick<Member, "today">, due: Fragment) =>
  sql`case when w.id is null and c.state = 'on_hold' and c.hold_until < ${today}
    then coalesce(case when c.contacted_on is null then c.contact_by end, r.follow_up_on, r.touched_on + ${quietAfter}::int)
    else ${due} end`;

/** The day of what waits for a receiver: an open question has its own. */
export const waitingDue = (sql: Sql) =>
  sql`case when w.state = 'asked' then least(w.question_by, w.answer_by) else w.answer_by end`;

/**
 * Put off by this person until a meeting, or until its last day, or until anything else happens: then that is its latest
 * event. Its clock runs on, and it stands on the agenda as before.
 */
export const putOff = (sql: Sql, { today, person }: Reader, due: Fragment) =>
  sql`(r.on_agenda and coalesce(${dayWith(sql, { today }, due)} > ${today}, true) and exists (
    select 1 from event e where e.partnership_id = r.partnership_id and e.referral_id = r.id and e.seq = r.events
      and e.person_id = ${person} and e.act = 'agenda' and (e.details ->> 'until')::date > ${today}))`;
