import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AReferral, aReferral } from "../a-referral.ts";
import { undo } from "./undo.ts";

const skp = () => aReferral({ agreement: noerrebro.content, service: "SKP" });

/** Everything that can be seen of it. A scope of none is the same as none. */
const seen = ({ case: referral, state }: AReferral) => ({
  referral: { ...referral, past: referral.past.filter((handover) => handover.state !== "undone") },
  parties: state.parties.filter(({ scope }) => scope !== "none").toSorted((a, b) => a.post.localeCompare(b.post)),
});

const sent = () => skp().sent("third").returned().sent("first").opened().later(5);
const passing = () => skp().sent("first").accepted().progressed().sent("third").returned().sent("second").later(5);
const held = () => skp().sent("first").accepted().sent("second").returned().held(30).onAgenda().later(5);

describe("undo", () => {
  test.each<[string, AReferral, (before: AReferral) => AReferral]>([
    ["accept", sent(), (before) => before.accepted()],
    ["accept of a passing on", passing(), (before) => before.accepted()],
    ["return", sent(), (before) => before.returned()],
    ["return of a passing on", passing(), (before) => before.returned()],
    ["redirect that was sent", sent(), (before) => before.redirected("third")],
    ["redirect that was proposed", sent(), (before) => before.redirected("second")],
    ["redirect to the origin", passing(), (before) => before.redirected("origin")],
    ["redirect out of the agreement", sent(), (before) => before.redirectedOut()],
    ["complete", held(), (before) => before.completed()],
    [
      "naming somebody before accepting",
      sent(),
      (before) => before.does("assign", before.receiver, { person: "first's colleague" }),
    ],
    [
      "naming somebody while another is asked",
      passing(),
      (before) => before.does("assign", before.holder, { person: "first's person" }),
    ],
    ["putting on the agenda", passing(), (before) => before.onAgenda()],
    ["return from asked", sent().asked(), (before) => before.returned()],
  ])("restores row, handovers, scopes and clocks exactly: %s", (_, before, act) => {
    expect(seen(act(before).undone())).toEqual(seen(before));
  });

  test("marks the handover that a redirect made, which nobody sees any more", () => {
    const undone = sent().redirected("third").undone();
    expect(undone.case.past.at(-1)).toMatchObject({ to: "third", state: "undone" });
    expect([undone.scope("third"), undone.scope("first")]).toEqual(["part", "whole"]);
    const elsewhere = passing().redirected("origin").undone();
    expect([elsewhere.scope("origin"), elsewhere.scope("second")]).toEqual(["whole", "whole"]);
  });

  test("leaves earlier attempts as they were", () => {
    const states = (referral: AReferral) => referral.case.past.map(({ state }) => state);
    expect(states(held().completed().undone())).toEqual(states(held()));
  });

  test("writes what waits and what is current one after the other, never two at once", () => {
    const { state } = passing().accepted();
    const change = undo(passing().accepted().case, state.latest, "second's person");
    expect(change.ok && change.value.handovers.map((each) => each.state)).toEqual(["sent", "accepted"]);
    expect(change).toMatchObject({ value: { event: { details: { undid: "accept" } }, notices: [] } });
  });

  test("may be followed by any act, as if nothing had been", () => {
    expect(sent().accepted().undone().returned().case).toMatchObject({ waiting: null, holder: "origin" });
    expect(sent().redirected("third").undone().redirected("second").case.waiting).toMatchObject({ to: "second" });
  });

  test("is for the same person, within ten seconds, and only some acts", () => {
    const accepted = sent().accepted();
    const latest = accepted.state.latest;
    if (!latest) throw new Error("an act is latest");
    const code = (change: Partial<typeof latest> | null, person = "first's person") => {
      const result = undo(accepted.case, change && { ...latest, ...change }, person);
      return result.ok ? "ok" : result.code;
    };
    expect([code({}), code({ secondsAgo: 10 }), code({ secondsAgo: 10.1 })]).toEqual(["ok", "ok", "too-late"]);
    expect(code({}, "first's colleague")).toBe("not-yours");
    expect([code(null), code({ before: null }), code({ act: "send" }), code({ act: "undo" })]).toEqual(
      Array(4).fill("not-now"),
    );
  });
});
