/** What a page's own browser saw of it, in milliseconds since it was asked for. */
export type Finding = {
  /** First contentful paint. */
  firstPaint: number;
  /** Tasks of more than 50 ms, by which nothing that the reader does is heard. */
  tasks: { start: number; duration: number }[];
  /** What moved by itself, and by how much of the window. */
  shifts: { at: number; value: number }[];
};

/** A task may take so long without being noticed. */
const unnoticed = 50;

/** Total blocking time as Lighthouse counts it: what tasks take beyond 50 ms, from the first paint until the page is ready. */
export function blockingTime({ firstPaint, tasks }: Pick<Finding, "firstPaint" | "tasks">): number {
  return tasks.reduce((sum, { start, duration }) => {
    const seen = start + duration - Math.max(start, firstPaint);
    return sum + Math.max(0, seen - unnoticed);
  }, 0);
}

const pause = 1_000;
const longest = 5_000;

/** Cumulative layout shift: the largest sum of shifts less than a second apart, within five. */
export function layoutShift(shifts: Finding["shifts"]): number {
  let worst = 0;
  let sum = 0;
  let began = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  for (const { at, value } of shifts) {
    if (at - before >= pause || at - began >= longest) {
      began = at;
      sum = 0;
    }
    before = at;
    sum += value;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** Of an even number, the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
