import { expect, test } from "vitest";
import { liveThrough } from "#db/proofs/on-time.ts";
import { allJobs } from "./all-jobs.ts";
import { tellByMail } from "./tell-by-mail.ts";

const none = { anchors: { folder: "" }, mail: { route: async () => {}, origin: "", from: "brobyg@brobyg.example" } };

test("jobs that run twice, or after three days of silence, leave the same behind as once in time", async () => {
  const began = Date.now();
  const { done, rows, twice, late } = await liveThrough(allJobs(none), {
    tell: (pool, day) => tellByMail(pool, day, 9),
    each: 5,
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `jobs: ${rows} rows the same three times; ${Object.entries(done)
      .map(([act, times]) => `${act} ${times}`)
      .join(", ")}; ${seconds} s`,
  );
  expect({ twice, late }).toEqual({ twice: [], late: [] });
  expect(Object.keys(done).toSorted()).toEqual(["due", "expire", "hold_over", "remind", "succeed", "warn"]);
});
