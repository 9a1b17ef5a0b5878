import { ok, type Result, refused } from "#lib/result.ts";
import { undrawn } from "#lib/text/drawn.ts";
import { tidy } from "#lib/text/tidy.ts";
import { answering, localHere, withLexicon } from "./answered.ts";
import { type Dictionary, dictionary } from "./dictionary.ts";
import { type Finding, guard } from "./guard/guard.ts";

declare const guarded: unique symbol;
/** A text in which the guard found nobody. Only `cleanText` makes one, so nothing else can be stored. */
export type CleanText = string & { readonly [guarded]: true };

type Limits = {
  /** In characters as PostgreSQL counts them. */
  max: number;
  /** Words that whoever wrote the text has said are no names. */
  notNames?: readonly string[];
};

/**
 * The one way from what somebody typed to a text that may be stored.
 *
 * Gives the text tidied and without white space around it; it may be empty. Refuses `unseen-sign`, `too-long` (details
 * `{ length, max }`), `unknown-sign` (details `{ sign }`) for what no paper could show, `findings` (details `{ findings }`, offsets
 * into `raw` as given) and, when the guard itself breaks or has no dictionary, `guard-unavailable`. Of the findings only names
 * can be answered; a number or an address stays one, whatever `notNames` says. A refusal carries no more of the text than that sign.
 */
export function cleanText(raw: string, { max, notNames = [] }: Limits): Result<CleanText> {
  const whole = tidy(raw);
  if (!whole.ok) return whole;
  const text = whole.value.trim();
  if (text === "") return ok(text as CleanText);
  const length = [...text].length;
  if (length > max) return refused("too-long", undefined, { length, max });
  const sign = undrawn(text);
  if (sign !== null) return refused("unknown-sign", undefined, { sign });
  try {
    const known = withLexicon(dictionary());
    const left = leftIn(raw, known, notNames);
    // Two digits that a sign had parted which nobody sees stand together once it is gone.
    const stored = left.length === 0 && text !== raw.trim() ? leftIn(text, known, notNames) : [];
    const findings = [...left, ...stored];
    return findings.length > 0 ? refused("findings", undefined, { findings }) : ok(text as CleanText);
  } catch {
    // The error may quote the text, so it goes no further.
    return refused("guard-unavailable");
  }
}

const leftIn = (text: string, known: Dictionary, notNames: readonly string[]): Finding[] =>
  answering(text, { findings: guard(text, known, localHere()), notNames, dictionary: known });
