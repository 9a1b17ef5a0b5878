import type { Dictionary } from "./dictionary.ts";
import { type Finding, isSoft } from "./guard/guard.ts";
import { type Local, nowhere } from "./guard/local.ts";
import { judge } from "./guard/names/words.ts";

/** As many people must have said that a word is no name before the administrator may add it to the lexicon. */
export const PEOPLE_FOR_A_WORD = 3;
/** So many words of one text may be answered. */
export const MOST_ANSWERS = 20;
/** A word that may stand on the list: letters, with a hyphen or an apostrophe in it, and nothing of a sentence. */
const ONE_WORD = /^\p{L}+(?:['-]\p{L}+){0,3}$/u;

export const isOneWord = (word: string): boolean => word.length >= 2 && word.length <= 40 && ONE_WORD.test(word);

const small = (text: string): string => text.normalize("NFC").toLowerCase().trim();

/** What a partnership knows of its own: the words that it has added to its lexicon, and what is called something there. */
export type Own = { lexicon: ReadonlySet<string>; local: Local };

/** Knows of no partnership: what is parsed with this is parsed again as soon as there is a text in it. */
export const nobodys: Own = { lexicon: new Set(), local: nowhere };

/**
 * What was seen while texts were parsed: whether there was one, which answered words let a name pass, and whether a
 * text of one's own is among what is sent.
 */
export type Heard = { own: Own; read: boolean; passed: Set<string>; ownWords: boolean };

let hearing: Heard | undefined;

/**
 * Parses texts with what the partnership knows of its own, and tells what was read. `parse` is done when this returns:
 * nothing of one request is ever heard by another.
 */
export function listening<T>(own: Own, parse: () => T): { value: T; heard: Heard } {
  const heard: Heard = { own, read: false, passed: new Set(), ownWords: false };
  const before = hearing;
  hearing = heard;
  try {
    return { value: parse(), heard };
  } finally {
    hearing = before;
  }
}

/** Somebody sends a text of their own: then the last question about it must be answered. */
export function hearOwnWords(): void {
  if (hearing) hearing.ownWords = true;
}

/** What is called something where the text is written that is being read now. */
export function localHere(): Local {
  if (hearing) hearing.read = true;
  return hearing?.own.local ?? nowhere;
}

/** The dictionary with the words of the partnership that asks: no dictionary knew them, three people do. */
export const withLexicon = (dictionary: Dictionary): Dictionary => ({
  ...dictionary,
  lists: (word) => dictionary.lists(word) || hearing?.own.lexicon.has(word) === true,
});

/** The findings that are left: a name goes when it, or each of its words, was answered with "det er ikke et navn". */
export function answering(
  raw: string,
  { findings, notNames, dictionary }: { findings: Finding[]; notNames: readonly string[]; dictionary: Dictionary },
): Finding[] {
  const answers = new Set(notNames.slice(0, MOST_ANSWERS).map(small));
  return findings.filter((finding) => {
    if (!isSoft(finding)) return true;
    const said = small(raw.slice(finding.start, finding.end));
    const words = said.split(/\s+/);
    if (!answers.has(said) && !words.every((word) => answers.has(word))) return true;
    // A word that somebody bears as a name, or that has another meaning, is this note's matter: it goes to no list.
    for (const word of words) if (isOneWord(word) && judge(word, dictionary) === "unknown") hearing?.passed.add(word);
    return false;
  });
}
