import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AgreementContent, agreementContent } from "./agreement.ts";
import { checkAgreement, type KnownFunction } from "./check-agreement.ts";
import { conditionOf } from "./condition.ts";
import { differences } from "./differences.ts";
import { setFollowUp, setQuestion } from "./questions.ts";
import { setRoute } from "./revise.ts";
import { mayRefer } from "./routing.ts";
import {
  type Adding,
  addService,
  orderServices,
  restoreService,
  retireService,
  setServiceWords,
  setTerms,
} from "./services.ts";

const { content } = noerrebro;
const functions: KnownFunction[] = noerrebro.functions.map(({ code, duties }) => ({
  code,
  duties,
  staffed: noerrebro.posts.some((post) => post.function === code),
}));
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};
const own = (code: string, of: AgreementContent = content) => {
  const found = of.services.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};
const template = (code: string) => ({
  key: `KEPT.${code}`,
  service: own(code),
  route: content.routes.find(({ service }) => service === code) as never,
});
const adding = (change: Partial<Adding> = {}): Adding => ({
  name: { da: "Madhjælp", en: "" },
  from: ["SOCIAL_VICEVAERT"],
  to: "BOLIGRAADGIVER",
  functions: functions.map(({ code }) => code),
  taken: [],
  ...change,
});
const flawsOf = (of: AgreementContent) => checkAgreement(of, functions).map(({ field, code }) => [field, code]);

describe("a new service", () => {
  test("has a code of its Danish name, who refers and who receives, and lacks a situation", () => {
    const { content: revised, code } = valueOf(addService(content, adding()));
    expect(code).toBe("MADHJAELP");
    expect(agreementContent.safeParse(revised).success).toBe(true);
    expect(revised.routes.at(-1)).toEqual({
      service: code,
      from: ["SOCIAL_VICEVAERT"],
      to: [{ functions: ["BOLIGRAADGIVER"] }],
      also: [],
    });
    expect(flawsOf(revised)).toEqual([["situations", "situation-needed"]]);
    expect(mayRefer(revised, "SOCIAL_VICEVAERT").at(-1)).toBe(code);
  });

  test("never takes a code that another one has had", () => {
    expect(valueOf(addService(content, adding({ taken: ["MADHJAELP"] }))).code).toBe("MADHJAELP_2");
  });

  test("is copied from a template with its questions, and without what is not here", () => {
    const elsewhere: AgreementContent = { ...content, services: [own("BRO")], routes: [template("BRO").route] };
    const copied = valueOf(
      addService(elsewhere, adding({ name: {}, template: template("HJEMMEHJAELP"), functions: ["BOLIGRAADGIVER"] })),
    );
    expect(copied.code).toBe("HJEMMEHJAELP");
    expect(own("HJEMMEHJAELP", copied.content).key).toEqual(own("HJEMMEHJAELP").key);
    expect(copied.content.routes.at(-1)).toMatchObject({
      to: [{ functions: ["BOLIGRAADGIVER"] }, { functions: ["BOLIGRAADGIVER"] }],
      also: [],
    });
    expect(flawsOf(copied.content)).toEqual([]);
  });

  test("that is copied under another name has another code", () => {
    const named = adding({ name: { da: "Hjælp til børn", en: "" }, template: template("SKP") });
    const { code, content: revised } = valueOf(addService(content, named));
    expect([code, own(code, revised).short]).toEqual(["HJAELP_TIL_BOERN", undefined]);
  });

  test.each<[string, Partial<Adding>, string, string]>([
    ["without a name", { name: { da: " ", en: "Food" } }, "words-needed", "name.da"],
    ["with the name of another", { name: { da: "støttekontaktperson (SKP)" } }, "name-taken", "name.da"],
    ["that is here already", { name: {}, template: template("SKP") }, "name-taken", "template"],
    ["that nobody refers", { from: [] }, "choose", "from"],
  ])("%s is refused", (_, change, code, field) => {
    expect(addService(content, adding(change))).toEqual({ ok: false, code, field });
  });
});

