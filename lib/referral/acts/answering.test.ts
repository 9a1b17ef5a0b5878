import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { day } from "#lib/calendar/day.ts";
import { type AReferral, aReferral, type Given } from "../a-referral.ts";
import { ball } from "../case.ts";
import { dueOn } from "../clocks.ts";

const of = (service: string, given: Partial<Given> = {}) =>
  aReferral({ agreement: noerrebro.content, service, ...given });
const skp = (given: Partial<Given> = {}) => of("SKP", given);
const lokal = () =>
  of("LOKAL", {
    posts: Object.fromEntries(
      Object.entries(of("LOKAL").state.posts).map(([place, post]) => [
        place,
        { ...post, side: place === "origin" ? "municipal" : "housing" },
      ]),
    ) as Given["posts"] & {},
  });
const receiving = (referral: AReferral, act: "accept" | "return" | "redirect" | "ask", input: unknown = {}) =>
  referral.tries(act, referral.receiver, input);

describe("open", () => {
  test("is counted once, on the day, whatever the first act is", () => {
    const sent = skp().sent();
    expect(sent.later(1).opened().case.waiting).toMatchObject({ state: "opened", openedOn: "2026-11-03" });
    expect(sent.opened().later(3).accepted().case.current?.openedOn).toBe("2026-11-02");
    for (const answered of [sent.later(1).accepted().case.current, sent.later(1).returned().case.past[0]])
      expect(answered?.openedOn).toBe("2026-11-03");
    const assigned = sent.does("assign", sent.receiver, { person: "first's colleague" });
    expect(assigned.case.waiting).toMatchObject({ state: "opened", openedOn: "2026-11-02" });
  });
});

describe("accept", () => {
  test("moves the referral to whoever took it over, with a clock to the first contact", () => {
    const accepted = skp().sent().later(1).accepted();
    expect(accepted.case).toMatchObject({ holder: "first", waiting: null, assigned: "first's person" });
    expect(accepted.case.current).toMatchObject({
      state: "accepted",
      acceptedOn: "2026-11-03",
      contactBy: "2026-11-10",
    });
    expect([ball(accepted.case), accepted.scope("first"), accepted.scope("origin")]).toEqual([
      "first",
      "whole",
      "whole",
    ]);
  });

  test("leaves no question open, and no follow-up of the former holder's", () => {
    const asked = skp().sent().asked().accepted();
    expect(asked.case.current).toMatchObject({ questionBy: null, answerLeft: null });
    const passing = asked.does("follow_up", asked.holder, { on: "2026-12-01" }).sent("second").accepted();
    expect(passing.case.followUpOn).toBeNull();
  });

  test("keeps the tovholder who was named before", () => {
    const sent = skp().sent();
    const named = sent.does("assign", sent.receiver, { person: "first's colleague" });
    expect(named.accepted().case.assigned).toBe("first's colleague");
  });

  test("ends the former holder's part in one event that names both", () => {
    const passing = skp().sent("first").accepted().sent("second");
    expect(receiving(passing, "accept")).toMatchObject({
      value: {
        event: { details: { from: "first", to: "second" } },
        notices: [
          { to: "origin", kind: "accepted" },
          { to: "first", kind: "passed_on" },
        ],
      },
    });
    const { case: after, scope } = { case: passing.accepted().case, scope: passing.accepted().scope("first") };
    expect([after.holder, after.past[0]?.state, scope]).toEqual(["second", "passed_on", "part"]);
  });

  test("of a discussion is for services open to anonymous people, together with the sender", () => {
    expect(skp({ contact: "together" }).discussed().accepted().case.holder).toBe("first");
    expect(receiving(skp({ contact: "through_me" }).discussed(), "accept")).toMatchObject({ code: "discussion-only" });
    expect(receiving(of("BOLIGYDELSE").discussed(), "accept")).toMatchObject({ code: "discussion-only" });
  });

  test("becomes possible when the resident says yes", () => {
    const discussed = of("BOLIGYDELSE").discussed();
    const lifted = discussed.does("consent", discussed.holder, { name: "written" });
    expect([lifted.case.waiting?.discussion, lifted.accepted().case.holder]).toEqual([false, "first"]);
  });

  test("is refused from the day after the consent ran out", () => {
    const oral = skp().sent("first", "oral");
    expect(receiving(oral.later(30), "accept").ok).toBe(true);
    expect(receiving(oral.later(31), "accept")).toMatchObject({ code: "no-consent" });
  });
});

