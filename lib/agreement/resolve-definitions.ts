import { type Mistake, type Path, say } from "./mistake.ts";

/** Deeper, or more of it, no agreement is: such a file was made to be slow. */
const deepest = 40;
const mostPieces = 100_000;

/** Where a definition was laid in: its name, and the fields that were written beside `use`. */
export type Use = { at: Path; name: string; over: ReadonlySet<string> };

export type Resolved = { ok: true; value: unknown; uses: Use[] } | { ok: false; mistakes: Mistake[] };

type Fields = Record<string, unknown>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class Wrong extends Error {
  readonly mistake: Mistake;
  constructor(path: Path, sentence: string) {
    super(sentence);
    this.mistake = say(path, sentence);
  }
}

/**
 * Lays every shared piece in where it is used: `{ "use": "yes" }` becomes what `definitions.yes` says, with the fields
 * beside `use` laid over it. The definitions themselves are gone afterwards.
 */
export function resolveDefinitions(file: Fields): Resolved {
  const { definitions = {}, ...rest } = file;
  if (!isFields(definitions)) return { ok: false, mistakes: [say(["definitions"], "shared pieces by their names")] };
  const uses: Use[] = [];
  let pieces = 0;

  function lay(value: unknown, at: Path, within: readonly string[]): unknown {
    pieces += 1;
    if (pieces > mostPieces) throw new Wrong(["definitions"], "together they are more than an agreement can be");
    if (at.length > deepest) throw new Wrong(at.slice(0, 3), "deeper than an agreement can be");
    if (Array.isArray(value)) return value.map((each, place) => lay(each, [...at, place], within));
    if (!isFields(value)) return value;
    if (typeof value["use"] !== "string") return layFields(value, at, within);
    const { use: name, ...over } = value as Fields & { use: string };
    if (!Object.hasOwn(definitions as Fields, name))
      throw new Wrong([...at, "use"], `there is no definition called ${JSON.stringify(name.slice(0, 60))}`);
    if (within.includes(name)) throw new Wrong(["definitions", name], "it is used within itself");
    const fields = Object.keys(over);
    uses.push({ at, name, over: new Set(fields) });
    const laid = lay((definitions as Fields)[name], at, [...within, name]);
    if (fields.length === 0) return laid;
    if (!isFields(laid)) throw new Wrong(at, `"${name}" is no set of fields, so nothing can stand beside it`);
    return { ...laid, ...(layFields(over, at, within) as Fields) };
  }

  function layFields(fields: Fields, at: Path, within: readonly string[]): Fields {
    return Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, lay(each, [...at, key], within)]));
  }

  try {
    const value = layFields(rest, [], []);
    // What nobody uses is looked at too: a slip in its name would be found nowhere else.
    for (const [name, each] of Object.entries(definitions)) lay(each, ["definitions", name], [name]);
    return { ok: true, value, uses };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, mistakes: [error.mistake] };
    throw error;
  }
}

/** The path at which a mistake was written: in the definition that was laid in there, unless beside its `use`. */
export function writtenAt(path: Path, uses: readonly Use[]): Path {
  const laid = uses
    .filter(
      ({ at, over }) =>
        at.length < path.length &&
        at.every((step, place) => step === path[place]) &&
        !over.has(String(path[at.length])),
    )
    .toSorted((a, b) => a.at.length - b.at.length)
    .at(-1);
  return laid ? ["definitions", laid.name, ...path.slice(laid.at.length)] : path;
}
