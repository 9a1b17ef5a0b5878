import type { Pool } from "#db/client.ts";
import type { Day } from "#lib/calendar/day.ts";
import { performEach } from "./perform-each.ts";

/**
 * Takes up again what was held until a day that has passed, as of the day after, however late it runs. Answers how many it
 * took up.
 */
export async function endHolds(pool: Pool, today: Day): Promise<number> {
  const over = await pool.sql<{ partnership: string; code: string; on: Day }[]>`
    select r.partnership_id as partnership, r.code, greatest(h.hold_until + 1, r.touched_on) as on
    from handover h join referral r on r.partnership_id = h.partnership_id and r.id = h.referral_id
    where h.state = 'on_hold' and h.hold_until < ${today} and r.status = 'open'
    order by h.hold_until, r.code`;
  return performEach(
    pool,
    over.map(({ partnership, code, on }) => ({ partnership, on, doing: { act: "hold_over", code } })),
  );
}
