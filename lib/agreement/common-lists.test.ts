import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { agreementContent, withoutConsent } from "./agreement.ts";
import { type CommonPlace, commonItems, commonLists, setCommonList, setCommonQuestion } from "./common-lists.ts";
import { choicesOf } from "./condition.ts";
import { differences } from "./differences.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import type { WrittenList } from "./lists.ts";
import { sampleAgreement } from "./sample-agreement.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};

/** Every list that stands once, and the answers of every question that holds for all. */
const places: CommonPlace[] = [
  ...commonLists.map((list): CommonPlace => ({ list })),
  ...content.forAll.questions.map(({ code }): CommonPlace => ({ list: "questions", question: code })),
];

/** A list as its form shows it. */
const shown = (place: CommonPlace, of = content): WrittenList => {
  const items = commonItems(of, place) ?? [];
  return {
    order: items.map(({ code }) => code),
    rows: Object.fromEntries(
      items.map((item) => {
        const { code, text, ...said } = item as { code: string; text: { da: string; en: string }; onlyIf?: never };
        return [code, { ...said, ...text, onlyIf: choicesOf(said.onlyIf) }];
      }),
    ),
  };
};
const word = { da: "Noget nyt", en: "" };
const adds = (place: CommonPlace, row: object = {}, of = content) => {
  const { order, rows } = shown(place, of);
  return setCommonList(of, place, { order: [...order, "n1"], rows: { ...rows, n1: { ...word, ...row } } });
};
const takesOut = (place: CommonPlace, codes: readonly string[], of = content) =>
  setCommonList(of, place, { order: [], rows: Object.fromEntries(codes.map((code) => [code, { remove: true }])) });
const twoAreas = { ...content, areas: ["FIRST", "SECOND"].map((code) => ({ code, text: { da: code, en: "" } })) };

