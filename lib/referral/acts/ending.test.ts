import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { aReferral, type Given, samplePosts } from "../a-referral.ts";
import { ball, consentFor } from "../case.ts";
import { dueOn } from "../clocks.ts";

const of = (service: string, given: Partial<Given> = {}) =>
  aReferral({ agreement: noerrebro.content, service, ...given });
const accepted = () => of("SKP").sent().accepted();

describe("complete", () => {
  test("closes it with an outcome, and leaves nothing due", () => {
    const completing = accepted().onAgenda();
    expect(completing.tries("complete", completing.holder, { outcome: "KONTAKT", means: [] })).toMatchObject({
      value: { results: [{ kind: "outcome", code: "KONTAKT" }], notices: [{ to: "origin", kind: "closed" }] },
    });
    const { case: closed, today } = completing.completed("KONTAKT");
    expect(closed).toMatchObject({ status: "closed", closedOn: "2026-11-02", closedBy: "complete", onAgenda: false });
    expect([ball(closed), dueOn(closed, today), consentFor(closed, "unit of first")]).toEqual([null, null, null]);
  });

  test("lets the last holder see it whole for ninety days, the origin to the end, former parties their part", () => {
    const { state } = of("SKP").sent("second").returned().sent("first").accepted().completed();
    expect(state.parties.toSorted((a, b) => a.post.localeCompare(b.post))).toEqual([
      { post: "first", scope: "whole", until: "2027-01-31" },
      { post: "origin", scope: "whole", until: null },
      { post: "second", scope: "part", until: null },
    ]);
  });

  test("keeps each means once, and takes no other", () => {
    const eviction = of("UDSAETTELSE").sent().accepted();
    const means = (codes: string[]) =>
      eviction.tries("complete", eviction.holder, { outcome: "AFVAERGET", means: codes });
    expect(means(["BETALT", "AFDRAG", "BETALT"])).toMatchObject({
      value: { results: [{ code: "AFVAERGET" }, { kind: "means", code: "BETALT" }, { kind: "means", code: "AFDRAG" }] },
    });
    expect(means(["LOTTERI"])).toMatchObject({ code: "unknown-choice", field: "means" });
    expect(eviction.tries("complete", eviction.holder, { outcome: "KONTAKT", means: [] })).toMatchObject({
      field: "outcome",
    });
  });
});

describe("close", () => {
  test("counts what was solved on the spot", () => {
    const closed = of("SKP").closed("PAA_STEDET").case;
    expect(closed).toMatchObject({ status: "closed", closedBy: "close", nextStepBy: null, holder: "origin" });
    expect(of("SKP").tries("close", of("SKP").holder, { outcome: "FARVEL" })).toMatchObject({ field: "outcome" });
  });
});

