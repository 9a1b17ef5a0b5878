import type { Finding } from "#components/form/post-act.ts";

/**
 * Moves findings along while the text is edited, so that a mark stays on the words it was made for.
 * A finding that the edit touches is dropped: what stands there now has not been looked at.
 */
export function carryFindings(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding];
    if (finding.start >= before.length - tail)
      return [{ ...finding, start: finding.start + shift, end: finding.end + shift }];
    return [];
  });
}

/** A piece of the text, and the kind of finding it is, if it is one. */
export type Piece = { text: string; start: number; kind?: string };

/** Cuts the text at its findings. Those that overlap an earlier one, or lie outside the text, are left out. */
export function cutAtFindings(text: string, findings: readonly Finding[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, kind } of findings.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), start: at });
    pieces.push({ text: text.slice(start, end), start, kind });
    at = end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), start: at }] : pieces;
}
