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
  /** Begins what is said: the first word, or one behind a comma. */
  opens: boolean;
  /** Only white space or a hyphen parts it from the word before. */
  joined: boolean;
  /** A sign parts it from the word before, no end of a sentence: v/Amina, mor(Zahra), Ali+Huda. */
  signed: boolean;
  /** A full stop follows at once. */
  stopped: boolean;
  /** A digit stands before or behind it: 3v, yusuf87. */
  numbered: boolean;
};

/** Every stretch of letters, whatever stands around it. */
const WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]*(?:['-]\p{L}+)*/gu;
const SENTENCE_ENDS = /(?:^|[.!?:;…•*"([][ )"]*|(?:^|\s)[-–] ?|: ?)$/;
const SIGN = /^ ?[^\p{L}\d\s.!?,;…]{1,3} ?$/u;

export function tokenOf(text: string, start: number, word: string, last = 0): Token {
  const between = text.slice(Math.max(last, start - 12), start);
  const end = start + word.length;
  const first = last === 0 || SENTENCE_ENDS.test(between);
  return {
    start,
    end,
    text: word,
    lower: word.toLowerCase(),
    capital: /^\p{Lu}/u.test(word),
    shouted: word.length > 1 && word === word.toUpperCase(),
    first,
    opens: first || /[,;][ "(]*$/.test(between),
    joined: last > 0 && /^[ -]{1,2}$/.test(between),
    signed: last > 0 && SIGN.test(between),
    stopped: text.charAt(end) === ".",
    numbered: /\d/.test(text.charAt(start - 1)) || /\d/.test(text.charAt(end)),
  };
}

/** A capital letter behind a small one: kontaktMerve. */
const GLUED = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u;

/** The words of a folded text, one behind the other. Words that were glued together are taken apart, but for real ones. */
export function tokensOf(text: string, isWord: (lower: string) => boolean): Token[] {
  let last = 0;
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const parts = GLUED.test(word) && !isWord(word.toLowerCase()) ? word.split(GLUED) : [word];
    let start = index;
    return parts.map((part, at) => {
      const token = {
        ...tokenOf(text, start, part, last),
        ...(at > 0 && { signed: true, first: false, opens: false }),
      };
      start += part.length;
      last = start;
      return token;
    });
  });
}
