import { type Arc, type Bounds, move, wayFurther } from "./network.ts";

/** Under this a number points at somebody. A true nought points at nobody, and may be shown. */
export const fewest = 5;
/** Whoever reckons must be left with this much between the least and the most that a hidden number can be. */
export const widest = 3;
/** A percentage is shown only of so many. */
export const fewestOfShare = 20;

/**
 * A number as it is published. `few`: fewer than five, and more than none. `hidden`: hidden so that nobody reckons another
 * one out; where even that much said would give something away, every hidden number of the table reads `hidden`.
 */
export type Shown = number | "few" | "hidden";

/** A table of two directions with its sums, and one of a single direction with its sum. */
export type Grid = { cells: Shown[][]; rowTotals: Shown[]; columnTotals: Shown[]; total: Shown };
export type List = { cells: Shown[]; total: Shown };

const isSmall = (value: number) => value > 0 && value < fewest;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * A table of counts with what must be hidden: every number from one to four, and as many more as it takes until nothing
 * that is left, summed and subtracted in whatever way, narrows a hidden number to less than `widest`. Null where that
 * leaves no number to show: then the table is not published.
 */
export function suppressGrid(counts: readonly (readonly number[])[]): Grid | null {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const [allRows, allColumns] = [rows + columns, rows + columns + 1];
  const arcs: Arc[] = [
    ...counts.flatMap((row, at) => row.map((value, column) => ({ value, head: at, tail: rows + column }))),
    ...counts.map((row, at) => ({ value: sum(row), head: allRows, tail: at })),
    ...Array.from({ length: columns }, (_, column) => ({
      value: sum(counts.map((row) => row[column] ?? 0)),
      head: rows + column,
      tail: allColumns,
    })),
    { value: sum(counts.flat()), head: allColumns, tail: allRows },
  ];
  const shown = suppress(arcs);
  if (!shown) return null;
  const inner = rows * columns;
  return {
    cells: counts.map((_, at) => shown.slice(at * columns, (at + 1) * columns)),
    rowTotals: shown.slice(inner, inner + rows),
    columnTotals: shown.slice(inner + rows, inner + rows + columns),
    total: shown.at(-1) ?? "hidden",
  };
}

/**
 * The same for counts of one direction. `total` is how their sum was published elsewhere, if it was: hidden there, they
 * are not published at all.
 */
export function suppressList(counts: readonly number[], { total }: { total?: Shown } = {}): List | null {
  if (total === "few" || total === "hidden") return null;
  const arcs: Arc[] = [
    ...counts.map((value) => ({ value, head: 0, tail: 1 })),
    { value: sum(counts), head: 1, tail: 0, fixed: total !== undefined },
  ];
  const shown = suppress(arcs);
  return shown && { cells: shown.slice(0, -1), total: shown.at(-1) ?? "hidden" };
}

/** Percent of a whole, where both are shown and the whole is large enough to speak of percent. */
export function shareOf(part: Shown, whole: Shown): number | null {
  if (typeof part !== "number" || typeof whole !== "number" || whole < fewestOfShare) return null;
  return Math.round((part / whole) * 100);
}

/**
 * The middle one of so many days, where their number is shown: so there are five or more, and nobody can tell whose it is.
 * Never of a hidden number, since that there is one would say that it is five or more.
 */
export function medianOf(days: readonly number[], count: Shown): number | null {
  if (typeof count !== "number" || count < fewest) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** The way that hides fewer; where both hide as many, the one that says more of them. */
function suppress(arcs: readonly Arc[]): Shown[] | null {
  const told = hide(arcs, true);
  const bare = hide(arcs, false);
  const tells = told !== null && (bare === null || told.size <= bare.size);
  const hidden = tells ? told : bare;
  if (!hidden) return null;
  const shown = arcs.map(({ value }, arc): Shown => {
    if (!hidden.has(arc)) return value;
    return tells && isSmall(value) ? "few" : "hidden";
  });
  const nothingLeft = hidden.size > 0 && !shown.some((each) => typeof each === "number" && each > 0);
  return nothingLeft ? null : shown;
}

/** Which numbers are hidden, when a reader is told which of them are few, or not; null where no choice holds. */
function hide(arcs: readonly Arc[], told: boolean): Set<number> | null {
  const hidden = new Set(arcs.flatMap(({ value }, arc) => (isSmall(value) ? [arc] : [])));
  const boundsIf = (arc: number): Bounds => {
    if (!told) return { least: 1, most: Number.POSITIVE_INFINITY };
    return isSmall(arcs[arc]?.value ?? 0)
      ? { least: 1, most: fewest - 1 }
      : { least: fewest, most: Number.POSITIVE_INFINITY };
  };
  for (;;) {
    const narrow = [...hidden].map((arc) => narrowest(arcs, { arc, hidden, boundsIf })).find((each) => each !== null);
    if (!narrow) return hidden;
    const more = narrow.further();
    if (!more) return null;
    for (const arc of more) hidden.add(arc);
  }
}

type Looking = { arc: number; hidden: ReadonlySet<number>; boundsIf: (arc: number) => Bounds };

/** Null when a hidden number can be enough things; else what would have to be hidden with it. */
function narrowest(arcs: readonly Arc[], { arc, hidden, boundsIf }: Looking) {
  const { value = 0, head = 0, tail = 0 } = arcs[arc] ?? {};
  const own = boundsIf(arc);
  const others = (which: number) => (which !== arc && hidden.has(which) ? boundsIf(which) : null);
  const try_ = (ends: readonly [number, number], most: number) => {
    const enough = Math.min(widest, most);
    const found = move(arcs, { ends, bounds: others, enough });
    return { ...found, ends, lacks: found.total < enough };
  };
  const up = try_([head, tail], own.most - value);
  const down = try_([tail, head], value - own.least);
  if (up.total + down.total >= widest) return null;
  /** A nought cannot become more, since it is known to be one; a number that is hidden already costs nothing. */
  const mayHide = (which: number) => {
    if (which === arc) return null;
    if (hidden.has(which)) return boundsIf(which);
    const candidate = arcs[which];
    return candidate && candidate.value > 0 && !candidate.fixed ? boundsIf(which) : null;
  };
  const cost = (which: number) => (hidden.has(which) ? 0.001 : 10 + (arcs[which]?.value ?? 0));
  return {
    further: (): number[] | null => {
      for (const { ends, moved, lacks } of [up, down]) {
        const way = lacks ? wayFurther(arcs, { ends, bounds: mayHide, moved, cost }) : null;
        if (way) return way;
      }
      return null;
    },
  };
}
