import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { serviceOf } from "#lib/agreement/service-of.ts";
import { addDays, day } from "#lib/calendar/day.ts";
import { filledIn } from "./a-referral.ts";
import { asked, isUrgent, type MatterInput, matterInput, readMatter } from "./matter.ts";

const today = day("2026-11-02");
const services = noerrebro.content.services.map(({ code }) => serviceOf(noerrebro.content, code));
const of = (code: string) => serviceOf(noerrebro.content, code);
const complete = (code: string) => filledIn(noerrebro.content, code, today);
const read = (code: string, input: MatterInput) => readMatter(of(code), input, today);
const without = (answers: MatterInput["answers"], question: string) =>
  Object.fromEntries(Object.entries(answers).filter(([code]) => code !== question));

describe.each(services.map((service) => [service.code, service] as const))("%s", (code, service) => {
  const input = complete(code);

  test("is read when it is complete, and keeps just what was asked", () => {
    const matter = read(code, input);
    expect(matter).toMatchObject({ ok: true, value: { situations: input.situations, contact: input.contact } });
    const facts = service.key.filter(({ about }) => about === "age" || about === "children" || about === "letter-date");
    const answers = asked(service, input).filter((question) => !facts.includes(question));
    expect(matter.ok && Object.keys(matter.value.answers)).toEqual(answers.map((question) => question.code));
  });

  test.each(service.key.map((question) => [question.code, question.optional === true] as const))(
    "asks for %s, unless it may be left out",
    (question, optional) => {
      for (const answers of [without(input.answers, question), { ...input.answers, [question]: "" }])
        expect(read(code, { ...input, answers })).toMatchObject(
          optional ? { ok: true } : { ok: false, code: "answer-needed", field: `answers.${question}` },
        );
    },
  );

  test.each(service.key.map((question) => [question.code] as const))("takes no unknown answer to %s", (question) => {
    for (const wrong of ["Anna Hansen", "2026-02-30", ["JA", "NEJ"]])
      expect(read(code, { ...input, answers: { ...input.answers, [question]: wrong } })).toMatchObject({
        ok: false,
        field: `answers.${question}`,
      });
  });

  test("takes no answer to what was not asked", () => {
    const answers = { ...input.answers, NAVN: "Anna Hansen" };
    expect(read(code, { ...input, answers })).toEqual({ ok: false, code: "not-asked", field: "answers.NAVN" });
  });

  test("needs one situation, or several of its own", () => {
    const situations = service.situations.map((situation) => situation.code);
    expect(read(code, { ...input, situations: [] })).toMatchObject({ code: "choose-situation", field: "situations" });
    expect(read(code, { ...input, situations: ["LYST"] })).toMatchObject({
      code: "unknown-choice",
      field: "situations",
    });
    expect(read(code, { ...input, situations }).ok).toBe(true);
  });

  test("is urgent by itself exactly where the agreement says so", () => {
    const calm = { situations: [], answers: {} };
    const urgent = service.situations.filter((each) => isUrgent(service, { ...calm, situations: [each.code] }));
    expect(urgent).toEqual(service.situations.filter((each) => each.urgent));
  });
});

describe("an eviction", () => {
  const input = complete("UDSAETTELSE");
  const letter = (AARSAG: string, TRIN: string, DATO: string) =>
    read("UDSAETTELSE", { ...input, answers: { AARSAG, TRIN, DATO } });

  test("has the steps of its cause, and no other", () => {
    const steps = (cause: string) =>
      ["RYKKER", "PAAKRAV", "ADVARSEL", "OPSAGT", "OPHAEVET", "FOGED", "DATO", "UDSAT", "RET", "BREV"].filter(
        (step) => letter(cause, step, today).ok,
      );
    expect(steps("HUSLEJE")).toEqual(["RYKKER", "PAAKRAV", "OPHAEVET", "FOGED", "DATO", "UDSAT"]);
    expect(steps("HUSORDEN")).toEqual(["ADVARSEL", "OPSAGT", "OPHAEVET", "RET"]);
    expect(steps("ANDET")).toEqual(["BREV"]);
    expect(letter("HUSORDEN", "PAAKRAV", today)).toMatchObject({ code: "unknown-choice", field: "answers.TRIN" });
  });

  test("has a letter that has come", () => {
    expect(letter("HUSLEJE", "RYKKER", today).ok).toBe(true);
    expect(letter("HUSLEJE", "RYKKER", addDays(today, 1))).toMatchObject({ code: "date-past", field: "answers.DATO" });
  });

  test("has a last day to pay after a demand, and only then", () => {
    expect(letter("HUSLEJE", "PAAKRAV", "2026-10-31")).toMatchObject({
      value: { letterOn: "2026-10-31", payBy: "2026-11-16" },
    });
    expect(letter("HUSLEJE", "OPHAEVET", "2026-10-31")).toMatchObject({ value: { payBy: null } });
  });

  test("has its letter's day as people type it, nearest to today where no year is said", () => {
    for (const typed of ["31.10", "31,10", "d. 31/10", "lørdag d. 31. oktober"])
      expect(letter("HUSLEJE", "RYKKER", typed)).toMatchObject({ value: { letterOn: "2026-10-31" } });
  });

  test("says which weekday the letter's day is, where another one is written before it", () => {
    expect(letter("HUSLEJE", "RYKKER", "mandag d. 31. oktober")).toEqual({
      ok: false,
      code: "weekday",
      field: "answers.DATO",
      details: { day: "2026-10-31" },
    });
  });

  test("keeps age and children apart from the answers, and may do without", () => {
    const told = read("UDSAETTELSE", { ...input, answers: { ...input.answers, BOERN: "JA", ALDER: "OVER_25" } });
    expect(told).toMatchObject({ value: { age: "OVER_25", children: "JA" } });
    expect(told.ok && Object.keys(told.value.answers)).toEqual(["AARSAG", "TRIN"]);
    expect(letter("HUSLEJE", "RYKKER", today)).toMatchObject({ value: { age: null, children: null } });
  });

  test("is urgent from the demand on", () => {
    const urgent = (TRIN: string) => isUrgent(of("UDSAETTELSE"), { situations: ["OVERBLIK"], answers: { TRIN } });
    expect([urgent("RYKKER"), urgent("PAAKRAV"), urgent("FOGED"), urgent("BREV")]).toEqual([false, true, true, false]);
  });
});

test("the form takes no field beside situations, answers and contact", () => {
  const input = complete("SKP");
  expect(matterInput.safeParse(input).success).toBe(true);
  for (const extra of [{ name: "Anna Hansen" }, { cpr: "010180-1234" }, { note: "" }])
    expect(matterInput.safeParse({ ...input, ...extra }).success).toBe(false);
  expect(matterInput.safeParse({ ...input, contact: "by pigeon" }).success).toBe(false);
  expect(matterInput.safeParse({ ...input, situations: Array(8).fill("SES_IKKE") }).success).toBe(false);
});
