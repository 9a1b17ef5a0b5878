import { expect } from "vitest";
import { type FindingKind, guard } from "./guard.ts";

/** For tests: the guard marks just these words of the text, all as that kind. */
export function expectMarks(kind: FindingKind, text: string, ...words: string[]): void {
  const marked = guard(text).map((finding) => [finding.kind, text.slice(finding.start, finding.end)]);
  expect(marked).toEqual(words.map((word) => [kind, word]));
}

/** For tests: the guard lets the text through. */
export function expectPasses(text: string): void {
  expect(guard(text)).toEqual([]);
}
