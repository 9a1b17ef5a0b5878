/** What is packed carries its type, and nothing else. */
declare const of: unique symbol;

/**
 * Plain data as one text. React writes and reads what a page gives its components part by part; the words of a page are
 * hundreds of parts, and as one text they cost next to nothing.
 */
export type Packed<T> = string & { readonly [of]?: T };

export const pack = <T extends object>(value: T): Packed<T> => JSON.stringify(value);

/** Packs of words are few, and the same for everybody who reads the same language. */
const keptAtMost = 50;
const unpacked = new Map<string, unknown>();

/** The same text gives the same object, so that nothing is drawn anew for it. For words alone, never for anybody's data. */
export function unpack<T extends object>(packed: Packed<T>): T {
  const known = unpacked.get(packed);
  if (known) return known as T;
  const value = JSON.parse(packed) as T;
  if (unpacked.size >= keptAtMost) unpacked.clear();
  unpacked.set(packed, value);
  return value;
}