describe("the services", () => {
  test("stand in another order, also where one refers", () => {
    const order = content.services.map(({ code }) => code).toReversed();
    const revised = orderServices(content, order);
    expect(revised.services.map(({ code }) => code)).toEqual(order);
    expect(mayRefer(revised, "SOCIAL_VICEVAERT")).toEqual(
      order.filter((code) => mayRefer(content, "SOCIAL_VICEVAERT").includes(code)),
    );
    expect(differences(content, revised)).toHaveLength(1);
  });

  test("lose one with its route and with what points to it, and get it back as it was", () => {
    const pointing = structuredClone(content);
    Object.assign(pointing.services[0]?.situations[0] ?? {}, { alsoRefer: "SKP" });
    const revised = valueOf(retireService(pointing, "SKP"));
    expect(flawsOf(revised)).toEqual([]);
    expect(agreementContent.safeParse(revised).success).toBe(true);
    expect(JSON.stringify(revised)).not.toContain('"SKP"');
    const back = valueOf(restoreService(revised, content, "SKP"));
    expect(differences(content, back)).toEqual([]);
    expect(restoreService(back, content, "SKP")).toMatchObject({ code: "not-found" });
  });

  test("are never none", () => {
    const one: AgreementContent = { ...content, services: [own("SKP")], routes: [template("SKP").route] };
    expect(retireService(one, "SKP")).toMatchObject({ code: "last-service" });
    expect(retireService(one, "BRO")).toMatchObject({ code: "not-found" });
  });
});

describe("what a service is called", () => {
  const written = (code: string) => {
    const { name, short, hint, decidedBy } = own(code);
    return { name, ...(short && { short }), ...(hint && { hint }), ...(decidedBy && { decidedBy }) };
  };

  test("is the same where it is written as it stands", () => {
    for (const { code } of content.services)
      expect(differences(content, valueOf(setServiceWords(content, code, written(code))))).toEqual([]);
  });

  test("may lose its short name, and needs its Danish", () => {
    const revised = valueOf(setServiceWords(content, "SKP", { ...written("SKP"), short: { da: "", en: " " } }));
    expect(own("SKP", revised).short).toBeUndefined();
    expect(setServiceWords(content, "SKP", { name: {} })).toMatchObject({ code: "words-needed", field: "name.da" });
    expect(setServiceWords(content, "SKP", { ...written("SKP"), hint: { en: "Hint" } })).toMatchObject({
      code: "words-needed",
      field: "hint.da",
    });
    expect(setServiceWords(content, "SKP", { name: own("BRO").name })).toMatchObject({ code: "name-taken" });
  });
});

test("a service's terms are the same as they stand, and a KLE number is one", () => {
  for (const { code, basis, clock, openToAnonymous, cannotAskAllowed, kle, area } of content.services) {
    const terms = { basis, clock, openToAnonymous, cannotAskAllowed, area, kle: kle.join(", ") };
    expect(differences(content, valueOf(setTerms(content, code, terms)))).toEqual([]);
    expect(setTerms(content, code, { ...terms, kle: "27.35" })).toMatchObject({ code: "kle", field: "kle" });
    expect(setTerms(content, code, { ...terms, area: "UNHEARD_OF" })).toMatchObject({ code: "unknown-choice" });
  }
  const eviction = valueOf(setTerms(content, "BRO", { ...own("BRO"), kle: "", clock: "eviction" }));
  expect(flawsOf(eviction)).toEqual([["clock", "letter-date-needed"]]);
});