describe("reopen", () => {
  test("is possible for ninety days", () => {
    const reopen = (days: number) =>
      accepted()
        .completed()
        .later(days)
        .tries("reopen", accepted().holder, { reason: "NYT", consent: { name: "oral" } });
    expect([reopen(90).ok, reopen(91)]).toEqual([true, { ok: false, code: "too-late" }]);
  });

  test("lets the last holder go on, with a new clock to the first contact", () => {
    const again = accepted().progressed().completed().later(30).reopened("last holder");
    expect(again.case).toMatchObject({
      status: "open",
      holder: "first",
      closedOn: null,
      closedBy: null,
      waiting: null,
    });
    expect(again.case.current).toMatchObject({ state: "accepted", contactedOn: null, contactBy: "2026-12-09" });
    expect(again.scope("first")).toBe("whole");
    expect(again.state.parties.find(({ post }) => post === "first")?.until).toBeNull();
  });

  test("lets the origin take it back, and sends it to the last holder again", () => {
    const back = accepted().completed().later(30).reopened("origin");
    expect(back.case).toMatchObject({
      status: "open",
      holder: "origin",
      current: null,
      assigned: null,
      nextStepBy: null,
    });
    expect(back.case.waiting).toMatchObject({
      seq: 2,
      from: "origin",
      to: "first",
      state: "sent",
      answerBy: "2026-12-04",
    });
    expect(ball(back.case)).toBe("first");
  });

  test("asks for consent anew: no unit keeps the one it had", () => {
    const closed = of("SKP").sent("second").returned().sent("first").accepted().completed();
    expect(closed.tries("reopen", closed.holder, { reason: "NYT" })).toMatchObject({ code: "consent-needed" });
    const again = closed.reopened("last holder");
    expect(consentFor(again.case, "unit of first")?.name).toBe("written");
    expect(consentFor(again.case, "unit of second")?.name).toBe("not_yet");
  });

  test("without a new yes shows facts only to a unit that may know who it is", () => {
    const anonymous = accepted().completed().reopened("last holder", "not_yet").case.current;
    expect([anonymous?.discussion, accepted().case.current?.discussion]).toEqual([true, false]);
    for (const by of ["origin", "last holder"] as const)
      expect(accepted().completed().reopened(by, "not_yet").scope("first")).toBe("facts");
    expect(of("SKP").discussed().accepted().completed().reopened("last holder", "not_yet").scope("first")).toBe(
      "whole",
    );
  });

  test("of what was closed without being sent is the origin's, whoever had it once", () => {
    const closed = accepted().completed().reopened("origin").returned().closed();
    const again = closed.does("reopen", closed.actor("origin"), { reason: "FEJL" });
    expect(again.case).toMatchObject({ status: "open", waiting: null, current: null, nextStepBy: "2026-11-04" });
    expect(closed.tries("reopen", closed.actor("first"), { reason: "FEJL" })).toMatchObject({ code: "not-yours" });
  });

  test("sends nothing to a post that has ended since", () => {
    const closed = accepted()
      .completed()
      .but({ posts: { ...samplePosts, first: { ...samplePosts.first, open: false } } });
    expect(closed.does("reopen", closed.actor("origin"), { reason: "NYT" }).case).toMatchObject({
      holder: "origin",
      waiting: null,
      nextStepBy: "2026-11-04",
    });
    // The last holder sees the whole for 90 days; once it is open again, what was its own.
    expect(closed.scope("first")).toBe("whole");
    expect(closed.does("reopen", closed.actor("origin"), { reason: "NYT" }).scope("first")).toBe("part");
    expect(closed.tries("reopen", closed.holder, { reason: "NYT" })).toMatchObject({ code: "not-yours" });
  });

  test("by the origin that had it last asks for no consent", () => {
    const home = accepted().sent("origin").accepted().completed();
    expect(home.does("reopen", home.holder, { reason: "NYT" }).case).toMatchObject({
      holder: "origin",
      current: { to: "origin", state: "accepted", discussion: false },
    });
  });

  test("has one of the agreement's reasons", () => {
    const closed = accepted().completed();
    expect(closed.tries("reopen", closed.holder, { reason: "LYST" })).toMatchObject({ field: "reason" });
  });
});

describe("void", () => {
  test("ends everything at once and tells everybody who knew of it, the origin first", () => {
    const mistaken = of("SKP").sent("third").returned().sent("first").accepted().sent("second");
    expect(mistaken.tries("void", mistaken.leader, { reason: "DOBBELT" })).toMatchObject({
      value: {
        notices: ["origin", "first", "second", "third"].map((to) => ({ to, kind: "voided" })),
        event: { reason: "DOBBELT" },
      },
    });
    const { case: voided, state } = mistaken.voided();
    expect(voided).toMatchObject({ status: "voided", waiting: null, current: null, closedOn: "2026-11-02" });
    expect(voided.past.map((each) => each.state)).toEqual(["returned", "voided", "voided"]);
    expect(state.parties.filter(({ scope }) => scope === "whole").map(({ post }) => post)).toEqual(["origin"]);
  });

  test("says nothing to a post that it was only proposed to", () => {
    const mistaken = of("SKP").sent("first").redirected("second");
    const told = (given: typeof mistaken) => {
      const change = given.tries("void", given.leader, { reason: "DOBBELT" });
      return change.ok && change.value.notices.map(({ to }) => to);
    };
    expect(told(mistaken)).toEqual(["origin", "first"]);
    expect(told(mistaken.dropped())).toEqual(["origin", "first"]);
  });
});
