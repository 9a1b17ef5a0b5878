import { ok, type Result, refused } from "../result.ts";
import { oneLine } from "../text/tidy.ts";
import { type LocalNames, localName } from "./local-names.ts";

/** Each kind of local names, in the order in which they are asked for. */
export const localKinds = ["estates", "streets", "houses", "towns", "words"] as const satisfies (keyof LocalNames)[];

/**
 * The local names as they were written, one a line; a name that is written twice is one. Refuses "local-name" at the kind, with
 * the first that is no name. What has none says nothing.
 */
export function setLocalNames<Content extends { local?: LocalNames }>(
  content: Content,
  written: Readonly<Record<(typeof localKinds)[number], string>>,
): Result<Content> {
  const { local: before = {}, ...rest } = content;
  const local: LocalNames = {};
  for (const kind of localKinds) {
    const list = eachOnce(written[kind].split("\n").map(oneLine).filter(Boolean));
    const wrong = list.find((name) => !localName.safeParse(name).success);
    if (wrong !== undefined) return refused("local-name", kind, { text: wrong.slice(0, 60) });
    if (list.length > 0 || before[kind]) local[kind] = list;
  }
  const said = Object.keys(local).length > 0 || content.local !== undefined;
  return ok({ ...rest, ...(said ? { local } : {}) } as Content);
}

function eachOnce(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(name.toLowerCase())) first.set(name.toLowerCase(), name);
  return [...first.values()];
}

/** As they are written again: one a line. */
export const showLocalNames = ({ local }: { local?: LocalNames }, kind: keyof LocalNames): string =>
  (local?.[kind] ?? []).join("\n");
