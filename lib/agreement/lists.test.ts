import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { agreementContent } from "./agreement.ts";
import { choicesOf } from "./condition.ts";
import { differences } from "./differences.ts";
import { type ListPlace, questionLists, questionOf, serviceLists, setList, type WrittenList } from "./lists.ts";
import { setQuestion } from "./questions.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};
const own = (code: string, of = content) => {
  const found = of.services.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};

/** Every list of every service, and the answers of every question. */
const places: ListPlace[] = content.services.flatMap((service) => [
  ...serviceLists.map((list): ListPlace => ({ service: service.code, list })),
  ...questionLists.flatMap((list) => {
    const all = list === "followUp" ? [service.followUp?.question ?? []].flat() : service[list];
    return all.map(({ code }): ListPlace => ({ service: service.code, list, question: code }));
  }),
]);

const itemsAt = ({ service, list, question }: ListPlace, of = content): { code: string; text: { da: string } }[] =>
  question === undefined ? own(service, of)[list] : (questionOf(own(service, of), list, question)?.choices ?? []);

/** A list as its form shows it. */
const shown = (place: ListPlace): WrittenList => ({
  order: itemsAt(place).map(({ code }) => code),
  rows: Object.fromEntries(
    itemsAt(place).map((item) => {
      const { code, text, ...said } = item as { code: string; text: { da: string; en: string }; onlyIf?: never };
      return [code, { ...said, ...text, onlyIf: choicesOf(said.onlyIf) }];
    }),
  ),
});
const situations = { service: "BRO", list: "situations" } as const;
const word = { da: "Vil ud at gå", en: "" };

