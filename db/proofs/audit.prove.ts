import postgres from "postgres";
import { expect, test } from "vitest";
import { openPool } from "../client.ts";
import { chainLog, partnerships } from "../log/chain.ts";
import { verifyLog } from "../log/verify.ts";
import { openWorld } from "../testing/world.ts";
import { audit } from "./audit.ts";

/** A proof says its figure. */
// oxlint-disable-next-line no-console -- a proof says its figure
const say = (figure: string) => console.log(`audit: ${figure}`);

test("8 writers, 100,000 appends: no fork, 1,500 a second, six of six attacks found with their first bad row", async () => {
  const { appends, appendsPerSecond, sound, forks, found } = await audit({ writers: 8, appends: 100_000 });
  say(`${appends} appends by 8 writers, ${appendsPerSecond} a second while two chainers numbered them; ${forks} forks`);
  const right = found.filter(({ why, number, meant }) => why === meant.why && number === meant.number);
  for (const { attack, why, number } of found) say(`${attack}: ${why}, first bad row ${number}`);
  say(`${right.length} of ${found.length} attacks found`);
  expect(sound).toMatchObject({ bad: null, waiting: 0 });
  expect(sound.rows).toBeGreaterThanOrEqual(100_020);
  expect(forks).toBe(0);
  expect(right).toHaveLength(6);
  expect(appendsPerSecond).toBeGreaterThanOrEqual(1_500);
});

test("1,000,000 rows are checked in at most 10 seconds", async () => {
  const world = await openWorld();
  const jobs = openPool(world.database.jobsUrl, { max: 2 });
  const sql = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  try {
    const [partnership = ""] = await partnerships(jobs);
    await world.owns(
      ["log", "person"],
      (owner) => owner`
        insert into log (partnership_id, id, at, person_id, posts, kind, what, referrals, detail)
        select p.partnership_id, gen_random_uuid(), app_now() - interval '30 days' + make_interval(secs => n * 2.5), p.id, array[gen_random_uuid()],
          'look', 'referral', array['7K4F2H9M'], '{"outside": true}'
        from generate_series(1, 1000000) n, (select * from person limit 1) p`,
    );
    const began = performance.now();
    await chainLog(jobs, partnership);
    const chained = performance.now();
    const verdict = await verifyLog(sql, partnership, []);
    const seconds = (performance.now() - chained) / 1000;
    say(`1,000,000 rows numbered in ${Math.round((chained - began) / 1000)} s, checked in ${seconds.toFixed(1)} s`);
    expect(verdict).toMatchObject({ rows: 1_000_000, bad: null, waiting: 0 });
    expect(seconds).toBeLessThanOrEqual(10);
  } finally {
    await Promise.all([sql.end(), jobs.close()]);
    await world.close();
  }
});
