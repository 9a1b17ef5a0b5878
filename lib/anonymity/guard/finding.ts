/** What a finding is about. A name is a question, all else is an order: see `isSoft`. */
export type FindingKind =
  | "cpr"
  | "phone"
  | "email"
  | "address"
  | "account"
  | "plate"
  | "birthdate"
  | "lease"
  | "case"
  | "handle"
  | "name";

/** A stretch of a text that points at somebody: UTF-16 offsets, `end` is the first character after it. */
export type Finding = { start: number; end: number; kind: FindingKind };

/** Finds one kind in a folded text (see `fold`). Findings may overlap and come in any order: `guard` tidies them. */
export type Detector = (text: string) => Finding[];

/** Everything the pattern matches; where it has a group `it`, that part only. The pattern needs the flags g and d. */
export function matches(text: string, pattern: RegExp, kind: FindingKind): Finding[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    return { start, end, kind };
  });
}