describe("a list of a service", () => {
  test("that is written as it stands is the same", () => {
    for (const place of places)
      expect([place, differences(content, valueOf(setList(content, place, shown(place))))]).toEqual([place, []]);
  });

  test("stands in the order in which it was put, and no code changes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places.filter(({ list, question }) => question !== undefined || list !== "key")),
        fc.nat(),
        (place, seed) => {
          const { order, rows } = shown(place);
          const turned = order.toSorted((a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 7 + seed) % 5));
          const revised = valueOf(setList(content, place, { order: turned, rows }));
          expect(itemsAt(place, revised).map(({ code }) => code)).toEqual(turned);
          expect(agreementContent.safeParse(revised).success).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("takes in what is new under a code of its own, where it was put", () => {
    const { order, rows } = shown(situations);
    const revised = valueOf(
      setList(content, situations, { order: ["n1", ...order], rows: { ...rows, n1: { ...word, urgent: true } } }),
    );
    expect(own("BRO", revised).situations[0]).toEqual({ code: "VIL_UD_AT_GAA", text: word, urgent: true });
  });

  test("leaves out a new row where nothing was written, and one that was taken away again", () => {
    const { order, rows } = shown(situations);
    const none = { ...rows, n1: { da: " ", en: "" }, n2: { ...word, remove: true } };
    const revised = valueOf(setList(content, situations, { order: [...order, "n1", "n2"], rows: none }));
    expect(differences(content, revised)).toEqual([]);
  });

  test("rewords under the same code", () => {
    const revised = valueOf(
      setList(content, situations, { order: [], rows: { ALENE: { da: "Helt nye ord", en: "" } } }),
    );
    expect(own("BRO", revised).situations[0]).toEqual({ code: "ALENE", text: { da: "Helt nye ord", en: "" } });
  });

  test.each<[string, ListPlace, WrittenList, string, string]>([
    [
      "a text without Danish",
      situations,
      { order: [], rows: { ALENE: { da: " ", en: "Alone" } } },
      "words-needed",
      "rows.ALENE.da",
    ],
    [
      "the same words twice",
      situations,
      { order: ["n1"], rows: { n1: { da: "savner selskab" } } },
      "words-twice",
      "rows.ALENE.da",
    ],
    [
      "an eighth",
      situations,
      { order: ["n1", "n2", "n3"], rows: { n1: { da: "A" }, n2: { da: "B" }, n3: { da: "C" } } },
      "too-many-choices",
      "rows.VAEREST.da",
    ],
    [
      "an empty list of situations",
      situations,
      { order: [], rows: Object.fromEntries(own("BRO").situations.map(({ code }) => [code, { remove: true }])) },
      "one-at-least",
      "rows.ALENE.remove",
    ],
    [
      "an outcome that says nothing",
      { service: "BRO", list: "outcomes" },
      { order: ["n1"], rows: { n1: word } },
      "outcome-class",
      "rows.n1.outcomeClass",
    ],
    [
      "a situation that a rule rests on",
      { service: "RENOVERING", list: "situations" },
      { order: [], rows: { FOELGE_MED: { remove: true } } },
      "still-asked-about",
      "rows.FOELGE_MED.remove",
    ],
    [
      "a question that a rule rests on",
      { service: "HJEMMEHJAELP", list: "key" },
      { order: [], rows: { ALDER: { remove: true } } },
      "still-asked-about",
      "rows.ALDER.remove",
    ],
    [
      "an answer that another question rests on",
      { service: "UDSAETTELSE", list: "key", question: "AARSAG" },
      { order: [], rows: { ANDET: { remove: true } } },
      "still-asked-about",
      "rows.ANDET.remove",
    ],
    [
      "a question before what it rests on",
      { service: "UDSAETTELSE", list: "key" },
      { order: ["TRIN", "AARSAG"], rows: {} },
      "asked-later",
      "rows.TRIN.da",
    ],
    [
      "an answer that rests on two questions",
      { service: "UDSAETTELSE", list: "key", question: "TRIN" },
      { order: [], rows: { BREV: { da: "Brev", onlyIf: ["AARSAG.ANDET", "BOERN.JA"] } } },
      "one-condition",
      "rows.BREV.onlyIf",
    ],
    ["a row that is not there", situations, { order: ["UNHEARD_OF"], rows: {} }, "wrong-input", ""],
    ["a list that is not there", { service: "UNHEARD_OF", list: "places" }, { order: [], rows: {} }, "not-found", ""],
  ])("refuses %s", (_, place, written, code, field) => {
    expect(setList(content, place, written)).toEqual({ ok: false, code, ...(field ? { field } : {}) });
  });

  test("lets a question have more answers than a list has rows, and no endless many", () => {
    const place: ListPlace = { service: "BRO", list: "questions", question: "TID" };
    const many = (count: number) => {
      const order = Array.from({ length: count }, (_, at) => `n${at + 1}`);
      return { order, rows: Object.fromEntries(order.map((key) => [key, { da: `Svar ${key}` }])) };
    };
    const there = itemsAt(place).length;
    expect(setList(content, place, many(12 - there)).ok).toBe(true);
    expect(setList(content, place, many(13 - there))).toMatchObject({ code: "too-many-answers" });
  });

  test("begins a new question with yes and no, or with a day", () => {
    const rows = { n1: { da: "Er der trapper?" }, n2: { da: "Hvornår flyttede de ind?", answer: "date" as const } };
    const { key } = own(
      "BRO",
      valueOf(setList(content, { service: "BRO", list: "key" }, { order: ["n1", "n2"], rows })),
    );
    expect(key.map(({ code, answer, choices }) => [code, answer, choices.length])).toEqual([
      ["ER_DER_TRAPPER", "one", 2],
      ["HVORNAAR_FLYTTEDE_DE_IND", "date", 0],
      ["FOELGE", "one", 3],
    ]);
  });
});

test("what no form asks of a follow-up's question, of its answers and of a later question stays as it was", () => {
  const when = { question: "A", oneOf: ["B"] };
  const asked = structuredClone(content);
  const bro = own("BRO", asked);
  const words = { da: "Går det?", en: "" };
  const choices = [{ code: "JA", text: { da: "Ja", en: "" }, urgent: true as const, onlyIf: when }];
  bro.followUp = { afterMonths: [3], question: { code: "GAAR", text: words, answer: "one", choices, onlyIf: when } };
  bro.questions = [{ code: "RING", text: words, answer: "one", choices, optional: true }];
  const place = { service: "BRO", list: "followUp", question: "GAAR" } as const;
  const rows = { JA: { da: "Jo", en: "" } };
  const answers = valueOf(setList(asked, place, { order: ["JA"], rows }));
  expect(own("BRO", answers).followUp?.question.choices).toEqual([{ ...choices[0], text: { da: "Jo", en: "" } }]);
  const written = { ...words, answer: "one" } as const;
  expect(differences(asked, valueOf(setQuestion(asked, place, written)))).toEqual([]);
  const later = { service: "BRO", list: "questions", question: "RING" } as const;
  expect(differences(asked, valueOf(setQuestion(asked, later, written)))).toEqual([]);
  const same = { order: ["JA"], rows: { JA: { da: "Ja", en: "", onlyIf: ["A.B"] } } };
  expect(differences(asked, valueOf(setList(asked, later, same)))).toEqual([]);
});
