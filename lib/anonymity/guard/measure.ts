import type { Dictionary } from "../dictionary.ts";
import { type Finding, type FindingKind, guard } from "./guard.ts";

/** A note written by hand, with the stretches that the guard should find; none in a clean one. */
export type Note = { id: string; part: "dev" | "held-back"; text: string; findings: Finding[] };

/** What became of one stretch that should be found: `found` at all, `named` by its own kind. */
export type Outcome = { note: Note; wanted: Finding; found: boolean; named: boolean };

/** `stopped`: the clean notes in which something was found, with what it was. */
export type Measured = { outcomes: Outcome[]; clean: number; stopped: { note: Note; findings: Finding[] }[] };

const overlap = (one: Finding, other: Finding): boolean => one.start < other.end && other.start < one.end;

/** Runs the guard over annotated notes. A stretch counts as found when a finding overlaps it. */
export function measure(notes: readonly Note[], dictionary: Dictionary): Measured {
  const outcomes = notes.flatMap((note) => {
    const findings = guard(note.text, dictionary);
    return note.findings.map((wanted) => {
      const there = findings.filter((finding) => overlap(finding, wanted));
      return { note, wanted, found: there.length > 0, named: there.some(({ kind }) => kind === wanted.kind) };
    });
  });
  const clean = notes.filter((note) => note.findings.length === 0);
  const stopped = clean
    .map((note) => ({ note, findings: guard(note.text, dictionary) }))
    .filter(({ findings }) => findings.length > 0);
  return { outcomes, clean: clean.length, stopped };
}

/** The outcomes of each kind there is, in the order of the alphabet. */
export function byKind(outcomes: readonly Outcome[]): [FindingKind, Outcome[]][] {
  const kinds = [...new Set(outcomes.map(({ wanted }) => wanted.kind))].toSorted();
  return kinds.map((kind) => [kind, outcomes.filter(({ wanted }) => wanted.kind === kind)]);
}
