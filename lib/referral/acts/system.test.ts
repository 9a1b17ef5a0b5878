import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AReferral, aReferral, type Place } from "../a-referral.ts";
import { ball, consentFor } from "../case.ts";
import { endHold, expireConsent, succeed } from "./system.ts";

const skp = () => aReferral({ agreement: noerrebro.content, service: "SKP" });
const system = { person: "", posts: [], leads: [] };
const sceneOf = (referral: AReferral) => ({ ...referral.scene(system), post: "" });

function succeeded(referral: AReferral, ending: Place, successor: Place): AReferral {
  const change = succeed(sceneOf(referral), { ending, successor });
  if (!change.ok) throw new Error(change.code);
  return referral.after(change.value);
}

function expired(referral: AReferral): AReferral {
  const change = expireConsent(sceneOf(referral));
  if (!change.ok) throw new Error(change.code);
  return referral.after(change.value);
}

describe("a post that ends", () => {
  test("leaves what it holds to its successor, who sees the whole, and sees nothing any more", () => {
    const after = succeeded(skp().sent("first").accepted(), "first", "beside");
    expect(after.case).toMatchObject({
      holder: "beside",
      assigned: null,
      current: { to: "beside", state: "accepted" },
    });
    expect([after.scope("first"), after.scope("beside"), ball(after.case)]).toEqual(["none", "whole", "beside"]);
    expect(after.completed().case.status).toBe("closed");
  });

  test("leaves what it logged, and what waits goes on from the successor", () => {
    const after = succeeded(skp().sent("first"), "origin", "stranger");
    expect(after.case).toMatchObject({
      origin: "stranger",
      holder: "stranger",
      waiting: { from: "stranger", to: "first" },
    });
    expect(after.accepted().case.holder).toBe("first");
  });

  test("leaves what waits for it: in its own unit as it was, in another unit as a discussion", () => {
    const waits = skp().sent("first");
    expect(succeeded(waits, "first", "beside").case.waiting).toMatchObject({ to: "beside", discussion: false });
    expect(succeeded(waits, "first", "second").case.waiting).toMatchObject({ to: "second", discussion: true });
    const passing = skp().sent("first").accepted().sent("second");
    expect(succeeded(passing, "second", "origin").case.waiting).toMatchObject({ to: "origin", discussion: false });
  });

  test("takes back what would wait for its own holder", () => {
    const pointless = succeeded(skp().sent("first").accepted().sent("second"), "second", "first");
    expect(pointless.case).toMatchObject({ holder: "first", waiting: null, past: [{ state: "withdrawn" }] });
    const atOrigin = succeeded(skp().sent("first"), "first", "origin");
    expect(atOrigin.case).toMatchObject({ holder: "origin", waiting: null, nextStepBy: "2026-11-04" });
  });

  test("shows its successor nothing that was only proposed to it", () => {
    const change = succeed(sceneOf(skp().sent("first").redirected("second")), { ending: "second", successor: "third" });
    expect(change).toMatchObject({ value: { parties: [{ post: "second", scope: "none" }] } });
    expect(change.ok && change.value.notices.map(({ to }) => to)).toEqual(["origin"]);
  });

  test("gives its successor no more than it saw: facts where consent was withdrawn", () => {
    const gone = skp().sent("first").accepted().consentWithdrawn();
    expect(succeeded(gone, "first", "beside").scope("beside")).toBe("facts");
  });

  test("tells everybody who has a part, and never the post that ended", () => {
    const change = succeed(sceneOf(skp().sent("first").accepted().sent("second")), {
      ending: "first",
      successor: "third",
    });
    expect(change.ok && change.value.notices).toEqual(
      ["origin", "third", "second"].map((to) => ({ to, kind: "succeeded" })),
    );
  });

  test("changes nothing where it has no part, or where it is closed", () => {
    const no = { ok: false, code: "not-now" };
    expect(succeed(sceneOf(skp().sent("first")), { ending: "third", successor: "second" })).toEqual(no);
    expect(
      succeed(sceneOf(skp().sent("first").accepted().completed()), { ending: "first", successor: "second" }),
    ).toEqual(no);
  });
});

