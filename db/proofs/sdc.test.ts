import { expect, test } from "vitest";
import { makeRelease, type QuarterCounts, type Release } from "#lib/figures/release.ts";
import { attackAll } from "./sdc/attack-all.ts";

const small = { partnerships: 12, quarters: 3, seed: 2013 };

test("nobody reckons out a number that the figures hide: 12 partnerships, three quarters each", () => {
  const { cells, exact, narrowest, narrow } = attackAll(small);
  expect(narrow).toEqual([]);
  expect(exact).toBe(0);
  expect(narrowest).toBeGreaterThanOrEqual(3);
  expect(cells).toBeGreaterThan(300);
});

/** Hides what is small and nothing besides, as somebody might who has not reckoned. */
function onlySmall(counts: QuarterCounts): Release {
  const release = makeRelease(counts);
  const rows = counts.services.map(({ code }) => code);
  const countOf = (service: string, direction: string) =>
    counts.referrals
      .filter((each) => each.service === service && each.direction === direction)
      .reduce((total, { count }) => total + count, 0);
  const numbers = rows.map((row) => [countOf(row, "fromHousing"), countOf(row, "fromMunicipality")] as const);
  const shown = (value: number) => (value > 0 && value < 5 ? ("few" as const) : value);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const grid = {
    cells: numbers.map((row) => row.map(shown)),
    rowTotals: numbers.map((row) => shown(sum(row))),
    columnTotals: ([0, 1] as const).map((column) => shown(sum(numbers.map((row) => row[column])))),
    total: shown(sum(numbers.flat())),
  };
  return { ...release, referrals: { rows, grid } };
}

test("whoever hides only what is small is found out", () => {
  const { exact, narrowest, narrow } = attackAll(small, onlySmall);
  expect(exact).toBeGreaterThan(0);
  expect(narrowest).toBe(0);
  expect(narrow.every((name) => name.includes("referrals"))).toBe(true);
});

test("whoever shows a median of a number that is hidden is found out", () => {
  const one = { partnerships: 60, quarters: 1, seed: 7 };
  const tellsTooMuch = (counts: QuarterCounts): Release => {
    const release = makeRelease(counts);
    const times = release.times.map((each) => {
      const days = counts.answers.filter(({ service }) => service === each.service).flatMap(({ days: all }) => all);
      return { ...each, median: days.length >= 5 ? 3 : null };
    });
    return { ...release, times };
  };
  expect(attackAll(one).narrow).toEqual([]);
  expect(attackAll(one, tellsTooMuch).narrow.length).toBeGreaterThan(0);
});
