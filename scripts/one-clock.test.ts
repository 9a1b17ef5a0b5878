import { expect, test } from "vitest";
import { findFiles, isTest, readSource } from "#scripts/sources.ts";

/** What measures how long something takes, in a browser or on a machine, and never what day it is. */
const measures: Record<string, string> = {
  "components/live/live-stream.ts": "how long the stream has been silent",
  "components/session/session-clock.ts": "how long this window has been left alone",
  "components/ui/toasts.tsx": "how long an act can still be undone",
};

/** What tells somebody outside the moment of the machine, and asks no database. */
const outside: Record<string, string> = {
  "app/api/security/route.ts": "until when security.txt holds",
};

const product = findFiles("{app,components,db,jobs,lib}/**/*.{ts,tsx}").filter(
  (file) => !isTest(file) && !/^db\/(proofs|testing|migrations)\//.test(file),
);

/** `new Date()` and `Date.now()` are the machine's clock; the database's is `app_now`. */
const machine = /\bnew Date\(\s*\)|\bDate\.now\(\)|\bDate\(\s*\)/;
const postgres =
  /(?<![\w.])now\(\)|\b(clock_timestamp|transaction_timestamp|statement_timestamp)\(\)|\b(current_date|current_time|current_timestamp|localtimestamp)\b/;
/** The day of a moment in UTC is another than Copenhagen's for an hour or two of each night. */
const utcDay = /toISOString\(\)\.(slice|substring)\(0, 10\)|toISOString\(\)\.split\("T"\)|getUTCDate\(\)|getDate\(\)/;

const breaking = (pattern: RegExp, allowed: readonly string[]) =>
  product.filter((file) => pattern.test(readSource(file)) && !allowed.includes(file));

test("the product asks the database what time it is, never the machine", () => {
  expect(product.length).toBeGreaterThan(400);
  expect(breaking(machine, [...Object.keys(measures), ...Object.keys(outside)])).toEqual([]);
});

test("and each file that may ask the machine does so", () => {
  for (const file of [...Object.keys(measures), ...Object.keys(outside)]) expect(readSource(file)).toMatch(machine);
});

test("no statement asks PostgreSQL's own clock", () => {
  expect(breaking(postgres, [])).toEqual([]);
});

test("no day is taken from UTC", () => {
  // Whole days are counted in UTC, where none has 23 or 25 hours; no moment is asked for its day.
  expect(breaking(utcDay, ["lib/calendar/day.ts"])).toEqual([]);
  expect(findFiles("scripts/*.ts").filter((file) => !isTest(file) && utcDay.test(readSource(file)))).toEqual([]);
});
