import { expect, test } from "vitest";
import { changedSince, sameCodes } from "#components/referral/acts/changed-since.ts";
import type { Offers, QuestionView } from "#lib/referral/referral-view.ts";

type Situation = NonNullable<Offers["correct"]>;

const labels = { situations: "Behov", contact: "Kontakt" };
const question: QuestionView = {
  code: "TRIN",
  text: "Hvor langt er det?",
  answer: "one",
  choices: [],
  optional: false,
  onlyIf: null,
  given: "RYKKER",
};
const before: Situation = {
  situations: [
    { code: "A", label: "A", given: true },
    { code: "B", label: "B", given: true },
    { code: "C", label: "C", given: false },
  ],
  questions: [question, { ...question, code: "DATO", text: "Hvornår?", answer: "date", given: "" }],
  contact: "together",
  nameless: false,
};
const given = (...codes: string[]) => before.situations.map((each) => ({ ...each, given: codes.includes(each.code) }));

test.each<[string, Situation, ReturnType<typeof changedSince>]>([
  ["nothing", before, []],
  ["the order of what is the same", { ...before, situations: given("A", "B").toReversed() }, []],
  [
    "a situation more",
    { ...before, situations: given("A", "B", "C") },
    [{ name: "situations", label: "Behov", value: ["A", "B", "C"] }],
  ],
  [
    "one for another",
    { ...before, situations: given("A", "C") },
    [{ name: "situations", label: "Behov", value: ["A", "C"] }],
  ],
  [
    "an answer that was not there, and one that is gone",
    {
      ...before,
      questions: [
        { ...question, given: "" },
        { ...question, code: "DATO", text: "Hvornår?", answer: "date", given: "2026-11-02" },
      ],
    },
    [
      { name: "answers.TRIN", label: "Hvor langt er det?", value: [] },
      { name: "answers.DATO", label: "Hvornår?", value: ["2026-11-02"] },
    ],
  ],
  ["the contact", { ...before, contact: "directly" }, [{ name: "contact", label: "Kontakt", value: ["directly"] }]],
])("tells %s", (_what, now, changed) => {
  expect(changedSince(before, now, labels)).toEqual(changed);
});

test("codes are the same in whatever order, and only all of them", () => {
  expect(sameCodes(["A", "B"], ["B", "A"])).toBe(true);
  expect(sameCodes(["A"], ["A", "B"])).toBe(false);
  expect(sameCodes(["A", "B"], ["A"])).toBe(false);
  expect(sameCodes([], [])).toBe(true);
});
