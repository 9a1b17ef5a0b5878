import type { Dictionary } from "../../dictionary.ts";
import { loosely } from "../address-parts.ts";
import type { Finding } from "../finding.ts";
import { matches } from "../finding.ts";
import { FROM, pattern, patternOfCase, TO } from "../pattern.ts";
import { ESTATES, ODD_STREETS } from "../streets.ts";
import { isPersonHere, isSaidToBe, isSwearing } from "./context.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { isTypo } from "./typo.ts";
import { judge, type Verdict } from "./words.ts";

/** Looking for a slip of the fingers takes its time; a note with more unknown words than this is stopped anyhow. */
const MOST_SLIPS = 8;
/** Stands between the parts of one name: Mohamed bin Salman, Amina El Idrissi, Lars von Holm. */
const BETWEEN: ReadonlySet<string> = new Set(
  "bin ibn bint abu al el ul ud ben von van de del der di da af la le".split(" "),
);

const AND: ReadonlySet<string> = new Set(["og", "and"]);

/** Estates and squares that bear people's names: organisations and streets of their own. */
const PLACES = pattern`${FROM}(?:${loosely(ESTATES + ODD_STREETS)})s?${TO}`;
const HIDDEN = "¤";

const INITIALS: readonly RegExp[] = [
  patternOfCase`${FROM}\p{Lu}\.\p{Lu}${TO}`,
  patternOfCase`(?<=${FROM}(?:[Ff]ru|[Hh]r\.?|[Ff]rk\.?|[Ff]røken) )(?!i )\p{L}(?:\.|${TO})`,
  patternOfCase`${FROM}\p{Lu}\. ?\p{Lu}\.(?: ?\p{Lu}\.)?`,
  patternOfCase`(?<=${FROM}(?:[Ff]ru|[Hh]r\.?|[Ff]rk\.?|[Ff]røken|[Bb]eboer(?:en)?|[Bb]orger(?:en)?|[Nn]abo(?:en)?|[Ll]ejer(?:en)?|[Kk]vinden|[Mm]anden) )\p{Lu}{1,2}(?:\.|${TO})(?!\p{L}|\d)`,
  patternOfCase`${FROM}\p{Lu}\. \p{Lu}\p{L}{2,30}${TO}`,
];

/** A hyphen joins names (Anne-Mette) and words (SKP-tilbud): whatever its parts say. */
function judgeWord(lower: string, dictionary: Dictionary): Verdict {
  const whole = judge(lower, dictionary);
  if (whole !== "unknown" || !/['-]/.test(lower)) return whole;
  const parts = lower
    .split(/['-]/)
    .filter((part) => part !== "")
    .map((part) => judge(part, dictionary));
  if (parts.includes("name")) return "name";
  return parts.every((verdict) => verdict === "harmless" || verdict === "maybe") ? "harmless" : "unknown";
}

/** Names that stand beside each other are one; a word that may be a name joins one that is. */
function joined(
  text: string,
  tokens: readonly Token[],
  isFlagged: readonly boolean[],
  verdicts: readonly Verdict[],
): Finding[] {
  const flagged = [...isFlagged];
  for (const [at, token] of tokens.entries()) {
    if (flagged[at]) continue;
    const beside = (flagged[at + 1] && tokens[at + 1]?.joined) || (flagged[at - 1] && token.joined);
    if (beside && verdicts[at] === "maybe" && (token.capital || !flagged[at - 1])) flagged[at] = token.capital;
    const pair = AND.has(tokens[at + 1]?.lower ?? "") && flagged[at + 2];
    if (pair && verdicts[at] === "maybe" && token.capital) flagged[at] = true;
    if (flagged[at - 1] && flagged[at + 1] && BETWEEN.has(token.lower) && token.joined) flagged[at] = true;
  }
  const found: Finding[] = [];
  for (const [at, { start, end }] of tokens.entries()) {
    if (!flagged[at]) continue;
    const last = found.at(-1);
    if (last && /^[ -]{1,2}$/.test(text.slice(last.end, start))) last.end = end;
    else found.push({ start, end, kind: "name" });
  }
  return found;
}

/**
 * Names by default deny: a word passes because it is known to be harmless. Found is what no dictionary knows and is no
 * slip of the fingers, what stands on a list of names, names that are words where the sentence speaks of a person, and
 * initials. Takes a folded text.
 */
export function name(text: string, dictionary: Dictionary): Finding[] {
  const read = text.replace(PLACES, (place) => HIDDEN.repeat(place.length));
  const tokens = tokensOf(read);
  const verdicts = tokens.map(({ lower }) => judgeWord(lower, dictionary));
  let slips = 0;
  const isFlagged = tokens.map((token, at) => {
    const place = { token, before: tokens[at - 1], beforeThat: tokens[at - 2], after: tokens[at + 1] };
    const verdict = verdicts[at];
    if (verdict === "name") return !isSwearing(place);
    if (verdict === "maybe") return isSaidToBe(place) || isPersonHere(place);
    if (verdict === "harmless") return isSaidToBe(place);
    if (token.capital && !token.first) return true;
    slips += 1;
    return slips > MOST_SLIPS || !isTypo(token.lower, dictionary);
  });
  return [...joined(text, tokens, isFlagged, verdicts), ...INITIALS.flatMap((each) => matches(read, each, "name"))];
}
