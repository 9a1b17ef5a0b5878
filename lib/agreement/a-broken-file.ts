/** Numbers from 0 up to 1 that are the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const odd = [
  null,
  true,
  false,
  [0, -1, 0.5, 1e308, 2 ** 53],
  ["", " ", "x", "\u0000", "\ud800", "\u202e", "__proto__", "CARE", "town", "a".repeat(5000)],
  ["2026-02-30", "9999-12-31", "0000-00-00", "../../x", "'; drop table unit; --"],
].flat();
const oddPieces = [() => [], () => ({}), () => [[]], () => ({ use: "here" }), () => ({ use: 1 }), () => ({ da: "x" })];
const oddNames = [
  "use",
  "definitions",
  "code",
  "key",
  "__proto__",
  "constructor",
  "",
  "da",
  "source",
  "until",
  "toString",
];

type Holder = { in: Record<string | number, unknown>; at: string | number };

/** Every place in a file that something stands in. */
function holders(value: unknown): Holder[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = value as Record<string | number, unknown>;
  const keys = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value);
  return keys.flatMap((at) => [{ in: inside, at }, ...holders(inside[at])]);
}

/** Changes a file in one to four places: taken away, doubled, put elsewhere, named otherwise, or something odd instead. */
export function breakFile(file: Record<string, unknown>, next: () => number): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const times = 1 + Math.floor(next() * 4);
  for (let time = 0; time < times; time += 1) {
    const places = holders(file);
    const { in: inside, at } = pick(places);
    const way = Math.floor(next() * 7);
    if (way === 0) takeOut(inside, at);
    else if (way === 1) put(inside, at, pick(odd));
    else if (way === 2) put(inside, at, pick(oddPieces)());
    else if (way === 3 && Array.isArray(inside)) inside.push(structuredClone(inside[Number(at)]));
    else if (way === 4 && !Array.isArray(inside)) put(inside, pick(oddNames), pick(odd));
    else {
      const other = pick(places);
      put(inside, at, structuredClone(other.in[other.at]));
    }
  }
}

function takeOut(inside: Holder["in"], at: string | number): void {
  if (Array.isArray(inside)) inside.splice(Number(at), 1);
  else delete inside[at];
}

/** As JSON does it: a name of every object becomes a field of this one. */
const put = (inside: Record<string | number, unknown>, at: string | number, value: unknown) =>
  Object.defineProperty(inside, at, { value, writable: true, enumerable: true, configurable: true });

/** Changes a text in one place: something gone, something in, or the rest. */
export function breakText(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const to = at + Math.floor(next() * 20);
  const into = ["", '"', "{", "}", ",", "\\", "\u0000", "[[[[", '"use":"here",', "1e999", "nul", "/*", "\ufeff"];
  const piece = into[Math.floor(next() * into.length)] ?? "";
  return next() < 0.1 ? text.slice(0, at) : text.slice(0, at) + piece + text.slice(next() < 0.5 ? at : to);
}
