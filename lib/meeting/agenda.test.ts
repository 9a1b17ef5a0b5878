import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "#lib/calendar/day.ts";
import { type AgendaFacts, agendaOf } from "./agenda.ts";

const today = day("2026-11-25");
const calm: AgendaFacts = {
  service: "SKP",
  clock: "ordinary",
  loggedOn: day("2026-11-02"),
  due: "in_time",
  unassignedSince: null,
  heldSince: null,
  returned: 0,
  redirected: 0,
  administrations: ["SOF"],
  onAgenda: false,
  discussed: 0,
};
const reasons = (facts: Partial<AgendaFacts>) => agendaOf([{ ...calm, ...facts }], today).cases[0]?.reasons ?? [];
const ago = (days: number) => addDays(today, -days);

describe("a case comes up", () => {
  test.each<[string, Partial<AgendaFacts>, string[]]>([
    ["not at all as long as it goes on as agreed", {}, []],
    ["when its answer is late", { due: "late" }, ["late"]],
    ["not on the last day", { due: "last_day" }, []],
    ["when eviction threatens", { clock: "eviction" }, ["eviction"]],
    ["when nobody was named for more than a week", { unassignedSince: ago(8) }, ["unassigned"]],
    ["not while a week has not passed", { unassignedSince: ago(7) }, []],
    ["when it was on hold for more than four weeks", { heldSince: ago(29) }, ["held_long"]],
    ["not when it was on hold for four", { heldSince: ago(28) }, []],
    ["when it was returned twice", { returned: 2 }, ["sent_around"]],
    ["when it was redirected twice", { redirected: 2 }, ["sent_around"]],
    ["when it was returned once and redirected once", { returned: 1, redirected: 1 }, ["sent_around"]],
    ["not when it was returned once", { returned: 1 }, []],
    ["when it went between administrations", { administrations: ["SOF", "SUF"] }, ["between_administrations"]],
    ["not when it stayed in one", { administrations: ["SOF", "SOF"] }, []],
    ["when somebody asked for it", { onAgenda: true }, ["asked_for"]],
    ["when it was talked of before", { discussed: 1 }, ["discussed_before"]],
    ["the third time, to be lifted", { discussed: 2 }, ["discussed_before", "lift"]],
    [
      "with all its reasons, the most pressing first",
      { discussed: 3, onAgenda: true, heldSince: ago(60), clock: "eviction", due: "late" },
      ["late", "eviction", "held_long", "asked_for", "discussed_before", "lift"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
  });
});

describe("the agenda", () => {
  const named = (name: string, facts: Partial<AgendaFacts>) => ({ ...calm, name, ...facts });
  const order = (...open: ReturnType<typeof named>[]) => agendaOf(open, today).cases.map(({ facts }) => facts.name);

  test("begins with what is late, then evictions, then what nobody has, then the oldest", () => {
    const open = [
      named("new", { onAgenda: true, loggedOn: ago(1) }),
      named("old", { onAgenda: true, loggedOn: ago(90) }),
      named("nobody's", { unassignedSince: ago(20) }),
      named("eviction", { clock: "eviction" }),
      named("eviction that nobody has", { clock: "eviction", unassignedSince: ago(20) }),
      named("late", { due: "late" }),
      named("late eviction", { due: "late", clock: "eviction", loggedOn: ago(1) }),
      named("late and old", { due: "late", loggedOn: ago(90) }),
    ];
    expect(order(...open)).toEqual([
      "late eviction",
      "late and old",
      "late",
      "eviction that nobody has",
      "eviction",
      "nobody's",
      "old",
      "new",
    ]);
    expect(order(...open.toReversed())).toEqual(order(...open));
  });

  test("counts what goes on as agreed in one line", () => {
    const agenda = agendaOf([calm, calm, { ...calm, due: "late" as const }, calm], today);
    expect([agenda.cases.length, agenda.quiet]).toEqual([1, 3]);
    expect(agendaOf([], today)).toEqual({ cases: [], quiet: 0 });
  });

  test("loses nobody: everything open is a case or is counted, and more reasons never take a case off", () => {
    const facts = fc.record<AgendaFacts>({
      service: fc.constant("SKP"),
      clock: fc.constantFrom("ordinary", "eviction"),
      loggedOn: fc.nat(200).map(ago),
      due: fc.constantFrom("in_time", "last_day", "late"),
      unassignedSince: fc.option(fc.nat(20).map(ago)),
      heldSince: fc.option(fc.nat(50).map(ago)),
      returned: fc.nat(2),
      redirected: fc.nat(2),
      administrations: fc.array(fc.constantFrom("SOF", "SUF"), { maxLength: 3 }),
      onAgenda: fc.boolean(),
      discussed: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(facts), (open) => {
        const { cases, quiet } = agendaOf(open, today);
        expect(cases.length + quiet).toBe(open.length);
        expect(cases.every(({ facts: each, reasons: why }) => open.includes(each) && why.length > 0)).toBe(true);
        expect(
          agendaOf(
            open.map((each) => ({ ...each, onAgenda: true })),
            today,
          ).quiet,
        ).toBe(0);
        const late = cases.map(({ reasons: why }) => why.includes("late"));
        expect(late).toEqual(late.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});
