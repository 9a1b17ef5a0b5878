/** A word of a note, where it stands, and how it is written. */
export type Token = {
  start: number;
  end: number;
  text: string;
  lower: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Nothing but capital letters, two or more. */
  shouted: boolean;
  /** The first word of a sentence or line, where a capital letter says nothing. */
  first: boolean;
  /** Only white space or a hyphen parts it from the word before. */
  joined: boolean;
};

const WORD = /(?<![\p{L}\d@._/])\p{L}[\p{L}\p{M}]*(?:['-]\p{L}+)*(?![@_]|\.\p{Ll}{2})/gu;
const SENTENCE_ENDS = /(?:^|[.!?:;…•*"([][ )"]*|(?:^|\s)[-–] ?|: ?)$/;

/** The words of a folded text. Those that hold a digit or belong to an address on the net are for other detectors. */
export function tokensOf(text: string): Token[] {
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const between = text.slice(last, index);
    const first = last === 0 || SENTENCE_ENDS.test(between);
    const joined = last > 0 && /^[ -]{1,2}$/.test(between);
    last = index + word.length;
    return {
      start: index,
      end: last,
      text: word,
      lower: word.toLowerCase(),
      capital: /^\p{Lu}/u.test(word),
      shouted: word.length > 1 && word === word.toUpperCase(),
      first,
      joined,
    };
  });
}
