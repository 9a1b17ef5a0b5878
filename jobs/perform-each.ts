import { asTx, type Pool } from "#db/client.ts";
import { performAsSystem, type SystemAct } from "#db/referral/perform-as-system.ts";
import type { Day } from "#lib/calendar/day.ts";

/** An act that is due, and the day it happens on: a job that comes late does it as of the day it should have. */
export type DueAct = { partnership: string; on: Day; doing: SystemAct };

/**
 * Does what is due, one transaction a referral and act, each locked and looked at again: what moved meanwhile is left alone.
 * Answers how many it did.
 */
export async function performEach(pool: Pool, due: readonly DueAct[]): Promise<number> {
  let done = 0;
  for (const { partnership, on, doing } of due) {
    const result = await pool.sql.begin((sql) => performAsSystem(asTx(pool, sql), { partnership, today: on }, doing));
    if (result.ok) done += 1;
  }
  return done;
}
