import type { Dictionary } from "../dictionary.ts";
import { account } from "./account.ts";
import { birthdate } from "./birthdate.ts";
import { caseNumber } from "./case.ts";
import { cpr } from "./cpr.ts";
import { email } from "./email.ts";
import type { Detector, Finding } from "./finding.ts";
import { fold } from "./fold.ts";
import { handle } from "./handle.ts";
import { lease } from "./lease.ts";
import type { Local } from "./local.ts";
import { name } from "./names/name.ts";
import { phone } from "./phone.ts";
import { plate } from "./plate.ts";

export type { Finding, FindingKind } from "./finding.ts";

/** One file a kind. Where two find the same stretch, the earlier one names it. */
const detectors = ({ address }: Local): readonly Detector[] => [
  cpr,
  email,
  lease,
  account,
  phone,
  caseNumber,
  plate,
  birthdate,
  address,
  handle,
];

/** Findings that overlap become one that covers them all, named after the longest. */
function merge(findings: readonly Finding[]): Finding[] {
  const merged: Finding[] = [];
  let longest = 0;
  for (const { start, end, kind } of findings.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    const touches = last !== undefined && start < last.end;
    if (touches) last.end = Math.max(last.end, end);
    if (touches && end - start > longest) last.kind = kind;
    if (!touches) merged.push({ start, end, kind });
    longest = touches ? Math.max(longest, end - start) : end - start;
  }
  return merged;
}

/** What is hard in a folded text, by its places there. */
const hardIn = (folded: string, local: Local): Finding[] =>
  merge(
    detectors(local)
      .flatMap((detect) => detect(folded))
      .filter(({ start, end }) => end > start),
  );

/** The numbers, addresses and names on services alone: what nobody may wave through. */
export function findHard(text: string, local: Local): Finding[] {
  const { text: folded, unfold } = fold(text);
  return merge(hardIn(folded, local).map(({ start, end, kind }) => ({ ...unfold(start, end), kind })));
}

/** Names may be answered with "det er ikke et navn"; nothing else may. */
export const isSoft = ({ kind }: Finding): boolean => kind === "name";

/**
 * Where a text points at a person: numbers, addresses, names on services, names, as people really type them.
 *
 * Takes any string; gives stretches of it as UTF-16 offsets, sorted, apart from each other, none empty. What touches a
 * number or an address belongs to that, so that no answer to a name takes it away. An empty list means that nothing was
 * found, not that nobody can be recognised. Pure: keeps and logs nothing. `local` is what is called something where the
 * text is written.
 */
export function guard(text: string, dictionary: Dictionary, local: Local): Finding[] {
  const { text: folded, unfold } = fold(text);
  const typed = ({ start, end, kind }: Finding): Finding => ({ ...unfold(start, end), kind });
  const found = hardIn(folded, local);
  const claimed = found.filter(({ kind }) => kind === "email" || kind === "handle");
  const hard = merge(found.map(typed));
  const names = merge(name(folded, { dictionary, local, claimed }).map(typed));
  const apart = names.filter((one) => !hard.some((other) => one.start < other.end && other.start < one.end));
  return [...hard, ...apart].toSorted((a, b) => a.start - b.start);
}
