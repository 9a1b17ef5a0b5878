import type { Pool } from "#db/client.ts";
import type { Day } from "#lib/calendar/day.ts";
import { performEach } from "./perform-each.ts";

/**
 * Takes back what waits on an oral consent that has run out, and hides what was taken over with it, as of the day after its
 * last, however late it runs. Answers how many ran out.
 */
export async function expireConsents(pool: Pool, today: Day): Promise<number> {
  const ranOut = await pool.sql<{ partnership: string; code: string; on: Day }[]>`
    select r.partnership_id as partnership, r.code, greatest(c.expires_on + 1, r.touched_on) as on
    from handover h
    join referral r on r.partnership_id = h.partnership_id and r.id = h.referral_id and r.status = 'open'
    join post p on p.partnership_id = h.partnership_id and p.id = h.to_post
    join lateral (
      select c.name, c.expires_on from consent c
      where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.unit_id = p.unit_id
      order by c.seq desc limit 1) c on c.name = 'oral' and c.expires_on < ${today}
    where h.state in ('sent', 'opened', 'asked', 'accepted', 'on_hold') and h.to_post <> r.origin_post
    order by c.expires_on, r.code`;
  return performEach(
    pool,
    ranOut.map(({ partnership, code, on }) => ({ partnership, on, doing: { act: "expire", code } })),
  );
}
