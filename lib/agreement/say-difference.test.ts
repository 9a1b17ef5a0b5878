import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import type { AgreementContent } from "./agreement.ts";
import { sayDifference, sayDifferences, type Telling } from "./say-difference.ts";

const telling: Telling = {
  locale: "da",
  nameOf: (code) => ({ SKP: "Støttekontaktperson" })[code],
  partOf: (name) => ({ services: "Ydelser", norm: "Frister", answer: "Svar", needs: "Kræver", date: "en dato" })[name],
  yes: "ja",
  no: "nej",
};

test("says where by the names of things, and what by the number", () => {
  const where = [{ part: "services" }, { item: "SKP" }, { part: "norm" }, { part: "answer" }];
  expect(sayDifference({ where, before: 2, after: 3 }, telling)).toEqual({
    where: "Ydelser · Støttekontaktperson · Frister · Svar",
    before: "2",
    after: "3",
  });
});

test("says what came in by what it is called, with the rest behind it, and no code", () => {
  const after = { code: "VENT", text: { da: "Ventetid", en: "Waiting" }, needs: "date" };
  expect(sayDifference({ where: [{ place: 0 }], before: undefined, after }, telling)).toEqual({
    where: "1",
    before: null,
    after: "Ventetid (Kræver: en dato)",
  });
});

test("says lists by the names of what is in them, and an empty one as a dash", () => {
  const told = sayDifference({ where: [{ part: "also" }], before: [], after: ["SKP", "X"] }, telling);
  expect(told).toEqual({ where: "also", before: "–", after: "Støttekontaktperson, X" });
});

test("says yes and no", () => {
  expect(sayDifference({ where: [], before: true, after: false }, telling)).toMatchObject({
    before: "ja",
    after: "nej",
  });
});

test("says days as they are written", () => {
  const told = sayDifference({ where: [], before: ["06-05", "12-24"], after: "2013-12-12" }, telling);
  expect(told).toMatchObject({ before: "5.6., 24.12.", after: "12.12.2013" });
});

describe("what changed of a service", () => {
  const before = structuredClone(noerrebro.content);
  const names = new Map([["BROBYGNINGSKONSULENT", "Brobygningskonsulent"]]);
  const told = (after: AgreementContent, locale: "da" | "en" = "da") =>
    sayDifferences(before, after, { ...telling, locale, nameOf: (code) => names.get(code) });

  test("calls what is in its lists by its words, also where another one has the same code", () => {
    const after = structuredClone(before);
    const bro = after.services.find(({ code }) => code === "BRO");
    bro?.situations.reverse();
    expect(told(after)).toEqual([
      {
        where: "Ydelser · Brobygning til fællesskab og aktivitet · situations · order",
        before: "Savner selskab, Vil i gang med noget, Ældreklub, Aktivitetscenter, Et sted at komme",
        after: "Et sted at komme, Aktivitetscenter, Ældreklub, Vil i gang med noget, Savner selskab",
      },
    ]);
  });

  test("says a condition with its question and its answers", () => {
    const after = structuredClone(before);
    const route = after.routes.find(({ service }) => service === "BRO");
    route?.to.unshift({ when: { question: "FOELGE", oneOf: ["JEG", "ANDEN"] }, functions: ["BROBYGNINGSKONSULENT"] });
    expect(told(after)).toMatchObject([
      {
        where: "routes · Brobygning til fællesskab og aktivitet · to · 1",
        before: null,
        after: expect.stringContaining("question: Følger nogen med?; oneOf: Jeg, Ja, en anden"),
      },
    ]);
  });

  test("that is new, piece by piece; what it has nothing of is not told", () => {
    const after = structuredClone(before);
    const added = { ...before.services[0], code: "MAD", name: { da: "Madhjælp", en: "" }, places: [], key: [] };
    after.services.push(added as never);
    const lines = told(after);
    expect(lines.map(({ where }) => where)).toContain("Ydelser · Madhjælp · situations");
    expect(lines.some(({ where }) => /places|key|code/.test(where))).toBe(false);
    expect(lines.every((line) => line.before === null && line.after !== "")).toBe(true);
    expect(lines.find(({ where }) => where.endsWith("situations"))?.after).toMatch(
      /^Skal søge første gang, Er lige flyttet ind/,
    );
  });

  test("that is retired, by its name alone", () => {
    const after = { ...before, services: before.services.filter(({ code }) => code !== "BRO") };
    expect(told(after)).toEqual([
      {
        where: "Ydelser · Brobygning til fællesskab og aktivitet",
        before: "Brobygning til fællesskab og aktivitet",
        after: null,
      },
    ]);
  });

  test("in Danish where there is no English", () => {
    const after = structuredClone(before);
    after.services.find(({ code }) => code === "BRO")?.situations.push({ code: "NY", text: { da: "Vil ud", en: "" } });
    expect(told(after, "en")).toMatchObject([{ where: expect.stringContaining("Vil ud"), after: "Vil ud" }]);
  });
});

