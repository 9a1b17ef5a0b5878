import { describe, expect, test } from "vitest";
import { type AgreementContent, agreementContent } from "./agreement.ts";
import { sideOf } from "./parties.ts";
import { sampleAgreement } from "./sample-agreement.ts";

const text = { da: "Tekst", en: "Text" };

/** Whether an agreement is still one after this change. */
function stands(change: (agreement: AgreementContent) => void): boolean {
  const agreement = sampleAgreement();
  change(agreement);
  return agreementContent.safeParse(agreement).success;
}

describe("the content of an agreement", () => {
  test("is taken as it is", () => {
    expect(stands(() => undefined)).toBe(true);
  });

  test("survives being kept as JSON", () => {
    expect(agreementContent.parse(JSON.parse(JSON.stringify(sampleAgreement())))).toEqual(sampleAgreement());
  });

  test("refuses an eighth choice", () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ code: `S${n}`, text }));
    expect(stands(({ forAll }) => void (forAll.progress = many(7)))).toBe(true);
    expect(stands(({ forAll }) => void (forAll.progress = many(8)))).toBe(false);
  });

  test("refuses the same code twice in one list", () => {
    expect(
      stands(
        ({ forAll }) =>
          void (forAll.progress = [
            { code: "A", text },
            { code: "A", text },
          ]),
      ),
    ).toBe(false);
  });

  test("refuses a text without Danish, and takes one without English", () => {
    const says = (text: { da: string; en: string }) =>
      stands(({ forAll }) => void (forAll.progress = [{ code: "A", text }]));
    expect(says({ da: " ", en: "Text" })).toBe(false);
    expect(says({ da: "Tekst", en: " " })).toBe(true);
  });

  test("refuses a question without choices, and a date with them", () => {
    const asking = (answer: "one" | "date", choices: { code: string; text: typeof text }[]) =>
      stands(({ forAll }) => void forAll.questions.push({ code: "Q", text, answer, choices }));
    expect(asking("one", [])).toBe(false);
    expect(asking("date", [])).toBe(true);
    expect(asking("date", [{ code: "A", text }])).toBe(false);
  });

  test("refuses a service without a route, a second route and a route to nowhere", () => {
    expect(stands(({ routes }) => void routes.pop())).toBe(false);
    expect(stands(({ routes }) => void (routes[1] = { ...routes[0]! }))).toBe(false);
    expect(stands(({ routes }) => void (routes[1]!.service = "UNHEARD_OF"))).toBe(false);
  });

  test("refuses a hold that has no date", () => {
    const hold = { code: "A", text } as unknown as AgreementContent["forAll"]["onHold"][number];
    expect(stands(({ forAll }) => void forAll.onHold.push(hold))).toBe(false);
  });

  test("refuses a word it does not know, so that nothing is kept unseen", () => {
    expect(stands(({ services }) => void Object.assign(services[0]!, { price: 1 }))).toBe(false);
  });
});

test("gives every kind of unit a side", () => {
  expect([sideOf("municipal-unit"), sideOf("estate"), sideOf("forum")]).toEqual(["municipal", "housing", "neither"]);
});
