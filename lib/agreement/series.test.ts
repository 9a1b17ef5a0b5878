import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { day } from "../calendar/day.ts";
import { agreementContent } from "./agreement.ts";
import { differences } from "./differences.ts";
import {
  addSeries,
  orderSeries,
  restoreSeries,
  retireSeries,
  setPurposes,
  setSeriesTerms,
  setSeriesWords,
} from "./series.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const [first, , third] = content.meetings;
const code = first?.code ?? "";
const text = (da: string) => ({ da, en: "" });
const whole = { name: first?.name ?? {}, about: first?.about ?? {}, places: first?.places ?? {} };
const words = { ...whole, evaluation: first?.evaluation ?? {} };
const fresh = { ...whole, name: text("Møde om boliger"), every: "weeks", count: 6, convener: "SOCIAL_MENTOR" } as const;

describe("a series of meetings", () => {
  test("comes in last, under a code that no series had, with whoever calls it", () => {
    const { content: revised, code: made } = valueOf(addSeries(content, { ...fresh, taken: ["MOEDE_OM_BOLIGER"] }));
    expect(made).toBe("MOEDE_OM_BOLIGER_2");
    expect(revised.meetings.at(-1)).toEqual({
      code: made,
      name: text("Møde om boliger"),
      about: first?.about,
      places: first?.places,
      cadence: { everyWeeks: 6 },
      convener: "SOCIAL_MENTOR",
      participants: [{ function: "SOCIAL_MENTOR", attends: "always" }],
      purposes: [],
    });
    expect(agreementContent.safeParse(revised).success).toBe(true);
  });

  test.each([
    ["without a name", { ...fresh, name: {} }, "words-needed", "name.da"],
    ["that another one is called", { ...fresh, name: { da: "netværksmøde" } }, "series-named-twice", "name.da"],
    ["that is about nothing", { ...fresh, about: { en: "English" } }, "words-needed", "about.da"],
    ["that is nowhere", { ...fresh, places: {} }, "words-needed", "places.da"],
  ])("is none %s", (_, written, refusal, field) => {
    expect(addSeries(content, { ...written, taken: [] })).toEqual({ ok: false, code: refusal, field });
  });

  test("that is written as it stands is the same", () => {
    const same = Object.fromEntries(first?.participants.map((each) => [each.function, each.attends]) ?? []);
    const terms = { every: "weeks" as const, count: 8, convener: first?.convener ?? "", participants: same };
    const purposes = first?.purposes ?? [];
    const rows = Object.fromEntries(purposes.map((each, at) => [`r${at}`, each]));
    for (const revised of [
      setSeriesWords(content, code, words),
      setSeriesTerms(content, code, terms),
      setPurposes(content, code, { order: Object.keys(rows), rows }),
      orderSeries(
        content,
        content.meetings.map((each) => each.code),
      ),
    ])
      expect(differences(content, valueOf(revised))).toEqual([]);
  });

  test("is called something else, and leaves out what is not said", () => {
    const revised = valueOf(
      setSeriesWords(content, code, { ...words, evaluation: {}, guests: text("Ejendomsmestre") }),
    );
    expect(revised.meetings[0]).not.toHaveProperty("evaluation");
    expect(revised.meetings[0]?.guests).toEqual(text("Ejendomsmestre"));
    expect(setSeriesWords(content, code, { ...words, name: third?.name ?? {} })).toMatchObject({
      code: "series-named-twice",
      field: "name.da",
    });
    expect(setSeriesWords(content, code, { ...words, guests: { en: "Caretakers" } })).toMatchObject({
      code: "words-needed",
      field: "guests.da",
    });
    expect(setSeriesWords(content, "UNHEARD_OF", words)).toMatchObject({ code: "not-found" });
  });

  test("changes its cadence and who takes part, those who stay in their order", () => {
    const same = Object.fromEntries(first?.participants.map((each) => [each.function, each.attends]) ?? []);
    const terms = { every: "year" as const, count: 4, convener: first?.convener ?? "" };
    const revised = valueOf(
      setSeriesTerms(content, code, {
        ...terms,
        participants: { ...same, SOCIAL_MENTOR: "never", CAFE_NORA: "as-needed" },
      }),
    );
    expect(revised.meetings[0]?.cadence).toEqual({ timesAYear: 4 });
    const come = revised.meetings[0]?.participants.map((each) => each.function) ?? [];
    expect(come).not.toContain("SOCIAL_MENTOR");
    expect(come.at(-1)).toBe("CAFE_NORA");
    expect(setSeriesTerms(content, code, { ...terms, participants: {} })).toMatchObject({
      code: "choose",
      field: "participants",
    });
  });

  test("has other purposes, in another order, and always one once it has any", () => {
    const rows = { r0: { remove: true }, r1: text("Noget andet"), n1: text("Noget nyt") };
    const purposes = valueOf(setPurposes(content, code, { order: ["n1", "r2", "r1"], rows })).meetings[0]?.purposes;
    expect(purposes?.slice(0, 3)).toEqual([text("Noget nyt"), first?.purposes[2], text("Noget andet")]);
    expect(purposes).toHaveLength(first?.purposes.length ?? 0);
    const none = Object.fromEntries(first?.purposes.map((_, at) => [`r${at}`, { remove: true }]) ?? []);
    expect(setPurposes(content, code, { order: [], rows: none })).toEqual({
      ok: false,
      code: "one-at-least",
      field: "rows.r0.remove",
    });
    const many = Array.from({ length: 13 }, (_, at) => `n${at + 1}`);
    const thirteen = Object.fromEntries(many.map((key) => [key, text(key)]));
    expect(setPurposes(content, code, { order: many, rows: thirteen })).toMatchObject({ code: "too-many-purposes" });
  });

  test("is taken out, unless a meeting of it is called or held", () => {
    const open = [{ series: code, day: day("2026-12-16") }];
    expect(retireSeries(content, code, open)).toMatchObject({
      code: "series-has-meeting",
      details: { name: first?.name, day: "2026-12-16" },
    });
    const out = valueOf(retireSeries(content, third?.code ?? "", open));
    expect(out.meetings.map((each) => each.code)).not.toContain(third?.code);
    expect(retireSeries(out, third?.code ?? "", [])).toMatchObject({ code: "not-found" });
    expect(differences(content, valueOf(restoreSeries(out, content, third?.code ?? "")))).toEqual([]);
    expect(restoreSeries(content, content, code)).toMatchObject({ code: "not-found" });
    const renamed = valueOf(setSeriesWords(out, code, { ...words, name: third?.name ?? {} }));
    expect(restoreSeries(renamed, content, third?.code ?? "")).toMatchObject({ code: "series-named-twice" });
  });

  test("stands where it was put", () => {
    const codes = content.meetings.map((each) => each.code).toReversed();
    expect(orderSeries(content, codes)).toMatchObject({
      ok: true,
      value: { meetings: codes.map((each) => ({ code: each })) },
    });
  });
});