describe("an activity", () => {
  const before = noerrebro.content;
  const naming = { ...telling, nameOf: (code: string) => ({ VAERT: "Vært" })[code] };
  const told = (after: AgreementContent) => sayDifferences(before, after, naming);

  test("that is new is told piece by piece, without what is still to be written; a retired one by its name", () => {
    const [gone, ...rest] = before.activities;
    const nothing = { da: "", en: "" };
    const café = {
      code: "CAFE",
      name: { da: "Café", en: "" },
      about: [{ da: "Hver torsdag", en: "" }],
      focus: [],
      functions: ["VAERT"],
      tasks: [],
      places: { da: "Torvet", en: "" },
      anchoring: nothing,
      revision: nothing,
    };
    expect(told({ ...before, activities: [...rest, café] })).toEqual([
      { where: `activities · ${gone?.name.da}`, before: gone?.name.da, after: null },
      { where: "activities · Café · name", before: null, after: "Café" },
      { where: "activities · Café · about", before: null, after: "Hver torsdag" },
      { where: "activities · Café · functions", before: null, after: "Vært" },
      { where: "activities · Café · places", before: null, after: "Torvet" },
    ]);
  });
});

describe("local names", () => {
  const before = { ...noerrebro.content, local: { streets: ["Nygade", "Gammelgade", "Torvet"], towns: ["Bydelen"] } };
  const told = (local: AgreementContent["local"]) =>
    sayDifferences(before, { ...before, ...(local ? { local } : {}) }, telling);

  test("are told where they come and go, and not the whole list", () => {
    expect(told({ streets: ["Nygade", "Torvet", "Havnegade"], towns: ["Bydelen"] })).toEqual([
      { where: "local · streets", before: "Gammelgade", after: "Havnegade" },
    ]);
    expect(told({ streets: ["Nygade", "Gammelgade", "Torvet"], towns: [] })).toEqual([
      { where: "local · towns", before: "Bydelen", after: null },
    ]);
    expect(told({ ...before.local, streets: ["Torvet", "Nygade", "Gammelgade"] })).toEqual([
      { where: "local · streets", before: "Nygade, Gammelgade, Torvet", after: "Torvet, Nygade, Gammelgade" },
    ]);
  });

  test("that are the first are told by their kinds", () => {
    const { local: _local, ...none } = before;
    expect(
      sayDifferences(none as AgreementContent, { ...none, local: { towns: ["Ny by"] } } as never, telling),
    ).toEqual([{ where: "local · towns", before: null, after: "Ny by" }]);
  });
});

describe("what changed of what stands once", () => {
  const before = structuredClone(noerrebro.content);
  const told = (change: (after: AgreementContent) => void, locale: "da" | "en" = "da") => {
    const after = structuredClone(before);
    change(after);
    return sayDifferences(before, after, { ...telling, locale, nameOf: (code) => ({ MENTOR: "Mentor" })[code] });
  };

  test("calls what holds for every service by its words, each in its own list", () => {
    const lines = told(({ forAll }) => {
      forAll.voidReasons.reverse();
      forAll.withdrawReasons.reverse();
    });
    expect(lines.map(({ after }) => after)).toEqual([
      expect.stringContaining("Sendes igen, Sendt forkert"),
      "Oprettet ved en fejl, Oprettet to gange",
    ]);
  });

  test("says the condition of a question that holds for every service", () => {
    const [line] = told(({ forAll }) => {
      Object.assign(forAll.questions.find(({ code }) => code === "MED") ?? {}, {
        onlyIf: { question: "NAVN", oneOf: ["NEJ"] },
      });
    });
    expect(line?.after).toBe("question: Må I give os navnet?; oneOf: Nej");
  });

  test("calls destinations, areas and series by their words", () => {
    expect(told(({ external }) => external.reverse())[0]?.after).toMatch(/^Den Sociale Døgnvagt, Fogedretten/);
    expect(told(({ meetings }) => meetings.reverse())[0]?.after).toMatch(/Netværksmøde$/);
    const lines = told((after) => {
      after.areas = [{ code: "UNGE", text: { da: "De unge", en: "" } }];
      Object.assign(after.services[0] ?? {}, { area: "UNGE" });
    });
    expect(lines.find(({ where }) => where.endsWith("area"))?.after).toBe("De unge");
  });

  test("tells a new series piece by piece, and one that goes by its name", () => {
    const series = { ...before.meetings[0], code: "NY", name: { da: "Møde om boliger", en: "" }, purposes: [] };
    const lines = told(({ meetings }) => meetings.push(series as never));
    expect(lines.map(({ where }) => where)).toContain("meetings · Møde om boliger · cadence");
    expect(lines.some(({ where }) => /purposes|code/.test(where))).toBe(false);
    expect(told(({ meetings }) => meetings.pop())).toMatchObject([{ before: "Temamøde", after: null }]);
  });
});
