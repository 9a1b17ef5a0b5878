import { ok, type Result, refused } from "../result.ts";
import { isWritten, type Written, wordsOf } from "./codes.ts";
import type { Words } from "./words.ts";

/**
 * Texts as they were written, of which one that was never written may stay so: it is a gap, and keeps nothing else from being
 * saved. Refuses "words-needed" for one without its Danish.
 */
export function laterWordsOf<Name extends string>(
  before: Readonly<Record<Name, Words>>,
  written: Readonly<Record<Name, Written>>,
  names: readonly Name[],
): Result<Record<Name, Words>> {
  const said = {} as Record<Name, Words>;
  for (const name of names) {
    const text = wordsOf(written[name]);
    if (!text && (before[name].da || isWritten(written[name]))) return refused("words-needed", `${name}.da`);
    said[name] = text ?? { da: "", en: "" };
  }
  return ok(said);
}
