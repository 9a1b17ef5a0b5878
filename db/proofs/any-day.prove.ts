import { expect, test } from "vitest";
import { testedOn } from "#scripts/tested-on.ts";

/** In Copenhagen, but for those with a Z. */
const moments = [
  ["a Monday", "2026-11-30T12:00"],
  ["a Friday", "2026-12-04T15:30"],
  ["a Sunday, Easter's, just before the hour that is left out", "2027-03-28T01:20"],
  ["the hour that comes twice", "2027-10-31T02:30"],
  ["just before midnight in Copenhagen", "2026-12-03T23:50"],
  ["just after it", "2026-12-04T00:05"],
  ["just before midnight in UTC", "2026-12-08T23:50Z"],
  ["just after it", "2026-12-09T00:05Z"],
  ["24 December", "2026-12-24T14:00"],
  ["31 December, the last day of a quarter, in week 53", "2026-12-31T23:30"],
  ["Maundy Thursday", "2027-03-25T09:00"],
  ["29 February", "2028-02-29T12:00"],
] as const;

const stages = ["rules", "database", "app"];

// Two at a time: a run of one waits for PostgreSQL as long as it works.
const pairs = moments.flatMap((moment, index) => (index % 2 === 0 ? [[moment, moments[index + 1]] as const] : []));

test.each(pairs)("rules, database and app hold on %s, and on %s", async (...both) => {
  const failed = await Promise.all(both.map(async (each) => (each ? testedOn(each[1], stages) : "")));
  expect(failed).toEqual(["", ""]);
});
