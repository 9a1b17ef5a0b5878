import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Linux tells processor time in hundredths of a second. */
const tickMs = 10;

/** Of one line of /proc/PID/stat: who started it, and how much processor time it has had, in milliseconds. */
export function readStat(stat: string): { parent: number; ms: number } {
  // The name stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * tickMs };
}

const statOf = (pid: number) => {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return undefined;
  }
};

/** Whose database a backend serves, by its title: `postgres: brobyg_app bench_now_10000 127.0.0.1(40312) idle`. */
export const servesDatabase = (title: string, database: string): boolean =>
  title.startsWith("postgres: ") && title.split(" ")[2] === database;

/** Processor time so far, in milliseconds by process. */
type Times = Map<number, number>;

const timesOf = (pids: readonly number[]): Times =>
  new Map(
    pids.flatMap((pid) => {
      const stat = statOf(pid);
      return stat ? [[pid, stat.ms] as const] : [];
    }),
  );

/** The backends of one database of the server that keeps its data in `home`; none where it is not ours, or /proc is not there. */
function backendsOf(home: string | null, database: string): number[] {
  if (!home) return [];
  const [postmaster] = readFileSync(path.join(home, "postgres/postmaster.pid"), "utf8").split("\n");
  const all = safely(() => readdirSync("/proc"), [])
    .map(Number)
    .filter(Number.isInteger);
  return all.filter((pid) => {
    if (statOf(pid)?.parent !== Number(postmaster)) return false;
    return servesDatabase(
      safely(() => readFileSync(`/proc/${pid}/cmdline`, "utf8"), ""),
      database,
    );
  });
}

/** A process may end while it is looked at. */
function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const spentBetween = (before: Times, after: Times): number =>
  after.size === 0 ? Number.NaN : [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);

/** Which processes do the work: the one that answers, and the backends of its database. */
export type Workers = { pid: number; home: string | null; database: string };

/** Notes what its workers have spent so far. What it returns says what they spent since, in milliseconds; NaN where the machine does not say. */
export function noteSpent({ pid, home, database }: Workers): () => { node: number; postgres: number } {
  const node = timesOf([pid]);
  const postgres = timesOf(backendsOf(home, database));
  return () => ({
    node: spentBetween(node, timesOf([pid])),
    postgres: spentBetween(postgres, timesOf(backendsOf(home, database))),
  });
}

/** Highest resident memory of a process so far, in megabytes. */
export function memoryOf(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(safely(() => readFileSync(`/proc/${pid}/status`, "utf8"), ""));
  return line ? Number(line[1]) / 1024 : Number.NaN;
}