describe("oral consent that runs out", () => {
  const oral = () => skp().sent("first", "oral");

  test("has to be asked for anew", () => {
    expect(consentFor(expired(oral().later(31)).case, "unit of first")?.name).toBe("not_yet");
  });

  test("takes back nothing that was only proposed", () => {
    const proposed = skp().sent("second", "oral").returned().later(31).sent("first").redirected("second");
    expect(proposed.case.waiting?.state).toBe("proposed");
    expect(expireConsent(sceneOf(proposed))).toEqual({ ok: false, code: "not-now" });
  });

  test("takes back what waits, with the reason that nobody chooses", () => {
    const after = expired(oral().opened().later(31));
    expect(after.case).toMatchObject({ waiting: null, past: [{ state: "withdrawn", reason: "SAMTYKKE" }] });
    expect([after.scope("first"), ball(after.case)]).toEqual(["part", "origin"]);
  });

  test("leaves what was taken over, with the matter hidden and the note deleted, until a new yes", () => {
    const accepted = oral().accepted().later(31);
    expect(expireConsent(sceneOf(accepted))).toMatchObject({
      value: { deleteNote: true, event: { details: { expired: true } } },
    });
    const hidden = expired(accepted);
    expect([hidden.case.holder, hidden.scope("first"), hidden.scope("origin")]).toEqual(["first", "facts", "whole"]);
    expect(hidden.does("consent", hidden.actor("origin"), { name: "written" }).scope("first")).toBe("whole");
  });

  test.each([
    ["waits", oral()],
    ["is taken over", oral().accepted()],
    ["is on hold", oral().accepted().held(60)],
  ])("is noticed on the day after, and once, where it %s", (_, walk) => {
    const no = { ok: false, code: "not-now" };
    expect(expireConsent(sceneOf(walk.later(30)))).toEqual(no);
    expect(expireConsent(sceneOf(expired(walk.later(31)).later(1)))).toEqual(no);
  });

  test.each([
    ["was written", skp().sent("first")],
    ["was never given", skp().discussed("first")],
    ["ended with its completion", skp().sent("second", "oral").accepted().completed()],
    ["ended with a void", oral().voided()],
  ])("is nothing to notice where consent %s", (_, walk) => {
    expect(expireConsent(sceneOf(walk.later(60)))).toEqual({ ok: false, code: "not-now" });
  });
});

describe("a hold whose day has passed", () => {
  const spoken = () => skp().sent("first").accepted().progressed();
  function over(walk: AReferral): AReferral {
    const change = endHold(sceneOf(walk));
    if (!change.ok) throw new Error(change.code);
    return walk.after(change.value);
  }
  const no = { ok: false, code: "not-now" };

  test("is taken over again, to be looked at on the next working day, and its holder alone is told", () => {
    const held = spoken().held(11).later(12);
    expect(held.case.current?.holdUntil).toBe("2026-11-13");
    expect(endHold(sceneOf(held))).toMatchObject({ value: { notices: [{ to: "first", kind: "hold_over" }] } });
    expect(over(held).case).toMatchObject({
      current: { state: "accepted", holdUntil: null, holdFor: null },
      followUpOn: "2026-11-16",
    });
  });

  test("keeps a later day that its holder named", () => {
    const named = spoken().does("follow_up", spoken().holder, { on: "2027-02-01" });
    expect(over(named.held(14).later(15)).case.followUpOn).toBe("2027-02-01");
  });

  test("gives the first contact a day where it fell due meanwhile", () => {
    const waiting = skp().sent("first").accepted().held(14).later(15);
    expect(over(waiting).case.current?.contactBy).toBe("2026-11-17");
  });

  test("is over on the day after, once, and never where it was resumed or closed", () => {
    const held = spoken().held(14);
    expect(endHold(sceneOf(held.later(14)))).toEqual(no);
    expect(endHold(sceneOf(over(held.later(15))))).toEqual(no);
    expect(endHold(sceneOf(held.resumed().later(15)))).toEqual(no);
    expect(endHold(sceneOf(held.voided().later(15)))).toEqual(no);
  });
});
