import { expect, test } from "vitest";
import type { Service } from "#lib/agreement/agreement.ts";
import { sampleAgreement } from "#lib/agreement/sample-agreement.ts";
import { serviceOf } from "#lib/agreement/service-of.ts";
import { logForm, missing } from "./log-form.ts";

const care = serviceOf(sampleAgreement(), "CARE");
const fields = (typed: object, { service = care, to = "post" }: { service?: Service; to?: string | undefined } = {}) =>
  missing(logForm.parse({ service: "CARE", ...typed }), { service, to }).map(({ field }) => field);

const whole = {
  situations: ["FIRST"],
  answers: { AGE: "OLD" },
  consent: { name: "written", feedback: "yes" },
  contact: "together",
};

test("nothing is preset: everything that is asked is missing from an empty form, in the order of the screen (C03)", () => {
  const all = ["situations", "answers.AGE", "to", "consent.name", "consent.feedback", "contact"];
  const empty = missing(logForm.parse({ service: "CARE" }), { service: care, to: undefined });
  expect(empty.map(({ field }) => field)).toEqual(all);
});

test("nothing is missing from a form that answers what is asked", () => {
  expect(fields(whole)).toEqual([]);
});

test.each([
  ["the consent to the name", { consent: { feedback: "yes" } }, "consent.name"],
  ["the consent to feedback", { consent: { name: "not_yet" } }, "consent.feedback"],
  ["the contact", { contact: null }, "contact"],
  ["a key question, also an emptied one", { answers: { AGE: "" } }, "answers.AGE"],
])("asks for %s", (_, without, field) => {
  expect(fields({ ...whole, ...without })).toEqual([field]);
});

test("asks whom it goes to where the agreement proposes nobody", () => {
  expect(missing(logForm.parse({ service: "CARE", ...whole }), { service: care, to: undefined })).toMatchObject([
    { field: "to" },
  ]);
});

test("does not ask for what may be left out, nor for a question without a choice yet", () => {
  const [age] = care.key;
  if (!age) throw new Error("the sample asks for an age");
  const later = { ...age, code: "LATER", choices: age.choices.map((c) => ({ ...c, onlyIf: { situation: ["NONE"] } })) };
  expect(fields({ ...whole, answers: {} }, { service: { ...care, key: [{ ...age, optional: true }, later] } })).toEqual(
    [],
  );
});

test("on the spot only the situation is asked", () => {
  expect(fields({ situations: ["FIRST"], answers: { AGE: "OLD" }, onTheSpot: "true" })).toEqual([]);
  expect(fields({ onTheSpot: true })).toEqual(["situations", "answers.AGE"]);
});

test.each([
  ["a field for a name", { name: "Anna" }],
  ["an unknown consent", { consent: { name: "surely" } }],
  ["a withdrawn consent", { consent: { name: "withdrawn", feedback: "yes" } }],
  ["a receiver that is no post", { to: "SCK" }],
  ["a code that cannot be one", { sameAs: "7K4F-2H9X" }],
  ["a note that points at somebody", { note: "010190-1234" }],
  ["a note of 281 characters", { note: "a".repeat(281) }],
  ["eight situations", { situations: ["1", "2", "3", "4", "5", "6", "7", "8"] }],
])("refuses %s", (_, typed) => {
  expect(logForm.safeParse({ service: "CARE", ...whole, ...typed }).success).toBe(false);
});

test("an empty note is no note", () => {
  expect(logForm.parse({ service: "CARE", note: "" }).note).toBeUndefined();
});
