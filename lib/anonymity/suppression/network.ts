/**
 * A table as a network: every sum that can be read off it is a node, and every number an arc between the two sums it
 * stands in. What is added to one number must go round: whoever knows the sums can move hidden numbers along a cycle of
 * hidden ones and nowhere else. So the most that one may be more or less is a flow, found exactly and without trying.
 */
export type Arc = {
  value: number;
  /** The sum that it is a part of, and the one that it adds up or stands on the other side of. */
  head: number;
  tail: number;
  /** Stands in another table too, where it was decided: it is not hidden here. */
  fixed?: boolean;
};

/** What a reader knows of a hidden number before they begin to reckon. */
export type Bounds = { least: number; most: number };

type Way = { arc: number; from: number; to: number; room: number };

/** What may still be moved along each arc, forwards and backwards, after what was moved already. */
function waysOf(arcs: readonly Arc[], moved: readonly number[], bounds: (arc: number) => Bounds | null): Way[] {
  return arcs.flatMap(({ value, head, tail }, arc) => {
    const known = bounds(arc);
    if (!known) return [];
    const now = value + (moved[arc] ?? 0);
    return [
      { arc, from: tail, to: head, room: known.most - now },
      { arc, from: head, to: tail, room: now - known.least },
    ].filter(({ room }) => room > 0);
  });
}

/** The cheapest way from one sum to another, or null where none leads. */
function cheapest(ways: readonly Way[], [from, to]: readonly [number, number], cost: (arc: number) => number) {
  const reached = new Map<number, { cost: number; by: Way | null }>([[from, { cost: 0, by: null }]]);
  // Costs are never negative, so nobody is reached again more cheaply for ever.
  for (let again = true; again; ) {
    again = false;
    for (const way of ways) {
      const here = reached.get(way.from);
      const price = (here?.cost ?? Number.POSITIVE_INFINITY) + cost(way.arc);
      if (!here || price >= (reached.get(way.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(way.to, { cost: price, by: way });
      again = true;
    }
  }
  if (!reached.has(to)) return null;
  const path: Way[] = [];
  for (let at = to; at !== from; ) {
    const by = reached.get(at)?.by;
    if (!by) return null;
    path.push(by);
    at = by.from;
  }
  return path;
}

type Moving = {
  /** From the one sum to the other, without the arc itself. */
  ends: readonly [number, number];
  bounds: (arc: number) => Bounds | null;
  /** More than this does not matter. */
  enough: number;
};

/** How much can be moved from one sum to another along what is hidden, and what was moved on the way. */
export function move(arcs: readonly Arc[], { ends, bounds, enough }: Moving): { total: number; moved: number[] } {
  const moved = arcs.map(() => 0);
  let total = 0;
  while (total < enough) {
    const path = cheapest(waysOf(arcs, moved, bounds), ends, () => 0.001);
    if (!path) break;
    const room = Math.min(enough - total, ...path.map((way) => way.room));
    for (const { arc, to } of path) moved[arc] = (moved[arc] ?? 0) + (to === arcs[arc]?.head ? room : -room);
    total += room;
  }
  return { total, moved };
}

/** The arcs of the cheapest way on which still more could be moved, if they were hidden too. */
export function wayFurther(
  arcs: readonly Arc[],
  { ends, bounds, moved, cost }: Omit<Moving, "enough"> & { moved: readonly number[]; cost: (arc: number) => number },
): number[] | null {
  return cheapest(waysOf(arcs, moved, bounds), ends, cost)?.map(({ arc }) => arc) ?? null;
}
