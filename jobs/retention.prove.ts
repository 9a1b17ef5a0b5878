import { expect, test } from "vitest";
import { retain } from "#db/proofs/retention.ts";
import { retention } from "./retention.ts";

/** A proof says its figure. */
// oxlint-disable-next-line no-console -- a proof says its figure
const say = (figure: string) => console.log(`retention: ${figure}`);

test("of referrals closed a year ago nothing is left but a count, in time, late and twice", async () => {
  const { before, after, gone, counted, kept, verdict, data } = await retain(retention as never, { each: 20 });
  say(`${before} rows and files held a canary or a code, ${after} do after`);
  say(`${gone[0]} referrals went in the first run (half of them 3 days late), ${gone[1]} in the second`);
  say(
    `${counted.count} counted in ${counted.rows} rows; ${kept.after} of ${kept.before} rows of the others are untouched`,
  );
  say(
    data
      ? `${data.before} of the database's files held one, ${data.after} of ${data.searched} do after VACUUM (FULL, ANALYZE)`
      : "the database's files are out of reach, and were not searched",
  );
  say(`the log's chain: ${verdict.rows} rows hold`);
  expect({ after, gone, counted: counted.count }).toEqual({ after: 0, gone: [40, 0], counted: 40 });
  expect(before).toBeGreaterThan(40);
  expect(kept.after).toBe(kept.before);
  expect(data === null || data.before > 0).toBe(true);
  expect(data?.after ?? 0).toBe(0);
  expect(verdict.bad).toBeNull();
});
