import { ok, type Result, refused } from "#lib/result.ts";
import { guard } from "./guard/guard.ts";

declare const guarded: unique symbol;
/** A text in which the guard found nobody. Only `cleanText` makes one, so nothing else can be stored. */
export type CleanText = string & { readonly [guarded]: true };

type Limits = { /** In characters as PostgreSQL counts them. */ max: number };

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
 * (details `{ findings }`, offsets into `raw` as given) and, when the guard itself breaks, `guard-unavailable`.
 * A refusal never carries any of the text.
 */
export function cleanText(raw: string, { max }: Limits): Result<CleanText> {
  const text = tidy(raw);
  const length = [...text].length;
  if (length > max) return refused("too-long", undefined, { length, max });
  try {
    const findings = guard(raw);
    return findings.length > 0 ? refused("findings", undefined, { findings }) : ok(text as CleanText);
  } catch {
    // The error may quote the text, so it goes no further.
    return refused("guard-unavailable");
  }
}
