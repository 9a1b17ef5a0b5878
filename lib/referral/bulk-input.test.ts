import { expect, test } from "vitest";
import { bulkInput } from "./bulk-input.ts";
import { codeOf } from "./code.ts";

const codes = [codeOf(7), codeOf(1_000_000)].toSorted();

test("takes each referral once, in one order, however it is typed", () => {
  const typed = [...codes.toReversed(), codes[0]?.toLowerCase()];
  expect(bulkInput.parse({ act: "later", codes: typed })).toEqual({ act: "later", codes });
});

test("lets go of a person who was chosen for another act: before scripts run the whole form is sent", () => {
  const person = crypto.randomUUID();
  expect(bulkInput.parse({ act: "agenda", codes, person })).toEqual({ act: "agenda", codes });
  expect(bulkInput.parse({ act: "assign", codes, person })).toEqual({ act: "assign", codes, person });
});

test.each([
  ["nobody", { act: "assign", codes }],
  ["nothing", { act: "agenda" }],
  ["a code that is none", { act: "agenda", codes: ["0000"] }],
  ["what it does not declare", { act: "agenda", codes, until: "2026-12-01" }],
  ["an act of one referral alone", { act: "accept", codes }],
])("refuses %s", (_what, sent) => expect(bulkInput.safeParse(sent).success).toBe(false));
