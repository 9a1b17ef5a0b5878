import { makeRelease, type QuarterCounts, type Release } from "#lib/figures/release.ts";
import { attack } from "./attack.ts";
import { chance, someQuarter } from "./quarters.ts";

type Asked = { partnerships: number; quarters: number; seed: number };
export type Attacked = {
  releases: number;
  systems: number;
  cells: number;
  exact: number;
  narrowest: number;
  withheld: number;
  published: number;
  narrow: string[];
};

const tablesOf = ({ referrals, answers, finished, returned, actions }: Release) => [
  referrals.grid,
  answers.grid,
  finished.grid,
  returned.list,
  actions.list,
];

/**
 * Publishes the quarters of partnerships that do not exist, one after the other, and attacks every release by itself and
 * every two that follow each other together: all their tables, and so all their sums and differences, at once.
 *
 * @param make what publishes: the product's own, or one that is broken on purpose
 */
export function attackAll(
  { partnerships, quarters, seed }: Asked,
  make: (counts: QuarterCounts) => Release = makeRelease,
): Attacked {
  const random = chance(seed);
  const all: Attacked = {
    releases: 0,
    systems: 0,
    cells: 0,
    exact: 0,
    narrowest: Number.POSITIVE_INFINITY,
    withheld: 0,
    published: 0,
    narrow: [],
  };
  for (let partnership = 0; partnership < partnerships; partnership += 1) {
    const releases = Array.from({ length: quarters }, () => make(someQuarter(random)));
    all.releases += releases.length;
    for (const table of releases.flatMap(tablesOf)) {
      if (table) all.published += 1;
      else all.withheld += 1;
    }
    const pairs = releases.slice(1).map((release, at) => [releases[at] as Release, release]);
    for (const known of [...releases.map((release) => [release]), ...pairs]) {
      const found = attack(known);
      all.systems += 1;
      all.cells += found.cells;
      all.exact += found.exact;
      all.narrowest = Math.min(all.narrowest, found.narrowest);
      all.narrow.push(...found.narrow.map((name) => `partnership ${partnership}: ${name}`));
    }
  }
  return all;
}
