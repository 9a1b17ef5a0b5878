import type { Pool } from "#db/client.ts";
import { countQuarter } from "#db/figures/count-quarter.ts";
import type { Day } from "#lib/calendar/day.ts";
import { closedSince, type Quarter } from "#lib/figures/quarter.ts";
import { makeRelease } from "#lib/figures/release.ts";

type Due = { partnership: string; first: Quarter; published: Quarter[] };

/**
 * Publishes the figures of every quarter that is over and has none yet, from the quarter of a partnership's first event
 * on: after a year of silence all that are missing. What is published stays as it is, and what was counted for it is
 * forgotten. Answers how many it published.
 */
export async function publishFigures(pool: Pool, today: Day): Promise<number> {
  let made = 0;
  for (const { partnership, first, published } of await dueIn(pool)) {
    const missing = closedSince(first, today).filter((quarter) => !published.includes(quarter));
    for (const quarter of missing) made += await publish(pool, { partnership, quarter });
  }
  return made;
}

const dueIn = ({ sql }: Pool) => sql<Due[]>`
  select e.partnership_id as partnership,
    date_trunc('quarter', min(e.at) at time zone 'Europe/Copenhagen')::date as first,
    array(select r.quarter::text from release r where r.partnership_id = e.partnership_id) as published
  from event e group by e.partnership_id`;

/** Counts and writes in one transaction that sees one moment, so that its tables agree with each other. */
const publish = (pool: Pool, of: { partnership: string; quarter: Quarter }): Promise<number> =>
  pool.sql.begin("isolation level repeatable read", async (sql) => {
    const content = makeRelease(await countQuarter({ sql }, of));
    const added = await sql`
      insert into release (partnership_id, quarter, content)
      values (${of.partnership}, ${of.quarter}, ${sql.json(content)}) on conflict do nothing`;
    return added.count;
  });
