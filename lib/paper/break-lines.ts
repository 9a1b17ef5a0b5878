/** How wide a text is drawn, in whatever unit `width` has. */
type Measure = (text: string) => number;

/** Where a line may end: white space, but not the kind that holds two words together. */
const gaps = /[^\S\u00a0\u202f\u2007]+/u;
const month = /^(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)/i;

/** "den 25. november 2026", "kl. 9.30", "nr. 5": a number stays with the word before it, and with the month after it. */
function holds(before: string, after: string): boolean {
  if (/^\d[^\p{L}]*$/u.test(after)) return !/[,;:!?)]$/.test(before);
  return /^\d{1,2}\.?$/.test(before) && month.test(after);
}

/** The stretches of a paragraph between which a line may end. */
export function stretchesOf(paragraph: string): string[] {
  const stretches: string[] = [];
  let before = "";
  for (const word of paragraph.split(gaps)) {
    if (word === "") continue;
    if (stretches.length > 0 && holds(before, word)) stretches.push(`${stretches.pop()}\u00a0${word}`);
    else stretches.push(word);
    before = word;
  }
  return stretches;
}

const vowel = "[aeiouyæøåäöüéAEIOUYÆØÅ]";
/** As Danish is parted at the end of a line: a single consonant goes with the vowel after it. */
const syllable = new RegExp(`(?<=${vowel}\\p{L}*)(?=[^aeiouyæøåäöüéAEIOUYÆØÅ\\P{L}]${vowel})`, "gu");
const afterSign = /(?<=[-/._@&=?·:])(?=[^-/._@&=?·:])/gu;
const graphemes = new Intl.Segmenter("da", { granularity: "grapheme" });

type Break = { at: number; hyphen: boolean };

/** The places in a word where it may be parted, best first. An address takes no hyphen, which could be read as part of it. */
function placesIn(word: string): { good: Break[]; any: Break[] } {
  const address = /[\d/@_=]|\.\p{L}/u.test(word);
  const inner = (pattern: RegExp, least: number, hyphen: boolean): Break[] =>
    [...word.matchAll(pattern)]
      .map(({ index }) => ({ at: index, hyphen }))
      .filter(({ at }) => at >= least && word.length - at >= least);
  const good = [...inner(afterSign, 2, false), ...(address ? [] : inner(syllable, 3, true))];
  const any = [...graphemes.segment(word)].slice(1).map(({ index }) => ({
    at: index,
    hyphen: !address && /\p{L}$/u.test(word.slice(0, index)) && /^\p{L}/u.test(word.slice(index)),
  }));
  return { good: good.toSorted((a, b) => b.at - a.at), any: any.reverse() };
}

/** A word that is wider than its line, in parts that are not. One letter alone stands on its line however wide it is. */
function parted(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = word;
  while (measure(rest) > width) {
    // Letter by letter: to draw every beginning of a long word anew takes seconds.
    const reach = new Map<number, number>();
    let reached = 0;
    for (const { segment, index } of graphemes.segment(rest)) {
      reach.set(index, reached);
      if (reached > width) break;
      reached += measure(segment);
    }
    const fits = ({ at, hyphen }: Break) => (reach.get(at) ?? Infinity) + (hyphen ? measure("-") : 0) <= width;
    const { good, any } = placesIn(rest);
    const place = good.find(fits) ?? any.find(fits) ?? any.slice(-1).map(({ at }) => ({ at, hyphen: false }))[0];
    if (!place) break;
    parts.push(rest.slice(0, place.at) + (place.hyphen ? "-" : ""));
    rest = rest.slice(place.at);
  }
  return [...parts, rest];
}

/**
 * A text in lines of at most `width`. It breaks at its own line breaks and between words; a date stays in one piece, and a
 * word is parted only where it is wider than a line.
 */
export function breakLines(text: string, { width, measure }: { width: number; measure: Measure }): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let reached = 0;
    const put = (piece: string) => {
      const longer = reached + measure(" ") + measure(piece);
      if (line !== "" && longer <= width) {
        line += ` ${piece}`;
        reached = longer;
        return;
      }
      if (line !== "") lines.push(line);
      line = piece;
      reached = measure(piece);
    };
    for (const stretch of stretchesOf(paragraph))
      for (const word of measure(stretch) <= width ? [stretch] : stretch.split(/[\u00a0\u202f\u2007]/u))
        for (const part of parted(word, width, measure)) put(part);
    return [...lines, line];
  });
}

type Column = {
  /** The widest of what is not parted. */
  least: number;
  /** How wide its texts are on one line, on average. */
  most: number;
};

/** How wide each column is, so that together they are `width`: none narrower than its longest word while there is room. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const sum = (of: (column: Column) => number) => columns.reduce((total, column) => total + of(column), 0);
  // A word of a hundred letters leaves the others their room: it is parted.
  const cap = width * 0.24;
  const least = ({ least: wanted }: Column) => Math.min(wanted, cap);
  const [needed, wanted] = [sum(least), sum(({ most }) => most)];
  if (needed >= width) return columns.map((column) => (least(column) * width) / needed);
  const grows = (column: Column) => Math.max(0, column.most - least(column));
  const growth = sum(grows);
  const room = Math.min(width, Math.max(wanted, needed)) - needed;
  const widths = columns.map((column) => least(column) + (growth === 0 ? 0 : (room * grows(column)) / growth));
  const spare = (width - widths.reduce((total, each) => total + each, 0)) / columns.length;
  return widths.map((each) => each + spare);
}