describe("a list that stands once in the agreement", () => {
  test("that is written as it stands is the same", () => {
    for (const place of places)
      expect([place, differences(content, valueOf(setCommonList(content, place, shown(place))))]).toEqual([place, []]);
  });

  test("takes in what is new under a code of its own, and lets it go again", () => {
    for (const place of places.filter(({ list }) => list !== "areas")) {
      const revised = valueOf(adds(place, { outcomeClass: "helped" }));
      const item = commonItems(revised, place)?.at(-1);
      expect([place, item?.code, item?.text]).toEqual([place, "NOGET_NYT", word]);
      expect(agreementContent.safeParse(revised).success).toBe(true);
      const out = valueOf(takesOut(place, ["NOGET_NYT"], revised));
      expect([place, differences(content, out)]).toEqual([place, []]);
    }
  });

  test("stands in the order in which it was put", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places.filter(({ list }) => list !== "areas")), fc.nat(), (place, seed) => {
        const { order, rows } = shown(place);
        const turned = order.toSorted((a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 7 + seed) % 5));
        const revised = valueOf(setCommonList(content, place, { order: turned, rows }));
        expect(commonItems(revised, place)?.map(({ code }) => code)).toEqual(turned);
      }),
      { numRuns: 40 },
    );
  });

  test("says with each item what it says besides", () => {
    const reason = { needs: "date", wrong: "age", afterIdentity: true, onlyAfterAsked: true } as const;
    const last = (of: ReturnType<typeof adds>, place: CommonPlace) => commonItems(valueOf(of), place)?.at(-1);
    const expected = { code: "NOGET_NYT", text: word };
    const returns = { list: "returnReasons" } as const;
    const redirects = { list: "redirectReasons" } as const;
    expect(last(adds(returns, reason), returns)).toEqual({ ...expected, ...reason });
    expect(last(adds(redirects, reason), redirects)).toEqual({ ...expected, wrong: "age" });
    expect(last(adds({ list: "onHold" }), { list: "onHold" })).toEqual({ ...expected, needs: "date" });
    const outcome = { outcomeClass: "partly", neverListed: true } as const;
    expect(last(adds({ list: "outcomes" }, outcome), { list: "outcomes" })).toEqual({ ...expected, ...outcome });
  });

  test("never gives a code that a service has in the same list on the screen", () => {
    const copy = structuredClone(content);
    for (const list of ["returnReasons", "outcomes", "questions", "places"] as const)
      copy.services[0]?.[list].push({
        code: "NOGET_NYT",
        text: word,
        answer: "date",
        choices: [],
        outcomeClass: "helped",
      } as never);
    for (const list of ["returnReasons", "redirectReasons", "outcomes", "questions", "external"] as const) {
      const place = { list } as const;
      const revised = valueOf(adds(place, { outcomeClass: "helped" }, copy));
      expect([list, commonItems(revised, place)?.at(-1)?.code]).toEqual([list, "NOGET_NYT_2"]);
    }
  });

  test("never gives a destination the code of one that there was", () => {
    const { order, rows } = shown({ list: "external" });
    const written = { order: [...order, "n1"], rows: { ...rows, n1: word } };
    const revised = valueOf(setCommonList(content, { list: "external" }, written, ["NOGET_NYT"]));
    expect(revised.external.at(-1)?.code).toBe("NOGET_NYT_2");
  });

  test.each<[string, ReturnType<typeof setCommonList>, string, string]>([
    ["an outcome that says nothing", adds({ list: "outcomes" }), "outcome-class", "rows.n1.outcomeClass"],
    [
      "a text without Danish",
      setCommonList(content, { list: "progress" }, { order: [], rows: { SVAR: { da: " ", en: "Known" } } }),
      "words-needed",
      "rows.SVAR.da",
    ],
    [
      "the same words twice",
      setCommonList(content, { list: "progress" }, { order: [], rows: { SVAR: { da: "ansøgning sendt" } } }),
      "words-twice",
      "rows.SVAR.da",
    ],
    [
      "a list without a reason to send back",
      takesOut(
        { list: "returnReasons" },
        content.forAll.returnReasons.map(({ code }) => code),
      ),
      "one-at-least",
      "rows.SAMTYKKE.remove",
    ],
    [
      "a list of which nobody could choose a reason to take back",
      takesOut({ list: "withdrawReasons" }, ["FORTRUDT", "KLARET", "FORKERT", "NY"]),
      "one-at-least",
      "rows.FORTRUDT.remove",
    ],
    [
      "to take out the reason that the system gives",
      takesOut({ list: "withdrawReasons" }, [withoutConsent]),
      "given-by-system",
      `rows.${withoutConsent}.remove`,
    ],
    ["a question that is not there", adds({ list: "questions", question: "UNHEARD_OF" }), "not-found", ""],
  ])("refuses %s", (_, written, code, field) => {
    expect(written).toEqual({ ok: false, code, ...(field ? { field } : {}) });
  });

  test("has seven to choose from at most, and twenty destinations", () => {
    const many = (list: "outcomes" | "external", count: number) => {
      const order = Array.from({ length: count }, (_, at) => `n${at + 1}`);
      const rows = Object.fromEntries(order.map((key) => [key, { da: key, outcomeClass: "helped" as const }]));
      return setCommonList(emptyAgreement(), { list }, { order, rows });
    };
    expect(many("outcomes", 7).ok).toBe(true);
    expect(many("outcomes", 8)).toMatchObject({ code: "too-many-choices", field: "rows.n8.da" });
    expect(many("external", 20).ok).toBe(true);
    expect(many("external", 21)).toMatchObject({ code: "too-many-destinations" });
  });

  test("of reasons to take back begins with the one that the system gives when a consent is gone", () => {
    const rows = { n1: { da: "Samtykke" } };
    const revised = valueOf(setCommonList(emptyAgreement(), { list: "withdrawReasons" }, { order: ["n1"], rows }));
    expect(revised.forAll.withdrawReasons.map(({ code, bySystem }) => [code, bySystem])).toEqual([
      ["SAMTYKKE_2", undefined],
      [withoutConsent, true],
    ]);
  });

  test("keeps a destination while a reason needs one that no function could be", () => {
    const alone = sampleAgreement();
    alone.routes = alone.routes.map((route) => ({ ...route, to: [{ functions: ["NURSE"] }], also: [] }));
    expect(takesOut({ list: "external" }, ["DOCTOR"], alone)).toEqual({
      ok: false,
      code: "destination-kept",
      field: "rows.DOCTOR.remove",
    });
    expect(takesOut({ list: "external" }, ["DOCTOR"], sampleAgreement()).ok).toBe(true);
    const needs = { needs: "destination" } as const;
    const none = { ...alone, external: [] };
    none.services = none.services.map((service) => ({ ...service, returnReasons: [], places: [] }));
    expect(adds({ list: "returnReasons" }, needs, none)).toMatchObject({ code: "destination-first" });
  });
});

