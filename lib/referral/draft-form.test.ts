import { beforeAll, expect, test } from "vitest";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { sampleAgreement } from "#lib/agreement/sample-agreement.ts";
import { serviceOf } from "#lib/agreement/service-of.ts";
import { day } from "#lib/calendar/day.ts";
import { draftForm, keepable } from "./draft-form.ts";

beforeAll(readDictionary, 60_000);

const care = serviceOf(sampleAgreement(), "CARE");
const today = day("2026-11-23");
const kept = (typed: object, service = care) => keepable(draftForm.parse(typed), service, today);

test("keeps what was chosen, half done as it is", () => {
  const typed = { service: "CARE", situations: ["FIRST"], answers: { AGE: "OLD" }, consent: { name: "oral" } };
  expect(kept(typed)).toMatchObject(typed);
});

test("leaves out what the agreement does not know, so that nothing typed slips in as a code", () => {
  const typed = {
    service: "CARE",
    situations: ["FIRST", "010190-1234"],
    answers: { AGE: "010190-1234", ELSE: "ANYTHING", NESTED: { a: 1 } },
    consent: { name: "somebody", feedback: "yes" },
    contact: "by letter",
    to: "not an id",
    sameAs: "no code",
    evil: "010190-1234",
  };
  const { situations, answers, consent, contact, to, sameAs, ...rest } = kept(typed);
  expect(situations).toEqual(["FIRST"]);
  expect(answers).toEqual({});
  expect(consent).toEqual({ feedback: "yes" });
  expect([contact, to, sameAs]).toEqual([undefined, undefined, undefined]);
  expect(JSON.stringify(rest)).not.toContain("010190");
});

test("keeps a date when it is one, written out", () => {
  const letter = { ...care, key: care.questions.filter(({ code }) => code === "LETTER") };
  expect(kept({ service: "CARE", answers: { LETTER: "12/11" } }, letter).answers).toEqual({ LETTER: "12.11.2026" });
  expect(kept({ service: "CARE", answers: { LETTER: "010190-1234" } }, letter).answers).toEqual({});
});

test("keeps nothing that belongs to no service", () => {
  const form = draftForm.parse({ service: "GONE", situations: ["FIRST"], answers: { AGE: "OLD" } });
  expect(keepable(form, undefined, today)).toMatchObject({ situations: [], answers: {} });
  expect(keepable(form, undefined, today).service).toBeUndefined();
});

test("a note goes on only when it is clean; what the guard holds back is no longer in it", () => {
  expect(draftForm.parse({ note: " Vil gerne ringes op. " }).note).toEqual({
    state: "clean",
    text: "Vil gerne ringes op.",
  });
  expect(draftForm.parse({ note: "  " }).note).toEqual({ state: "none" });
  const held = draftForm.parse({ note: "Hun er 010190-1234." }).note;
  expect(held).toMatchObject({ state: "held-back", code: "findings" });
  expect(JSON.stringify(held)).not.toContain("010190");
});

test("a note that is too long is held back, and the rest is kept", () => {
  const form = draftForm.parse({ service: "CARE", situations: ["FIRST"], note: "a".repeat(281) });
  expect(form.note).toMatchObject({ state: "held-back", code: "too-long" });
  expect(keepable(form, care, today).situations).toEqual(["FIRST"]);
});