describe("the rules of who receives", () => {
  const from = ["SOCIAL_VICEVAERT"];
  const rule = (first: string, ...when: string[]) => ({ first, others: [], when });

  test("split by age, in the order in which they were put", () => {
    const split = valueOf(
      setRoute(content, "BRO", {
        from,
        order: ["n1", "r0"],
        to: { n1: rule("SOCIAL_MENTOR", "FOELGE.JEG", "FOELGE.ANDEN"), r0: rule("BROBYGNINGSKONSULENT") },
        also: [],
      }),
    );
    expect(split.routes.find(({ service }) => service === "BRO")?.to).toEqual([
      { when: { question: "FOELGE", oneOf: ["JEG", "ANDEN"] }, functions: ["SOCIAL_MENTOR"] },
      { functions: ["BROBYGNINGSKONSULENT"] },
    ]);
    expect(flawsOf(split)).toEqual([]);
    const one = { r0: { remove: true }, r1: rule("BROBYGNINGSKONSULENT") };
    const joined = valueOf(setRoute(split, "BRO", { from, to: one, also: [] }));
    expect(joined.routes.find(({ service }) => service === "BRO")?.to).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof setRoute>[2]["to"], string, string]>([
    ["none", { r0: { remove: true } }, "choose", "to.r0.first"],
    [
      "one that asks about two things",
      { r0: rule("SOCIAL_MENTOR", "FOELGE.JEG", ".ALENE") },
      "one-condition",
      "to.r0.when",
    ],
    ["one without a receiver", { r0: rule("SOCIAL_MENTOR"), n1: { when: ["FOELGE.JEG"] } }, "choose", "to.n1.first"],
    ["one that is not there", { r0: rule("SOCIAL_MENTOR"), r7: rule("SOCIAL_MENTOR") }, "wrong-input", ""],
  ])("are never %s", (_, to, code, field) => {
    const order = ["r0", "n1"];
    expect(setRoute(content, "BRO", { from, to, order, also: [] })).toEqual({
      ok: false,
      code,
      ...(field && { field }),
    });
  });

  test.each<[string, Parameters<typeof setRoute>[2]["to"], [string, string][]]>([
    [
      "an answer that leads to nobody",
      { r0: rule("SOCIAL_MENTOR", "FOELGE.JEG") },
      [["to.r0.first", "answer-without-receiver"]],
    ],
    [
      "a rule that is never reached",
      { r0: rule("SOCIAL_MENTOR"), n1: rule("BROBYGNINGSKONSULENT", "FOELGE.JEG") },
      [["to.r1.first", "rule-never-reached"]],
    ],
  ])("are told of %s", (_, to, flaws) => {
    expect(flawsOf(valueOf(setRoute(content, "BRO", { from, to, order: ["r0", "n1"], also: [] })))).toEqual(flaws);
  });
});

describe("a question", () => {
  const place = { service: "BRO", list: "key", question: "FOELGE" } as const;
  const text = { da: "Går nogen med?", en: "" };

  test("that is answered with a day has no choices, and back again yes and no", () => {
    const day = valueOf(setQuestion(content, place, { ...text, answer: "date" }));
    expect(own("BRO", day).key[0]).toEqual({ code: "FOELGE", text, answer: "date", choices: [] });
    const back = valueOf(setQuestion(day, place, { ...text, answer: "one" }));
    expect(own("BRO", back).key[0]?.choices.map(({ code }) => code)).toEqual(["JA", "NEJ"]);
  });

  test.each<[string, Parameters<typeof setQuestion>[1], Partial<Parameters<typeof setQuestion>[2]>, string, string]>([
    ["without words", place, { da: "" }, "words-needed", "da"],
    ["of two conditions", place, { onlyIf: [".ALENE", "FOELGE.JEG"] }, "one-condition", "onlyIf"],
    ["that rests on itself", place, { onlyIf: ["FOELGE.JEG"] }, "asked-later", "onlyIf"],
    ["whose day would be an age", place, { answer: "date", about: "age" }, "about-answer", "about"],
    ["whose choice would be the day of a letter", place, { about: "letter-date" }, "about-answer", "about"],
    [
      "of a fact that another one asks",
      { ...place, service: "UDSAETTELSE", question: "TRIN" },
      { about: "age" },
      "about-twice",
      "about",
    ],
    [
      "that a rule rests on, as a day",
      { ...place, service: "HJEMMEHJAELP", question: "ALDER" },
      { answer: "date" },
      "still-asked-about",
      "answer",
    ],
    [
      "of age that rules something out",
      { ...place, service: "LOKAL", question: "VED" },
      { about: "age" },
      "about-rules-out",
      "about",
    ],
    ["that is not there", { ...place, question: "UNHEARD_OF" }, {}, "not-found", ""],
  ])("%s is refused", (_, at, change, code, field) => {
    expect(setQuestion(content, at, { ...text, answer: "one", ...change })).toEqual({
      ok: false,
      code,
      ...(field && { field }),
    });
  });
});

test("a follow-up has its months and its question, or is not there", () => {
  const asked = { da: "Bor de der endnu?", en: "" };
  const revised = valueOf(setFollowUp(content, "BRO", { months: "12, 3", ...asked }));
  expect(own("BRO", revised).followUp).toMatchObject({
    afterMonths: [3, 12],
    question: { code: "BOR_DE_DER_ENDNU", text: asked, choices: [{ code: "JA" }, { code: "NEJ" }] },
  });
  expect(differences(content, valueOf(setFollowUp(revised, "BRO", { months: "" })))).toEqual([]);
  for (const months of ["", "0", "3,5 og 4", "37", "1 2 3 4 5 6 7"])
    expect(setFollowUp(content, "BRO", { months, ...asked })).toMatchObject({ code: "months", field: "months" });
  expect(setFollowUp(content, "BRO", { months: "3" })).toMatchObject({ code: "words-needed", field: "da" });
});

test("a condition is about one question, or about situations", () => {
  expect(conditionOf([])).toBe("always");
  expect(conditionOf([".A", ".B"])).toEqual({ situation: ["A", "B"] });
  expect(conditionOf(["Q.A", "Q.B"])).toEqual({ question: "Q", oneOf: ["A", "B"] });
  expect(conditionOf(["Q.A", "P.B"])).toBeNull();
  expect(conditionOf(["Q.A", ".B"])).toBeNull();
});
