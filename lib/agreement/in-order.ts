import type { Code } from "./words.ts";

type Coded = { code: Code };

/** A list in another order, that of the codes; what is not named keeps to the end. */
export function inOrder<Item extends Coded>(list: readonly Item[], order: readonly Code[]): Item[] {
  const place = (code: Code) => (order.includes(code) ? order.indexOf(code) : order.length);
  return list.toSorted((a, b) => place(a.code) - place(b.code));
}

/** The list with an item behind those that it followed before. */
export function backIn<Item>(
  list: readonly Item[],
  item: Item,
  called: (item: Item) => Code,
  before: readonly Item[],
): Item[] {
  const codes = before.map(called);
  const earlier = codes.slice(0, codes.indexOf(called(item)));
  return list.toSpliced(list.findLastIndex((each) => earlier.includes(called(each))) + 1, 0, item);
}
