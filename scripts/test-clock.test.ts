import { expect, test } from "vitest";
import { instantOf } from "#scripts/test-clock.ts";

const read = (text: string) => new Date(instantOf(text)).toISOString();

test.each([
  ["2026-12-02T10:00", "2026-12-02T09:00:00.000Z"],
  ["2026-07-01T00:10", "2026-06-30T22:10:00.000Z"],
  ["2026-12-03T23:30Z", "2026-12-03T23:30:00.000Z"],
  // The hours change: the one that is left out counts from before, of the one that comes twice it is the second.
  ["2027-03-28T01:59:59", "2027-03-28T00:59:59.000Z"],
  ["2027-03-28T02:30", "2027-03-28T01:30:00.000Z"],
  ["2027-03-28T03:00", "2027-03-28T01:00:00.000Z"],
  ["2026-10-25T02:30", "2026-10-25T01:30:00.000Z"],
  ["2028-02-29T12:00", "2028-02-29T11:00:00.000Z"],
])("%s is %s", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each(["", "yesterday", "2026-12-02", "2026-13-02T10:00", "2026-12-02 10:00", "2026-12-02T10:00+01:00"])(
  "refuses %j",
  (text) => {
    expect(() => instantOf(text)).toThrow(/is no moment/);
  },
);
