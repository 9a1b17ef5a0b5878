import type { Dictionary } from "../../dictionary.ts";
import type { Finding } from "../finding.ts";
import { matches } from "../finding.ts";
import type { Local } from "../local.ts";
import { FROM, pattern, patternOfCase, TO } from "../pattern.ts";
import { isMistyped, isShortened } from "./common.ts";
import { isPersonHere, isSaidToBe, isSwearing } from "./context.ts";
import { isNickname } from "./nickname.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { mixedWords, ON_THE_NET, partedWords } from "./typed.ts";
import { budget, isTypo } from "./typo.ts";
import { isMostlyAWord, isNameOnAList, isSeldomAWord, judge, type Verdict } from "./words.ts";

/** Looking for a slip of the fingers takes its time; a note with more unknown words than this is stopped anyhow. */
const MOST_SLIPS = 8;
/** Stands between the parts of one name: Mohamed bin Salman, Amina El Idrissi, Lars von Holm. */
const BETWEEN: ReadonlySet<string> = new Set(
  "bin ibn bint abu al el ul ud ben von van de del der di da af la le".split(" "),
);

const AND: ReadonlySet<string> = new Set(["og", "and"]);

/** A referral's own code. */
const CODES = pattern`${FROM}[2-9][AFHKMRX][2-9][AFHKMRX](?:[ -]{0,2}[2-9][AFHKMRX][2-9][AFHKMRX])?${TO}`;
const HIDDEN = "¤";

const INITIALS: readonly RegExp[] = [
  patternOfCase`${FROM}\p{Lu}\.\p{Lu}${TO}`,
  patternOfCase`(?<=${FROM}(?:[Ff]ru|[Hh]r\.?|[Ff]rk\.?|[Ff]røken) )(?!i )\p{L}(?:\.|${TO})`,
  patternOfCase`${FROM}\p{Lu}\. ?\p{Lu}\.(?: ?\p{Lu}\.)?`,
  patternOfCase`(?<=${FROM}(?:[Ff]ru|[Hh]r\.?|[Ff]rk\.?|[Ff]røken|[Bb]eboer(?:en)?|[Bb]orger(?:en)?|[Nn]abo(?:en)?|[Ll]ejer(?:en)?|[Kk]vinden|[Mm]anden) )\p{Lu}{1,2}(?:\.|${TO})(?!\p{L}|\d)`,
];
/** "J. Madsen", "J.Madsen"; "A. Bolig" is a point of an agenda. */
const INITIAL_AND_NAME = patternOfCase`${FROM}\p{Lu}\. ?(?<name>\p{Lu}\p{L}{2,30})${TO}`;

