/** What the guard asks a dictionary, always in small letters. */
export type Dictionary = {
  /** Whether it takes this for a word, compounds and inflections included. */
  spells: (word: string) => boolean;
  /** Whether it has this very word in small letters: no compound, no ending. */
  lists: (word: string) => boolean;
  /** Whether it knows this with a capital letter: a place, a firm, a person. */
  capitalises: (word: string) => boolean;
};

let kept: Dictionary | undefined;

/** Whoever has read a dictionary hands it over here, once in each process, before a text is looked at. */
export const keepDictionary = (dictionary: Dictionary): void => {
  kept = dictionary;
};

/** The dictionary of this process. Throws where none has been read: then no text is let through. */
export function dictionary(): Dictionary {
  if (!kept) throw new Error("no dictionary has been read");
  return kept;
}