describe("return", () => {
  test("leaves it where it lies, with the ball and a next step", () => {
    const returned = skp().sent().returned("VEJLEDT");
    expect(returned.case).toMatchObject({ holder: "origin", waiting: null, current: null, nextStepBy: "2026-11-04" });
    expect([ball(returned.case), returned.scope("first")]).toEqual(["origin", "part"]);
    expect(returned.case.past[0]).toMatchObject({ state: "returned", reason: "VEJLEDT" });
  });

  test("starts no next step where somebody has taken it over", () => {
    expect(skp().sent("first").accepted().sent("second").returned().case).toMatchObject({
      holder: "first",
      nextStepBy: null,
    });
  });

  test.each([
    ["unknown-choice", "reason", { reason: "ANDET" }],
    ["only-after-question", "reason", { reason: "UBESVARET" }],
    ["only-after-identity", "reason", { reason: "KENDT" }],
    ["date-to-come", "date", { reason: "VENTETID" }],
    ["date-to-come", "date", { reason: "VENTETID", date: "2026-11-02" }],
    ["destination-needed", "destination", { reason: "BOSTOETTE" }],
    ["destination-needed", "destination", { reason: "BOSTOETTE", destination: "stranger" }],
    ["destination-needed", "destination", { reason: "BOSTOETTE", destination: "first" }],
  ])("refuses with %s in %s: %o", (code, field, input) => {
    expect(receiving(skp().sent("first"), "return", input)).toEqual({ ok: false, code, field });
  });

  test("takes each of those with what it needs", () => {
    const sent = skp().sent("first");
    expect(sent.asked().returned("UBESVARET").case.past[0]?.reason).toBe("UBESVARET");
    for (const input of [
      { reason: "VENTETID", date: "2026-11-03" },
      { reason: "BOSTOETTE", destination: "second" },
      { reason: "BOSTOETTE", destination: "RETSHJAELP" },
    ])
      expect(receiving(sent, "return", input).ok).toBe(true);
  });

  test("shows a reason that rests on who the resident is only to those who may hear how it goes", () => {
    const known = skp().sent().met();
    expect(receiving(known, "return", { reason: "KENDT" })).toMatchObject({
      value: {
        handovers: [{ state: "returned", reason: null }],
        event: { reason: null },
        results: [{ kind: "reason", code: "KENDT" }],
      },
    });
  });

  test("is no answer of the wrong municipal post: it must pass on", () => {
    const mentor = of("MENTOR1825").sent();
    expect(receiving(mentor, "return", { reason: "OVER_25", destination: "second" })).toMatchObject({
      code: "pass-on-instead",
    });
    const local = lokal().sent();
    expect(receiving(local, "return", { reason: "IKKE_OS", destination: "second" }).ok).toBe(true);
  });
});

describe("redirect", () => {
  test("makes a new handover from the holder, sent where consent covers the unit", () => {
    const covered = skp().sent("second").returned().sent("first").redirected("second");
    expect(covered.case.waiting).toMatchObject({
      seq: 3,
      from: "origin",
      to: "second",
      state: "sent",
      redirectedBy: "first",
    });
    expect(covered.case.past[1]).toMatchObject({ to: "first", state: "redirected", reason: "ENHED" });
    expect([covered.scope("first"), covered.scope("second"), covered.case.holder]).toEqual(["part", "whole", "origin"]);
  });

  test("is only proposed where it does not", () => {
    const sent = skp().sent("first");
    expect(receiving(sent, "redirect", { to: "second", reason: "ENHED" })).toMatchObject({
      value: { notices: [{ to: "origin", kind: "proposed" }] },
    });
    expect(sent.redirected("second").case.waiting).toMatchObject({
      state: "proposed",
      from: "origin",
      redirectedBy: "first",
    });
  });

  test.each([
    ["already-there", { to: "origin", reason: "ENHED" }],
    ["already-there", { to: "first", reason: "ENHED" }],
    ["not-a-receiver", { to: "stranger", reason: "ENHED" }],
    ["unknown-choice", { to: "second", reason: "KENDT" }],
    ["unknown-choice", { external: "NOWHERE", reason: "ENHED" }],
  ])("refuses with %s: %o", (code, input) => {
    expect(receiving(skp().sent("first"), "redirect", input)).toMatchObject({ ok: false, code });
  });

  test("may point back to the origin while somebody else has it", () => {
    const back = skp().sent("first").accepted().sent("second").redirected("origin");
    expect(back.case.waiting).toMatchObject({ state: "sent", from: "first", to: "origin" });
  });

  test("out of the agreement leaves it with the holder, whose next step begins", () => {
    const out = skp().sent("first").redirectedOut("RETSHJAELP");
    expect(out.case).toMatchObject({ holder: "origin", waiting: null, nextStepBy: "2026-11-04" });
    expect(out.scope("first")).toBe("part");
  });
});

