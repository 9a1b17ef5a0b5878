import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "#db/client.ts";
import type { Day } from "#lib/calendar/day.ts";

/** Something that is done over and over. Done twice, or after days of silence, it leaves the same behind. */
export type Job = {
  name: string;
  /** Seconds from its end to its next beginning. */
  every: number;
  run: (pool: Pool, today: Day) => Promise<unknown>;
};

const longestPause = 300;

/**
 * Does each job every so often until somebody says stop, and returns when what was under way is finished. However many
 * processes run, a job runs in one of them at a time. One that fails is told of by its name and the kind of error, never
 * by what it was about, and tried again: after twice the time with each failure, five minutes at the most.
 */
export async function runJobs(
  pool: Pool,
  jobs: readonly Job[],
  { stopping, say }: { stopping: AbortSignal; say: (sentence: string) => void },
): Promise<void> {
  const repeat = async (job: Job) => {
    let failures = 0;
    while (!stopping.aborted) {
      try {
        await runAlone(pool, job);
        failures = 0;
      } catch (error) {
        failures += 1;
        say(`${job.name} failed (${kindOf(error)}), ${failures} in a row; it is tried again.`);
      }
      const pause = failures === 0 ? job.every : Math.min(job.every * 2 ** failures, Math.max(longestPause, job.every));
      await sleep(pause * 1000, undefined, { signal: stopping }).catch(() => {});
    }
  };
  await Promise.all(jobs.map(repeat));
}

/** Runs a job unless another process is at it. The lock belongs to a connection, and ends with it. */
export async function runAlone(pool: Pool, { name, run }: Job): Promise<"done" | "elsewhere"> {
  const lock = await pool.sql.reserve();
  try {
    const [alone] = await lock<{ mine: boolean; today: Day }[]>`
      select pg_try_advisory_lock(hashtextextended(${`job ${name}`}, 0)) or not ${heldByJobs(lock, name)} as mine,
        door.today() as today`;
    if (!alone?.mine) return "elsewhere";
    try {
      await run(pool, alone.today);
    } finally {
      await lock`select pg_advisory_unlock(hashtextextended(${`job ${name}`}, 0))`;
    }
    return "done";
  } finally {
    lock.release();
  }
}

/** Anybody with a login may take that lock: only one that the jobs' own login holds keeps a job from running. */
const heldByJobs = (sql: Pool["sql"], name: string) => sql`exists (
  select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid and a.usename = current_user
  where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()
    and l.database = (select oid from pg_database where datname = current_database())
    and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(${`job ${name}`}, 0))`;

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