/** A hyphen joins names (Anne-Mette) and words (SKP-tilbud): whatever its parts say. */
function judgeWord(lower: string, dictionary: Dictionary): Verdict {
  const whole = judge(lower, dictionary);
  if (whole !== "unknown" || !/['-]/.test(lower)) return whole;
  const parts = lower
    .split(/['-]/)
    .filter((part) => part !== "")
    .map((part) => judge(part, dictionary));
  const isSomebody = lower.split(/['-]/).some((part) => isSeldomAWord(part));
  if (parts.includes("name") || isSomebody) return "name";
  return parts.every((verdict) => verdict === "harmless" || verdict === "maybe") ? "harmless" : "unknown";
}

const BESIDE = /^(?: ?[/+&|] ?|[ -])$/;

/** Names that stand beside each other are one; a word that may be a name joins one that is. */
function joined(
  text: string,
  tokens: readonly Token[],
  isFlagged: readonly boolean[],
  verdicts: readonly Verdict[],
): Finding[] {
  const flagged = [...isFlagged];
  const gap = (at: number): string => {
    const [one, other] = [tokens[at], tokens[at + 1]];
    return one && other ? text.slice(one.end, Math.min(other.start, one.end + 4)) : "";
  };
  for (const [at, token] of tokens.entries()) {
    if (flagged[at]) continue;
    const maybe = verdicts[at] === "maybe";
    const bySign = (place: number) => BESIDE.test(gap(place)) && /[/+&|]/.test(gap(place));
    const beside = (flagged[at + 1] && tokens[at + 1]?.joined) || (flagged[at - 1] && token.joined);
    if (beside && maybe && (token.capital || !flagged[at - 1])) flagged[at] = token.capital;
    if (maybe && ((flagged[at + 1] && bySign(at)) || (flagged[at - 1] && bySign(at - 1)))) flagged[at] = true;
    const pair = AND.has(tokens[at + 1]?.lower ?? "") && flagged[at + 2];
    const pairBefore = AND.has(tokens[at - 1]?.lower ?? "") && flagged[at - 2] && !isMostlyAWord(token.lower);
    if ((pair && maybe && token.capital) || (pairBefore && maybe)) flagged[at] = true;
    if (flagged[at - 1] && flagged[at + 1] && BETWEEN.has(token.lower) && token.joined) flagged[at] = true;
  }
  const found: Finding[] = [];
  for (const [at, { start, end }] of tokens.entries()) {
    if (!flagged[at]) continue;
    const last = found.at(-1);
    if (last && /^[ -]{1,2}$/.test(text.slice(last.end, Math.min(start, last.end + 3)))) last.end = end;
    else found.push({ start, end, kind: "name" });
  }
  return found;
}

/** Digits for letters, and letters one by one: what they are together is judged as one word. */
function disguised(text: string, dictionary: Dictionary): Finding[] {
  const found: Finding[] = [];
  for (const { token, readings, inside } of mixedWords(text)) {
    const verdicts = readings.map((reading) => judge(reading, dictionary));
    const isName = verdicts.includes("name") || (token.capital && verdicts.includes("maybe"));
    const isForeign = /(?!\p{Script=Latin})\p{L}/u.test(token.text);
    const isUnknown = (inside || isForeign) && verdicts.every((verdict) => verdict === "unknown");
    if (isName || isUnknown) found.push({ start: token.start, end: token.end, kind: "name" });
  }
  for (const { token, word } of partedWords(text)) {
    const verdict = judge(word, dictionary);
    const isUnknown = verdict === "unknown" && word.length > 3 && !IN_ORDER.includes(word);
    if (verdict === "name" || (verdict === "maybe" && word.length > 2) || isUnknown)
      found.push({ start: token.start, end: token.end, kind: "name" });
  }
  return found;
}
const IN_ORDER = "abcdefghijklmnopqrstuvwxyzæøå";

/** Letters beside a digit: a unit (3v, 50kr) unless they are a name. */
const isUnit = (token: Token, verdict: Verdict): boolean =>
  token.numbered && verdict !== "name" && (token.lower.length < 4 || !token.capital);

/** "sagsbeh.", "kont.hjælp": cut short by whoever was in a hurry. */
const isCutShort = (token: Token): boolean =>
  token.stopped && (!token.capital || token.first) && isShortened(token.lower) && !isNameOnAList(token.lower);

type Knowing = { dictionary: Dictionary; local: Local; claimed: readonly Finding[] };

/**
 * Names by default deny: a word passes because it is known to be harmless. Found is what no dictionary knows and is no
 * slip of the fingers, what stands on a list of names, names that are words where the sentence speaks of a person, what
 * the note itself calls somebody, and initials. Takes a folded text; `claimed` are stretches that are something else.
 */
export function name(text: string, { dictionary: general, local, claimed }: Knowing): Finding[] {
  const dictionary: Dictionary = {
    ...general,
    lists: (word) => general.lists(word) || local.words.has(word),
  };
  const hide = (left: string, each: RegExp): string => left.replace(each, (place) => HIDDEN.repeat(place.length));
  const unclaimed = claimed.reduce(
    (left, { start, end }) => left.slice(0, start) + HIDDEN.repeat(end - start) + left.slice(end),
    text,
  );
  const read = [ON_THE_NET, local.places, CODES].reduce(hide, unclaimed);
  const hidden = disguised(read, dictionary);
  const tokens = tokensOf(read, (word) => judgeWord(word, dictionary) === "harmless");
  const verdicts = tokens.map(({ lower }) => judgeWord(lower, dictionary));
  let slips = 0;
  const limit = budget();
  const isSlip = (token: Token): boolean => {
    slips += 1;
    return (
      slips <= MOST_SLIPS &&
      !isNameOnAList(token.lower) &&
      (isMistyped(token.lower) || isTypo(token.lower, dictionary, limit))
    );
  };
  const isFlagged = tokens.map((token, at) => {
    const place = {
      token,
      before: tokens[at - 1],
      beforeThat: tokens[at - 2],
      after: tokens[at + 1],
      afterThat: tokens[at + 2],
    };
    const verdict = verdicts[at] ?? "unknown";
    if (isUnit(token, verdict)) return false;
    if (verdict === "name") return !isSwearing(place);
    if (isNickname(tokens, at)) return true;
    if (verdict === "maybe") return isSaidToBe(place) || isPersonHere(place);
    if (verdict === "harmless") return isSaidToBe(place);
    if (isCutShort(token)) return false;
    if (token.capital && !token.first) return true;
    return !isSlip(token);
  });
  const initials = [...read.matchAll(INITIAL_AND_NAME)]
    .filter(({ groups }) => judge(groups?.name?.toLowerCase() ?? "", dictionary) !== "harmless")
    .map(({ 0: found, index }): Finding => ({ start: index, end: index + found.length, kind: "name" }));
  return [
    ...joined(text, tokens, isFlagged, verdicts),
    ...hidden,
    ...initials,
    ...INITIALS.flatMap((each) => matches(read, each, "name")),
  ];
}
