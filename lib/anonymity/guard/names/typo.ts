import type { Dictionary } from "../../dictionary.ts";
import { isHarmless, isNameOnAList, isPlainWord, plain } from "./words.ts";

const LETTERS = "abcdefghijklmnoprstuvxyæøå";
/** Of fewer letters almost everything is one step from a word, names too. */
const SHORTEST = 7;
const LONGEST = 18;

/** What a word may have been before one slip: two letters changed about, one too few, one too many, or another one. */
function* before(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at + 1)];
    yield head + tail;
    yield head + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (at > 0) yield head + letter + word.slice(at);
    }
  }
  for (const letter of LETTERS) yield word + letter;
}

/** How many more words may be looked up for one note: a slip takes some hundreds, and nobody makes fifty in 280 characters. */
export type Budget = { left: number };
export const budget = (): Budget => ({ left: 2_000 });

/** The words one slip away, as long as the budget lasts. */
function* within(limit: Budget, words: Iterable<string>): Generator<string> {
  for (const word of words) {
    limit.left -= 1;
    if (limit.left < 0) return;
    yield word;
  }
}

/** Two words grown together, one of them with the slip: only where the other is right is there anything to look for. */
function isCompound(word: string, dictionary: Dictionary, limit: Budget): boolean {
  for (let at = 4; at <= word.length - 4; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (dictionary.lists(first.replace(/s$/, ""))) {
      for (const meant of within(limit, before(second)))
        if (meant.length >= 4 && isPlainWord(meant, dictionary)) return true;
    } else if (isPlainWord(second, dictionary)) {
      for (const meant of within(limit, before(first)))
        if (meant.length >= 4 && dictionary.lists(meant.replace(/s$/, ""))) return true;
    }
  }
  return false;
}

/**
 * Whether an unknown word is an ordinary one with a single slip of the fingers. Never what stands on a list of names or
 * is known with a capital letter, nor once the budget is spent: one letter parts Kirsten and kristen.
 */
export function isTypo(lower: string, dictionary: Dictionary, limit: Budget): boolean {
  const word = plain(lower);
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-zæøå]+$/.test(word)) return false;
  if (isNameOnAList(word) || dictionary.capitalises(word) || dictionary.capitalises(word.replace(/s$/, "")))
    return false;
  for (const candidate of within(limit, before(word)))
    if (isHarmless(candidate) || isPlainWord(candidate, dictionary)) return !isNameOnAList(candidate);
  if (word.length < 10) return false;
  return isCompound(word, dictionary, limit);
}
