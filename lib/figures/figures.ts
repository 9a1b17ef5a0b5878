import type { Words } from "#lib/agreement/words.ts";
import { type Grid, type Shown, shareOf } from "#lib/anonymity/suppression/suppress.ts";
import { outcomeClasses } from "../agreement/outcome-class.ts";
import type { FiguresView } from "./figures-view.ts";
import { partsOf, type Quarter } from "./quarter.ts";
import { answers, directions, type Listing, type Table } from "./release.ts";

/** One cell as it is read, with its number where it has one. */
export type Cell = { text: string; number: number | null };
/** One bar: `number` is null where it is hidden or not published; `mark` is what it is held against. */
export type Bar = Cell & { name: string; mark: number | null };

/** One figure, as the screen draws it and the spreadsheet holds it. Without `rows` it is not published. */
export type Figure = {
  key: FigureName;
  title: string;
  about: string;
  head: string[];
  rows: { name: string; cells: Cell[]; sum?: true }[];
  bars: Bar[];
  /** What is hidden and why. */
  notes: string[];
};

const figureNames = ["quarters", "referrals", "answers", "times", "returned", "finished", "actions"] as const;
export type FigureName = (typeof figureNames)[number];

type Why = "few" | "hiddenToo" | "hidden" | "nothing" | "withheld" | "share" | "median";
type Column =
  | "quarter"
  | "median"
  | "norm"
  | "reason"
  | "action"
  | (typeof directions)[number]
  | (typeof answers)[number]
  | (typeof outcomeClasses)[number]
  | "done"
  | "waiting";
export type FigureWords = {
  quarter: string;
  total: string;
  share: string;
  service: string;
  count: string;
  few: string;
  hidden: string;
  nobody: string;
  days: string;
  whys: Record<Why, string>;
  kinds: Record<FigureName, { title: string; about: string }>;
  col: Record<Column, string>;
};
type Reader = { words: FigureWords; locale: keyof Words };

export function quarterName(quarter: Quarter, words: Pick<FigureWords, "quarter">): string {
  const { number, year } = partsOf(quarter);
  return words.quarter.replace("{number}", String(number)).replace("{year}", String(year));
}

/** Everything that is shown of one release, in the reader's language: the same for the screen, the print and the file. */
export function figuresOf({ quarters, shown }: FiguresView, reader: Reader): Figure[] {
  if (!shown) return [];
  const { release } = shown;
  const { words, locale } = reader;
  const draw = drawFor(reader);
  const service = (code: string) => release.names.services[code]?.[locale] ?? code;
  const reason = (code: string) => release.names.reasons[code]?.[locale] ?? code;
  const column = (code: string) => words.col[code as Column];
  return [
    draw.quarters(quarters),
    draw.table("referrals", release.referrals, { names: service, columns: directions, bars: "rows" }),
    draw.table("answers", release.answers, { names: service, columns: answers, bars: "columns" }),
    draw.times(release.times.map((each) => ({ ...each, name: service(each.service) }))),
    draw.list("returned", release.returned, { names: reason, head: words.col.reason }),
    draw.table("finished", release.finished, { names: service, columns: outcomeClasses, bars: "columns" }),
    draw.list("actions", release.actions, { names: column, head: words.col.action }),
  ];
}

function drawFor({ words, locale }: Reader) {
  const numbers = new Intl.NumberFormat(locale === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 1 });
  const cell = (shown: Shown | null): Cell => {
    if (typeof shown === "number") return { text: numbers.format(shown), number: shown };
    return { text: shown === null ? words.nobody : words[shown], number: null };
  };
  const days = (count: number | null): Cell =>
    count === null
      ? { text: words.nobody, number: null }
      : { text: words.days.replace("{count}", numbers.format(count)), number: count };
  const share = (part: Shown, whole: Shown): Cell => {
    const percent = shareOf(part, whole);
    return { text: percent === null ? words.nobody : `${percent}${locale === "da" ? "\u00a0" : ""}%`, number: null };
  };
  const bar = (name: string, of: Cell, mark: number | null = null): Bar => ({ name, ...of, mark });
  const whys = (cells: readonly (Shown | null)[]): string[] => {
    const few = cells.includes("few");
    const hidden = cells.includes("hidden");
    return [
      ...(few ? [words.whys.few] : []),
      ...(hidden ? [few ? words.whys.hiddenToo : words.whys.hidden] : []),
      ...(few || hidden ? [] : [words.whys.nothing]),
    ];
  };
  const blank = (key: FigureName, head: string[]): Figure => ({
    key,
    ...words.kinds[key],
    head,
    rows: [],
    bars: [],
    notes: [words.whys.withheld],
  });

  return {
    quarters: (quarters: FiguresView["quarters"]): Figure => {
      const oldestFirst = quarters.toReversed();
      const named = oldestFirst.map(({ quarter, total }) => ({ name: quarterName(quarter, words), cell: cell(total) }));
      return {
        ...blank("quarters", [words.col.quarter, words.count]),
        rows: named.map(({ name, cell: total }) => ({ name, cells: [total] })),
        bars: named.map(({ name, cell: total }) => bar(name, total)),
        notes: whys(quarters.map(({ total }) => total)),
      };
    },

    table: (
      key: "referrals" | "answers" | "finished",
      { rows, grid }: Table,
      how: { names: (code: string) => string; columns: readonly Column[]; bars: "rows" | "columns" },
    ): Figure => {
      const head = [words.service, ...how.columns.map((code) => words.col[code]), words.total];
      if (!grid) return blank(key, head);
      const { cells, rowTotals, columnTotals, total } = grid;
      const all = [...columnTotals, total];
      return {
        ...blank(key, head),
        rows: [
          ...rows.map((code, at) => ({
            name: how.names(code),
            cells: [...(cells[at] ?? []), rowTotals[at] ?? null].map(cell),
          })),
          { name: words.total, cells: all.map(cell), sum: true },
          { name: words.share, cells: all.map((part) => share(part, total)), sum: true },
        ],
        bars:
          how.bars === "rows"
            ? rows.map((code, at) => bar(how.names(code), cell(rowTotals[at] ?? null)))
            : how.columns.map((code, at) => bar(words.col[code], cell(columnTotals[at] ?? null))),
        notes: [...whys(everyCell(grid)), words.whys.share],
      };
    },

    list: (
      key: "returned" | "actions",
      { rows, list }: Listing,
      how: { names: (code: string) => string; head: string },
    ) => {
      const head = [how.head, words.count, words.share];
      if (!list) return blank(key, head);
      const { cells, total } = list;
      return {
        ...blank(key, head),
        rows: [
          ...rows.map((code, at) => ({
            name: how.names(code),
            cells: [cell(cells[at] ?? null), share(cells[at] ?? "hidden", total)],
          })),
          { name: words.total, cells: [cell(total), share(total, total)], sum: true as const },
        ],
        bars: rows.map((code, at) => bar(how.names(code), cell(cells[at] ?? null))),
        notes: [...whys([...cells, total]), words.whys.share],
      };
    },

    times: (times: readonly { name: string; median: number | null; norm: number }[]): Figure => ({
      ...blank("times", [words.service, words.col.median, words.col.norm]),
      rows: times.map(({ name, median, norm }) => ({ name, cells: [days(median), days(norm)] })),
      bars: times.map(({ name, median, norm }) => bar(name, days(median), norm)),
      notes: [words.whys.median],
    }),
  };
}

const everyCell = ({ cells, rowTotals, columnTotals, total }: Grid): Shown[] => [
  ...cells.flat(),
  ...rowTotals,
  ...columnTotals,
  total,
];
