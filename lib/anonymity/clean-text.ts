import { ok, type Result, refused } from "#lib/result.ts";
import { answering, withLexicon } from "./answered.ts";
import { dictionary } from "./dictionary.ts";
import { guard } from "./guard/guard.ts";

declare const guarded: unique symbol;
/** A text in which the guard found nobody. Only `cleanText` makes one, so nothing else can be stored. */
export type CleanText = string & { readonly [guarded]: true };

type Limits = {
  /** In characters as PostgreSQL counts them. */
  max: number;
  /** Words that whoever wrote the text has said are no names. */
  notNames?: readonly string[];
};

/** Whole Unicode, one kind of line break, no control characters, no white space around it. */
const tidy = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .trim();

/**
 * The one way from what somebody typed to a text that may be stored.
 *
 * Gives the text tidied; it may be empty. Refuses `too-long` (details `{ length, max }`), `findings`
 * (details `{ findings }`, offsets into `raw` as given) and, when the guard itself breaks or has no dictionary,
 * `guard-unavailable`. Of the findings only names can be answered; a number or an address stays one, whatever
 * `notNames` says. A refusal never carries any of the text.
 */
export function cleanText(raw: string, { max, notNames = [] }: Limits): Result<CleanText> {
  const text = tidy(raw);
  const length = [...text].length;
  if (length > max) return refused("too-long", undefined, { length, max });
  try {
    const known = withLexicon(dictionary());
    const findings = guard(raw, known);
    const left = answering(raw, { findings, notNames, dictionary: known });
    return left.length > 0 ? refused("findings", undefined, { findings: left }) : ok(text as CleanText);
  } catch {
    // The error may quote the text, so it goes no further.
    return refused("guard-unavailable");
  }
}
