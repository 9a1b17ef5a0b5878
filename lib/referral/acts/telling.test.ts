import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { aReferral, filledIn, type Given } from "../a-referral.ts";
import { concealed } from "../case.ts";

const of = (service: string, given: Partial<Given> = {}) =>
  aReferral({ agreement: noerrebro.content, service, ...given });
const reminder = { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-10-01" };
const eviction = () => of("UDSAETTELSE", { matter: { answers: { ...reminder, BOERN: "JA" } } });
const letter = (TRIN: string, DATO: string) => ({ answers: { TRIN, DATO } });

describe("a new letter", () => {
  test("brings the answer forward and tells the other side", () => {
    const sent = eviction().sent();
    expect(sent.case.waiting?.answerBy).toBe("2026-11-03");
    expect(sent.tries("letter", sent.holder, letter("PAAKRAV", "2026-10-20"))).toMatchObject({
      value: { notices: [{ to: "first", kind: "letter" }], handovers: [{ answerBy: "2026-11-02" }] },
    });
  });

  test("never puts the answer off", () => {
    const pressing = of("UDSAETTELSE", {
      matter: { answers: { ...reminder, TRIN: "PAAKRAV", DATO: "2026-10-20" } },
    }).sent();
    const calmer = pressing.later(1).does("letter", pressing.holder, letter("RYKKER", "2026-11-01"));
    expect(calmer.case.waiting?.answerBy).toBe("2026-11-02");
    expect(calmer.case.payBy).toBeNull();
  });

  test("keeps what it does not change, and makes it urgent or no longer so", () => {
    const sent = eviction().sent();
    const pressing = sent.does("letter", sent.holder, letter("PAAKRAV", "2026-10-20"));
    expect([sent.case.urgent, pressing.case.urgent]).toEqual([false, true]);
    expect(pressing.state.matter).toMatchObject({ children: "JA", answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV" } });
    expect(pressing.does("letter", sent.holder, letter("RYKKER", "2026-11-01")).case.urgent).toBe(false);
  });

  test("is about the same resident, whatever is sent with it", () => {
    const sent = eviction().sent();
    const other = { answers: { TRIN: "PAAKRAV", DATO: "2026-10-20", BOERN: "NEJ" } };
    expect(sent.does("letter", sent.holder, other).state.matter?.children).toBe("JA");
  });

  test("has a date of its own", () => {
    const sent = eviction().sent();
    expect(sent.tries("letter", sent.holder, { answers: { TRIN: "PAAKRAV" } })).toMatchObject({
      field: "answers.DATO",
    });
  });

  test("is for services with a clock that follows letters", () => {
    const skp = of("SKP").sent();
    expect(skp.tries("letter", skp.holder, letter("PAAKRAV", "2026-10-20"))).toMatchObject({ code: "no-letters" });
    expect(of("SKP").sent().case.payBy).toBeNull();
  });
});

describe("a correction", () => {
  test("replaces the situation whole and tells the other side", () => {
    const sent = of("SKP").sent();
    const input = { ...filledIn(noerrebro.content, "SKP", sent.today), situations: ["FORANDRET"] };
    const change = sent.tries("correct", sent.receiver, input);
    expect(change).toMatchObject({ code: "not-yours" });
    const corrected = sent.does("correct", sent.holder, input);
    expect([corrected.state.matter?.situations, corrected.case.urgent]).toEqual([["FORANDRET"], true]);
  });

  test("refuses what the service does not ask, and changes nothing then", () => {
    const sent = of("SKP").sent();
    const input = { ...filledIn(noerrebro.content, "SKP", sent.today), situations: [] };
    expect(sent.tries("correct", sent.holder, input)).toMatchObject({ ok: false, field: "situations" });
  });

  test("is not made blindly: while the matter is hidden it is refused", () => {
    const sent = of("SKP").sent();
    expect(sent.but({ matter: null }).tries("correct", sent.holder, {})).toMatchObject({ code: "no-consent" });
  });
});

describe("consent that is withdrawn", () => {
  test("takes back what waits, hides the matter, deletes the note and ends feedback", () => {
    const passing = of("SKP").sent("first").accepted().sent("second").opened();
    const change = passing.tries("consent", passing.actor("origin"), { withdrawn: true });
    expect(change).toMatchObject({ value: { deleteNote: true, feedback: "no" } });
    const gone = passing.consentWithdrawn();
    expect(gone.case).toMatchObject({ holder: "first", current: { state: "accepted" }, waiting: null });
    expect(gone.case.past.at(-1)).toMatchObject({ state: "withdrawn", reason: "SAMTYKKE" });
    expect(["origin", "first", "second"].map((post) => gone.scope(post))).toEqual(["whole", "facts", "part"]);
  });

  test("leaves what is on its way home", () => {
    const back = of("SKP").sent("first").accepted().sent("origin").consentWithdrawn();
    expect(back.case.waiting).toMatchObject({ to: "origin", state: "sent" });
    expect(back.accepted().scope("origin")).toBe("whole");
  });

  test("takes back a proposal too, without a word to whom it never reached", () => {
    const proposed = of("SKP").sent("first").redirected("second");
    const change = proposed.tries("consent", proposed.holder, { withdrawn: true });
    expect(change).toMatchObject({ value: { notices: [], parties: [] } });
  });

  test("hides the matter from whoever it is sent to next, until there is a new yes", () => {
    const gone = of("SKP").sent("first").accepted().consentWithdrawn();
    expect(gone.sent("second", "not_yet").scope("second")).toBe("facts");
    expect(gone.sent("second", "written").scope("second")).toBe("whole");
    const again = gone.does("consent", gone.actor("origin"), { name: "written" });
    expect([again.scope("first"), again.sent("second", "not_yet").scope("second")]).toEqual(["whole", "whole"]);
  });

  test("is kept hidden by completion", () => {
    expect(of("SKP").sent().accepted().consentWithdrawn().completed().scope("first")).toBe("facts");
  });
});

describe("consent that is given", () => {
  test("lifts a discussion with that unit, and no other", () => {
    const discussed = of("SKP").discussed("first");
    const lifted = (to: string) => discussed.does("consent", discussed.holder, { to, name: "written" }).case.waiting;
    expect([lifted("first")?.discussion, lifted("second")?.discussion]).toEqual([false, true]);
    expect(lifted("beside")?.discussion).toBe(false);
  });

  test("is of somebody: with nothing sent it names the post", () => {
    const logged = of("SKP");
    expect(logged.tries("consent", logged.holder, { name: "written" })).toMatchObject({ field: "to" });
    expect(logged.tries("consent", logged.holder, { name: "written", to: "nowhere" })).toMatchObject({ field: "to" });
  });
});

test("a unit that once had a yes sees nothing more without one; a unit that never had one may discuss", () => {
  const yes = (unit: string, expiresOn: string | null = null) => ({
    unit,
    name: "oral",
    recordedOn: "2026-11-02",
    expiresOn,
  });
  const ask = (consents: unknown[], unit: string) => concealed(consents as never, unit, "2026-12-24" as never);
  expect(ask([], "A")).toBe(false);
  expect(ask([yes("A")], "A")).toBe(false);
  expect(ask([yes("A", "2026-12-23")], "A")).toBe(true);
  expect(ask([yes("A", "2026-12-24")], "A")).toBe(false);
  expect(ask([yes("A", "2026-12-23")], "B")).toBe(false);
  expect(ask([yes("A"), { ...yes("A"), name: "withdrawn" }], "B")).toBe(true);
  expect(ask([yes("A"), { ...yes("A"), name: "withdrawn" }, yes("B")], "A")).toBe(true);
  expect(ask([yes("A"), { ...yes("A"), name: "withdrawn" }, yes("B")], "C")).toBe(false);
  expect(ask([yes("A"), { ...yes("A"), name: "not_yet" }], "A")).toBe(true);
});