describe("the areas of an agreement", () => {
  const place = { list: "areas" } as const;

  test("get a code, a text and what they are about", () => {
    const revised = valueOf(adds(place, { about: { da: "Aftalt et andet sted", en: "" } }));
    expect(revised.areas?.map(({ code, about }) => [code, about?.da])).toEqual([
      ["OMRAADE", undefined],
      ["NOGET_NYT", "Aftalt et andet sted"],
    ]);
    expect(adds(place, { about: { da: "", en: "English alone" } })).toMatchObject({
      code: "words-needed",
      field: "rows.n1.about.da",
    });
  });

  test("stay while something belongs to them, also without saying so", () => {
    expect(takesOut(place, ["FIRST"], twoAreas)).toMatchObject({ code: "area-in-use", field: "rows.FIRST.remove" });
    expect(valueOf(takesOut(place, ["SECOND"], twoAreas)).areas?.map(({ code }) => code)).toEqual(["FIRST"]);
    const copy = structuredClone(twoAreas);
    if (copy.services[0]) Object.assign(copy.services[0], { area: "SECOND" });
    expect(takesOut(place, ["SECOND"], copy)).toMatchObject({ code: "area-in-use", field: "rows.SECOND.remove" });
    expect(valueOf(takesOut(place, ["FIRST", "SECOND"], { ...emptyAgreement(), areas: twoAreas.areas })).areas).toBe(
      undefined,
    );
  });

  test("take nothing with them when another one is put first", () => {
    const turned = valueOf(setCommonList(twoAreas, place, { order: ["SECOND", "FIRST"], rows: {} }));
    expect(turned.areas?.map(({ code }) => code)).toEqual(["SECOND", "FIRST"]);
    expect(new Set([...turned.services, ...turned.activities].map(({ area }) => area))).toEqual(new Set(["FIRST"]));
  });
});

describe("a question that holds for every service", () => {
  test("is reworded, answered in another way, and rests on another one", () => {
    const revised = valueOf(
      setCommonQuestion(content, "MED", { da: "Går du med?", en: "", answer: "one", onlyIf: ["NAVN.NEJ"] }),
    );
    const question = revised.forAll.questions.find(({ code }) => code === "MED");
    expect(question).toMatchObject({ text: { da: "Går du med?", en: "" }, onlyIf: { question: "NAVN" } });
    expect(question?.choices).toHaveLength(2);
    expect(takesOut({ list: "questions" }, ["NAVN"], revised)).toMatchObject({
      code: "still-asked-about",
      field: "rows.NAVN.remove",
    });
    expect(takesOut({ list: "questions", question: "NAVN" }, ["NEJ"], revised)).toMatchObject({
      code: "still-asked-about",
      field: "rows.NEJ.remove",
    });
    expect(setCommonQuestion(revised, "NAVN", { da: "Hvornår?", answer: "date" })).toMatchObject({
      code: "still-asked-about",
      field: "answer",
    });
  });

  test("is asked of a service's own questions too before it goes", () => {
    const copy = structuredClone(content);
    copy.services[0]?.questions.push({
      code: "NY",
      text: word,
      answer: "date",
      choices: [],
      onlyIf: { question: "RING", oneOf: ["I_DAG"] },
    });
    expect(takesOut({ list: "questions" }, ["RING"], copy)).toMatchObject({ code: "still-asked-about" });
  });

  test.each<[string, Parameters<typeof setCommonQuestion>[1], object, string, string | undefined]>([
    ["a text without Danish", "MED", { da: "" }, "words-needed", "da"],
    ["two conditions", "MED", { onlyIf: ["NAVN.NEJ", "RING.I_DAG"] }, "one-condition", "onlyIf"],
    ["one that rests on itself", "MED", { onlyIf: ["MED.JA"] }, "asks-about-nothing", "onlyIf"],
    ["one that rests on nothing", "MED", { onlyIf: ["UNHEARD_OF.JA"] }, "asks-about-nothing", "onlyIf"],
    ["one that is not there", "UNHEARD_OF", {}, "not-found", undefined],
  ])("refuses %s", (_, code, written, refusal, field) => {
    const told = setCommonQuestion(content, code, { da: "Går du med?", answer: "one", ...written });
    expect(told).toEqual({ ok: false, code: refusal, ...(field ? { field } : {}) });
  });
});
