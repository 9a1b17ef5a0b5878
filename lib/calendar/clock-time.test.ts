import { expect, test } from "vitest";
import { parseClockTime } from "./clock-time.ts";

test.each([
  ["9", "09:00"],
  ["9.", "09:00"],
  ["9.30", "09:30"],
  ["9,30", "09:30"],
  ["09:30", "09:30"],
  ["0930", "09:30"],
  ["930", "09:30"],
  ["kl. 9.30", "09:30"],
  ["kl 9,30", "09:30"],
  ["Kl.9", "09:00"],
  [" 13,00 ", "13:00"],
  ["23.59", "23:59"],
])("the time %s is %s", (typed, time) => expect(parseClockTime(typed)).toBe(time));

test.each(["", "24.00", "9.60", "9,5", "kl.", "morgen", "9.30.10", "-1"])("%s is no time", (typed) =>
  expect(parseClockTime(typed)).toBeNull(),
);
