import { expect, test } from "vitest";
import { liveThrough } from "#db/proofs/on-time.ts";
import { allJobs } from "./all-jobs.ts";
import { tellByMail } from "./tell-by-mail.ts";

const none = { anchors: { folder: "" }, mail: { route: async () => {}, origin: "", from: "brobyg@brobyg.example" } };

/** Four days lived through three times: long on a machine that is busy. */
const patience = 300_000;

/** What comes due by a calendar day; a clock of working days stands still from Maundy Thursday to Easter Monday. */
const byCalendar = ["expire", "hold_over", "remind", "succeed", "warn"];

test.each([
  ["in an ordinary week", "2026-12-03T10:00", ["due", ...byCalendar]],
  ["at Easter, in the night when the hour changes", "2027-03-28T01:20", byCalendar],
])(
  "jobs that run twice, or after three days of silence, leave the same behind as once in time: %s",
  async (_when, on, acts) => {
    const lived = await liveThrough(allJobs(none), { tell: (pool, day) => tellByMail(pool, day, 9), each: 1, on });
    expect({ twice: lived.twice, late: lived.late }).toEqual({ twice: [], late: [] });
    expect(Object.keys(lived.done).toSorted()).toEqual(acts);
  },
  patience,
);
