import { expect, test } from "vitest";
import { attackAll } from "./sdc/attack-all.ts";

test("nobody reckons out a number that the figures hide: 150 partnerships, four quarters each", () => {
  const seed = Date.now() % 1_000_000;
  const found = attackAll({ partnerships: 150, quarters: 4, seed });
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `sdc: ${found.cells} hidden cells attacked in ${found.releases} releases and their pairs (${found.systems} systems, seed ${seed}); ` +
      `${found.exact} exactly recovered; narrowest feasible interval ${found.narrowest}; ` +
      `${found.withheld} tables withheld, ${found.published} published`,
  );
  expect(found.narrow).toEqual([]);
  expect(found.exact).toBe(0);
  expect(found.narrowest).toBeGreaterThanOrEqual(3);
});
