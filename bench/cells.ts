/** Which code was measured: the commit before, or the files that stand here. */
export type SideName = "before" | "now";

/** What one measurement found: requests a second, and the median and 99th percentile of one request in milliseconds. */
export type Measured = { requests: number; perSecond: number; median: number; p99: number };

/** Processor time of one request in milliseconds: of the process that answers, and of the database's backends. NaN where the machine does not say. */
export type Spent = { nodeMs: number; postgresMs: number };

/** What is measured. The first five are done one after another over one connection to the database, without HTTP. */
export type What =
  | "select 1"
  | "empty transaction"
  | "transaction with select 1"
  | "session opened"
  | "inbox transaction"
  | "select 1, bare Node"
  | "empty transaction, bare Node"
  | "session opened, bare Node"
  | "inbox data, bare Node"
  | "inbox data"
  | "referral data"
  | "empty page"
  | "inbox page"
  | "referral page"
  | "send"
  | "accept";

/** One measurement of one round. */
export type Cell = { side: SideName; what: What; referrals: number; connections: number; round: number } & Measured &
  Spent;

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/** The value that so large a share of all stays below. */
export function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What was measured, from how long each request took and how long all took together, both in milliseconds. No numbers where nothing was answered. */
export function measuredOf(times: readonly number[], elapsed: number): Measured {
  return {
    requests: times.length,
    perSecond: times.length === 0 ? Number.NaN : (times.length * 1000) / elapsed,
    median: medianOf(times),
    p99: percentileOf(times, 0.99),
  };
}

const numbers = ["requests", "perSecond", "median", "p99", "nodeMs", "postgresMs"] as const;

/** The same measurement of every round as one: the median of each figure, of the rounds that have one. In the order of their first round. */
export function acrossRounds(cells: readonly Cell[]): Omit<Cell, "round">[] {
  const same = Map.groupBy(cells, ({ side, what, referrals, connections }) =>
    [side, what, referrals, connections].join(" / "),
  );
  return [...same.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const { round: _, ...kept } = first;
    const middle = numbers.map((name) => [
      name,
      medianOf([first, ...rest].map((cell) => cell[name]).filter(Number.isFinite)),
    ]);
    return [{ ...kept, ...(Object.fromEntries(middle) as Measured & Spent) }];
  });
}
