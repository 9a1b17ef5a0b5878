/** An item of an agenda: a case with its place by the rules when it was last built, or a point (null). */
export type Placed = { key: string; rank: number | null };

/**
 * The order of an agenda that is built anew. As long as nobody moved anything, cases come in the order of the rules and
 * points after them. Once somebody has, what is there keeps its order, and a new case follows the one that the rules put
 * before it. Cases that need no talk any more are gone; points stay.
 *
 * @param items as they stand now
 * @param cases keys of the cases, in the order of the rules
 */
export function arrange(items: readonly Placed[], cases: readonly string[]): string[] {
  const points = items.filter(({ rank }) => rank === null).map(({ key }) => key);
  if (!isMoved(items)) return [...cases, ...points];
  const wanted = new Set([...cases, ...points]);
  const order = items.map(({ key }) => key).filter((key) => wanted.has(key));
  cases.forEach((key, index) => {
    if (order.includes(key)) return;
    const before = cases[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}

const isMoved = (items: readonly Placed[]): boolean =>
  items.some(({ rank }, index) => {
    const before = items[index - 1];
    if (!before || rank === null) return false;
    return before.rank === null || before.rank > rank;
  });
