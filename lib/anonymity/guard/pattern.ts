/** One of these words, each of which may be a piece of a pattern. White space parts them; inside one it is written _. */
export const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join("|").replaceAll("_", " ")})`;

const LATIN: Readonly<Record<string, string>> = { "\\p{L}": "a-zA-ZÀ-ÖØ-öø-ɏ", "\\p{Lu}": "A-ZÀ-ÖØ-Þ" };
const LETTER = /\\p\{Lu?\}/g;

/** Letters are those of the Latin scripts: every letter there is takes V8 fifty times as long to compile. */
const inLatin = (source: string): string =>
  source.replace(/\[(?:\\.|[^\]])*\]|\\p\{Lu?\}/g, (part) =>
    part.startsWith("[") ? part.replace(LETTER, (letter) => LATIN[letter] ?? letter) : `[${LATIN[part]}]`,
  );

const source = (strings: TemplateStringsArray, pieces: readonly string[]): string =>
  inLatin(String.raw({ raw: strings.raw.map((part) => part.replace(/\n\s*/g, "")) }, ...pieces));

/** A pattern in readable pieces, over as many lines as it needs. Small and capital letters are the same. */
export const pattern = (strings: TemplateStringsArray, ...pieces: string[]): RegExp =>
  new RegExp(source(strings, pieces), "dgiu");

/** As `pattern`, where a capital letter means something. */
export const patternOfCase = (strings: TemplateStringsArray, ...pieces: string[]): RegExp =>
  new RegExp(source(strings, pieces), "dgu");

/** A pattern for yes or no: with a g, `test` would go on from where it last stopped. */
export const condition = (strings: TemplateStringsArray, ...pieces: string[]): RegExp =>
  new RegExp(source(strings, pieces), "iu");

/** A piece of a pattern, for use in others. */
export const piece = (strings: TemplateStringsArray, ...pieces: string[]): string => source(strings, pieces);

/** Not inside a word or number: JavaScript's \b knows ASCII only and sees none before å or after ø. */
export const FROM = piece`(?<![\p{L}\d])`;
export const TO = piece`(?![\p{L}\d])`;
/** Where a word begins, whatever digits stand before it, and where it ends. */
export const WORD = piece`(?<!\p{L})`;
export const WORD_END = piece`(?!\p{L})`;
