import type { Dictionary } from "../dictionary.ts";
import { toldTooMuch } from "../told-too-much.ts";
import { type Finding, type FindingKind, guard } from "./guard.ts";
import type { Local } from "./local.ts";

/**
 * A note written by hand, with the stretches that the guard should find; none in a clean one. `of`: the manner it was
 * written to try. `points`: the words that are to be pointed out, which stop nothing.
 */
export type Note = {
  id: string;
  part: "dev" | "held-back";
  text: string;
  findings: Finding[];
  of?: string;
  points?: string[];
};

/** What became of one stretch that should be found: `found` at all, `named` by its own kind. */
export type Outcome = { note: Note; wanted: Finding; found: boolean; named: boolean };

/** `stopped`: the clean notes in which something was found, with what it was. */
export type Measured = { outcomes: Outcome[]; clean: number; stopped: { note: Note; findings: Finding[] }[] };

const overlap = (one: Finding, other: Finding): boolean => one.start < other.end && other.start < one.end;

/** What the notes are read with: a dictionary, and the place they are written in. */
type With = { dictionary: Dictionary; local: Local };

/** Runs the guard over annotated notes. A stretch counts as found when a finding overlaps it. */
export function measure(notes: readonly Note[], { dictionary, local }: With): Measured {
  const outcomes = notes.flatMap((note) => {
    const findings = guard(note.text, dictionary, local);
    return note.findings.map((wanted) => {
      const there = findings.filter((finding) => overlap(finding, wanted));
      return { note, wanted, found: there.length > 0, named: there.some(({ kind }) => kind === wanted.kind) };
    });
  });
  const clean = notes.filter((note) => note.findings.length === 0);
  const stopped = clean
    .map((note) => ({ note, findings: guard(note.text, dictionary, local) }))
    .filter(({ findings }) => findings.length > 0);
  return { outcomes, clean: clean.length, stopped };
}

/** The outcomes of each kind there is, in the order of the alphabet. */
export function byKind(outcomes: readonly Outcome[]): [FindingKind, Outcome[]][] {
  const kinds = [...new Set(outcomes.map(({ wanted }) => wanted.kind))].toSorted();
  return kinds.map((kind) => [kind, outcomes.filter(({ wanted }) => wanted.kind === kind)]);
}

/** Of one manner: stretches found, clean notes let through, words pointed out; `left` are the notes where it was not so. */
export type Manner = { of: string; done: number; whole: number; notes: number; left: Note[] };

/** How each manner of writing came out. */
export function byManner(notes: readonly Note[], read: With): Manner[] {
  const manners = [...new Set(notes.flatMap(({ of }) => of ?? []))];
  return manners.map((of) => {
    const mine = notes.filter((note) => note.of === of);
    const counted = mine.map((note) => ({ note, ...resultOf(note, read) }));
    const sum = (of: (each: { done: number; whole: number }) => number) =>
      counted.reduce((all, one) => all + of(one), 0);
    const left = counted.filter(({ done, whole }) => done < whole).map(({ note }) => note);
    return { of, done: sum(({ done }) => done), whole: sum(({ whole }) => whole), notes: mine.length, left };
  });
}

function resultOf(note: Note, read: With): { done: number; whole: number } {
  if (note.points) {
    const pointed = toldTooMuch(note.text).map(({ word }) => word);
    const done = note.points.filter((point) => pointed.some((word) => word.includes(point) || point.includes(word)));
    return { done: done.length, whole: note.points.length };
  }
  const { outcomes, stopped } = measure([note], read);
  if (outcomes.length === 0) return { done: 1 - stopped.length, whole: 1 };
  return { done: outcomes.filter(({ found }) => found).length, whole: outcomes.length };
}
