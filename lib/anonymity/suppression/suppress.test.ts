import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Grid, medianOf, type Shown, shareOf, suppressGrid, suppressList } from "./suppress.ts";

const counts = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat({ max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const anySize = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }));
const anyCounts = fc
  .tuple(anySize, fc.constantFrom(3, 8, 30))
  .chain(([[rows, columns], most]) => counts(rows, columns, most));

const total = (row: readonly number[]) => row.reduce((all, value) => all + value, 0);
/** The whole table, with its sums, as one list of rows. */
const withSums = (table: readonly (readonly number[])[]): number[][] => {
  const rows = table.map((row) => [...row, total(row)]);
  const sums = rows[0]?.map((_, column) => total(rows.map((row) => row[column] ?? 0))) ?? [];
  return [...rows, sums];
};
const shownOf = ({ cells, rowTotals, columnTotals, total: all }: Grid): Shown[][] => [
  ...cells.map((row, at) => [...row, rowTotals[at] ?? "hidden"]),
  [...columnTotals, all],
];

/** Whether numbers may be what is shown: read as anybody reads the words, from one on. */
function fits(shown: readonly Shown[], numbers: readonly number[]): boolean {
  const told = shown.includes("few");
  return shown.every((each, at) => {
    const number = numbers[at] ?? 0;
    if (typeof each === "number") return number === each;
    if (each === "few") return number >= 1 && number <= 4;
    return number >= (told ? 5 : 1);
  });
}

describe("a table of counts", () => {
  test("shows no number from one to four, shows none otherwise than it is, and hides no nought", () => {
    fc.assert(
      fc.property(anyCounts, (table) => {
        const grid = suppressGrid(table);
        const numbers = withSums(table).flat();
        const wrong = (grid ? shownOf(grid).flat() : []).filter((each, at) => {
          const number = numbers[at] ?? 0;
          if (typeof each === "number") return each !== number || (number > 0 && number < 5);
          return number === 0 || (each === "few" && number >= 5);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("leaves at least three between the least and the most that a hidden number can be: every table is tried", () => {
    fc.assert(
      fc.property(counts(2, 2, 7), (table) => {
        const grid = suppressGrid(table);
        if (!grid) return;
        const shown = shownOf(grid).flat();
        const seen = shown.map(() => ({ least: Number.POSITIVE_INFINITY, most: 0 }));
        const most = 13;
        for (let cells = 0; cells < most ** 4; cells += 1) {
          const [a, b, c, d] = [0, 1, 2, 3].map((digit) => Math.floor(cells / most ** digit) % most) as [
            number,
            number,
            number,
            number,
          ];
          const numbers = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
          if (!fits(shown, numbers)) continue;
          numbers.forEach((number, at) => {
            const each = seen[at];
            if (each) [each.least, each.most] = [Math.min(each.least, number), Math.max(each.most, number)];
          });
        }
        const narrow = seen.filter(({ least, most: top }, at) => typeof shown[at] !== "number" && top - least < 3);
        expect(narrow).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("says that a number is few where that gives nothing else away, and hides another one with it", () => {
    const grid = suppressGrid([
      [20, 3],
      [30, 40],
    ]);
    expect(grid?.cells[0]?.[1]).toBe("few");
    expect(
      grid &&
        shownOf(grid)
          .flat()
          .filter((each) => each === "hidden").length,
    ).toBeGreaterThan(0);
  });

  test("is shown whole where nothing is small", () => {
    expect(suppressGrid([[6, 0, 12]])).toEqual({
      cells: [[6, 0, 12]],
      rowTotals: [18],
      columnTotals: [6, 0, 12],
      total: 18,
    });
  });

  test("is not published where no number would be left", () => {
    expect(suppressGrid([[1, 2]])).toBeNull();
    expect(suppressGrid([[0, 0]])?.total).toBe(0);
  });
});

describe("counts of one direction", () => {
  test("rest on their sum as it is shown elsewhere: where it is hidden there, nothing is shown here", () => {
    expect(suppressList([4, 3], { total: "few" })).toBeNull();
    expect(suppressList([4, 9], { total: "hidden" })).toBeNull();
    expect(suppressList([6, 7], { total: 13 })).toEqual({ cells: [6, 7], total: 13 });
  });

  test("never hide a sum that stands elsewhere, and are not published where that would be needed", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }), (list) => {
        fc.pre(total(list) >= 5);
        expect([total(list), undefined]).toContain(suppressList(list, { total: total(list) })?.total);
      }),
    );
    expect(suppressList([1, 1, 1, 2], { total: 5 })).toBeNull();
  });
});

describe("a percentage", () => {
  test("is shown of twenty or more, and of what is shown", () => {
    expect([shareOf(5, 20), shareOf(5, 19), shareOf("few", 40), shareOf(5, "hidden"), shareOf(0, 30)]).toEqual([
      25,
      null,
      null,
      null,
      0,
    ]);
  });
});

describe("a median", () => {
  test("is shown of five or more whose number is shown, and of no hidden one", () => {
    expect([medianOf([1, 2, 3, 4, 9], 5), medianOf([1, 2, 3, 4, 9, 11], 6)]).toEqual([3, 3.5]);
    expect([medianOf([1, 2, 3, 4], 4), medianOf([1, 2, 3], "few"), medianOf([1, 2, 3, 4, 5, 6], "hidden")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
