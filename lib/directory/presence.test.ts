import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { type Holding, presenceOf, type Staffing } from "./presence.ts";

const monday = day("2026-11-23");
const holds = (person: string, over: Partial<Holding> = {}): Holding => ({
  person,
  post: "skp",
  deputy: false,
  from: day("2026-01-01"),
  to: null,
  ...over,
});
const away = (person: string, to: string) => ({ person, from: day("2026-11-20"), to: day(to) });
const on = (staffing: Partial<Staffing>) => presenceOf({ holdings: [], absences: [], ...staffing }, "skp", monday);

describe("a post", () => {
  test("with a holder at work is there, whoever else is away", () => {
    const found = on({ holdings: [holds("a"), holds("b")], absences: [away("b", "2026-11-30")] });
    expect(found).toMatchObject({ state: "there", until: null });
    expect(found.holders).toEqual([
      { person: "a", awayUntil: null },
      { person: "b", awayUntil: "2026-11-30" },
    ]);
  });

  test("is stood in for while every holder is away, until the first is back", () => {
    const holdings = [holds("a"), holds("b"), holds("d", { deputy: true })];
    const absences = [away("a", "2026-12-04"), away("b", "2026-11-30")];
    expect(on({ holdings, absences })).toMatchObject({ state: "stood-in", deputies: ["d"], until: "2026-11-30" });
  });

  test("is away when nobody stands in, or the deputy is away too", () => {
    const holdings = [holds("a"), holds("d", { deputy: true })];
    const absences = [away("a", "2026-12-04"), away("d", "2026-11-23")];
    expect(on({ holdings, absences })).toMatchObject({ state: "away", deputies: [], until: "2026-12-04" });
  });

  test("is vacant when nobody holds it any more, not yet, or only another post", () => {
    const holdings = [
      holds("a", { to: day("2026-11-22") }),
      holds("b", { from: day("2026-11-24") }),
      holds("c", { post: "mentor" }),
    ];
    expect(on({ holdings })).toEqual({ state: "vacant", holders: [], deputies: [], until: null });
  });

  test("that only a deputy looks after says no day of return", () => {
    expect(on({ holdings: [holds("d", { deputy: true })] })).toMatchObject({ state: "stood-in", until: null });
  });

  test("counts the last day of an absence as away, and the day after as there", () => {
    expect(on({ holdings: [holds("a")], absences: [away("a", "2026-11-23")] }).state).toBe("away");
    expect(on({ holdings: [holds("a")], absences: [away("a", "2026-11-22")] }).state).toBe("there");
  });
});
