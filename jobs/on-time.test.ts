import { expect, test } from "vitest";
import { liveThrough } from "#db/proofs/on-time.ts";
import { allJobs } from "./all-jobs.ts";
import { tellByMail } from "./tell-by-mail.ts";

const none = { anchors: { folder: "" }, mail: { route: async () => {}, origin: "", from: "brobyg@brobyg.example" } };

/** Four days lived through three times: long on a machine that is busy. */
const patience = 300_000;

test(
  "jobs that run twice, or after three days of silence, leave the same behind as once in time",
  async () => {
    const { done, twice, late } = await liveThrough(allJobs(none), (pool, day) => tellByMail(pool, day, 9), 1);
    expect({ twice, late }).toEqual({ twice: [], late: [] });
    expect(Object.keys(done).toSorted()).toEqual(["due", "expire", "hold_over", "remind", "succeed", "warn"]);
  },
  patience,
);
