/** One of these words; they are parted by white space, and each may itself be a piece of a pattern. */
export const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join("|")})`;

const source = (strings: TemplateStringsArray, pieces: readonly string[]): string =>
  String.raw({ raw: strings.raw.map((part) => part.replace(/\n\s*/g, "")) }, ...pieces);

/** A pattern in readable pieces, over as many lines as it needs. Small and capital letters are the same. */
export const pattern = (strings: TemplateStringsArray, ...pieces: string[]): RegExp =>
  new RegExp(source(strings, pieces), "dgiu");

/** As `pattern`, where a capital letter means something. */
export const patternOfCase = (strings: TemplateStringsArray, ...pieces: string[]): RegExp =>
  new RegExp(source(strings, pieces), "dgu");

/** A piece of a pattern, for use in others. */
export const piece = (strings: TemplateStringsArray, ...pieces: string[]): string => source(strings, pieces);

/** Not inside a word or number: JavaScript's \b knows ASCII only and sees none before å or after ø. */
export const FROM = piece`(?<![\p{L}\d])`;
export const TO = piece`(?![\p{L}\d])`;
/** Where a word begins, whatever digits stand before it, and where it ends. */
export const WORD = piece`(?<!\p{L})`;
export const WORD_END = piece`(?!\p{L})`;
