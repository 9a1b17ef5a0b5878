import { asTx, type Pool, type Tx } from "#db/client.ts";
import { performAsSystem } from "#db/referral/perform-as-system.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Reminder } from "#lib/referral/reminders.ts";

type Running = { partnership: string; code: string };

/**
 * Reminds of every clock that runs out or has run out: each step once, with the event that says so. One transaction a
 * referral, locked and looked at again. After days of silence every step that was left out is made up for, in its order.
 * Answers how many it gave.
 */
export async function remindOfClocks(pool: Pool, today: Day): Promise<number> {
  const running = await pool.sql<Running[]>`
    select r.partnership_id as partnership, r.code from referral r
    where r.status = 'open' and r.due_on <= ${today} and not exists (
      select 1 from event e
      where e.partnership_id = r.partnership_id and e.referral_id = r.id and e.act = 'due'
        and e.handover_id is not distinct from coalesce(r.waiting_id, r.current_id)
        and e.details ->> 'step' = 'late_leader' and e.details ->> 'due' = r.due_on::text)
    order by r.due_on, r.code`;
  let given = 0;
  for (const { partnership, code } of running) {
    given += await pool.sql.begin(async (sql) => {
      const tx = asTx(pool, sql);
      let steps = 0;
      for (;;) {
        const told = await remindersGiven(tx, { partnership, code });
        const reminded = await performAsSystem(tx, { partnership, today }, { act: "due", code, told });
        if (!reminded.ok) return steps;
        steps += 1;
      }
    });
  }
  return given;
}

/** What was said of this referral's clocks so far; nobody else says more until the transaction is over. */
async function remindersGiven({ sql }: Tx, { partnership, code }: Running): Promise<Reminder[]> {
  const [row] = await sql<{ id: string }[]>`
    select id from referral where partnership_id = ${partnership} and code = ${code} for update`;
  return sql<Reminder[]>`
    select details ->> 'step' as step, details ->> 'due' as due, handover_id as handover from event
    where partnership_id = ${partnership} and referral_id = ${row?.id ?? null} and act = 'due'`;
}
