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

function isCompound(word: string, dictionary: Dictionary): boolean {
  for (let at = 4; at <= word.length - 4; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (dictionary.lists(first.replace(/s$/, "")) && isPlainWord(second, dictionary)) return true;
  }
  return false;
}

/**
 * Whether an unknown word is an ordinary one with a single slip of the fingers. Never what stands on a list of names or
 * is known with a capital letter: one letter parts Kirsten and kristen.
 */
export function isTypo(lower: string, dictionary: Dictionary): boolean {
  const word = plain(lower);
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-zæøå]+$/.test(word)) return false;
  if (isNameOnAList(word) || dictionary.capitalises(word) || dictionary.capitalises(word.replace(/s$/, "")))
    return false;
  for (const candidate of before(word))
    if (isHarmless(candidate) || isPlainWord(candidate, dictionary)) return !isNameOnAList(candidate);
  if (word.length < 10) return false;
  for (const candidate of before(word)) if (isCompound(candidate, dictionary)) return true;
  return false;
}