describe("ask and answer", () => {
  test("stop the receiver's clock, start the sender's, and go on with what was left", () => {
    const asked = of("BOLIGYDELSE").sent().later(2).asked();
    expect(asked.case.waiting).toMatchObject({
      state: "asked",
      answerBy: null,
      answerLeft: 3,
      questionBy: "2026-11-06",
    });
    expect([ball(asked.case), dueOn(asked.case, asked.today)]).toEqual(["origin", "2026-11-06"]);
    const answered = asked.later(5).answered();
    expect(answered.case.waiting).toMatchObject({
      state: "opened",
      answerBy: "2026-11-12",
      answerLeft: null,
      questionBy: null,
    });
    expect(ball(answered.case)).toBe("first");
  });

  test("leave the receiver at least one working day", () => {
    expect(skp().sent().later(2).asked().answered().case.waiting?.answerBy).toBe("2026-11-05");
    expect(skp().sent().later(9).asked().answered().case.waiting?.answerBy).toBe("2026-11-12");
  });

  test("never stop the clock of an eviction, nor let it pass its cap", () => {
    const eviction = (letter: string) =>
      of("UDSAETTELSE", { matter: { answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: letter } } }).sent();
    const asked = eviction("2026-11-02").asked();
    expect(asked.case.waiting).toMatchObject({ answerBy: "2026-11-03", answerLeft: null, questionBy: "2026-11-03" });
    expect(asked.later(1).answered().case.waiting?.answerBy).toBe("2026-11-04");
    expect(eviction("2026-10-20").asked().answered().case.waiting?.answerBy).toBe("2026-11-02");
    expect(eviction("2026-10-21").asked().later(3).answered().case.waiting?.answerBy).toBe("2026-11-05");
  });

  test("put it on the agenda with the third question", () => {
    const twice = skp().sent().asked().answered().asked().answered();
    expect([twice.case.onAgenda, twice.asked().case.onAgenda]).toEqual([false, true]);
  });

  test("offer a question about the name's owner only after the name was given", () => {
    const sent = lokal().sent();
    const ask = (answers: Record<string, string>) =>
      receiving(sent.but({ talk: { asked: null, answers } }), "ask", { question: "BOR" }).ok;
    expect([ask({}), ask({ NAVN: "NEJ" }), ask({ NAVN: "MUNDTLIGT" })]).toEqual([false, false, true]);
  });

  test("ask something", () => {
    const ask = (input: object) => receiving(of("BOLIGYDELSE").sent(), "ask", input);
    expect(ask({ text: "" })).toEqual({ ok: false, code: "unknown-choice", field: "question" });
    expect(ask({ text: "Hvornår passer det?" })).toMatchObject({ ok: true });
  });

  test("take no word that the question does not offer", () => {
    const asked = of("BOLIGYDELSE").sent().asked("KONTRAKT");
    const answer = (input: unknown) => asked.tries("answer", asked.holder, input);
    expect(answer({})).toMatchObject({ code: "answer-needed" });
    expect(answer({ choice: "Anna Hansen" })).toEqual({ ok: false, code: "unknown-choice", field: "choice" });
  });

  test.each([
    ["KONTRAKT", ["JA"]],
    ["RING", ["I_DAG"]],
    ["DATO", ["2026-11-02"]],
    [null, []],
  ])("take an answer to %s only from its own choices", (question, taken) => {
    const asked = of("BOLIGYDELSE")
      .sent()
      .asked()
      .but({ talk: { asked: question, answers: {} } });
    const tried = ["JA", "I_DAG", "2026-11-02", "2026-02-30", "Anna Hansen"];
    expect(tried.filter((choice) => asked.tries("answer", asked.holder, { choice }).ok)).toEqual(taken);
  });
});

describe("advise", () => {
  test("answers a discussion, gives the ball back and leaves the adviser its part", () => {
    const advised = skp({ today: day("2026-11-06") })
      .discussed()
      .advised();
    expect(advised.case).toMatchObject({ waiting: null, nextStepBy: "2026-11-10", past: [{ state: "advised" }] });
    expect([ball(advised.case), advised.scope("first")]).toEqual(["origin", "part"]);
  });
});
