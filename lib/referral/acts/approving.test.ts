import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AReferral, aReferral } from "../a-referral.ts";
import { concealed } from "../case.ts";

const services = noerrebro.content.services.map((each) => ({ ...each, cannotAskAllowed: each.code === "SKP" }));
const agreement = { ...noerrebro.content, services };
/** Sent to somebody who may take it over with the sender, of a resident who cannot be asked. */
const unasked = () => aReferral({ agreement, service: "SKP" }).sent("first", "cannot_ask");
const approved = (referral: AReferral) => referral.does("approve", referral.leader);
const meets = (referral: AReferral) => referral.tries("identity", referral.receiver, { on: referral.today });

describe("the leader's answer to a resident who cannot be asked (C02)", () => {
  test("lets the name be given, and nothing does before it", () => {
    expect(meets(unasked())).toEqual({ ok: false, code: "no-consent" });
    expect(meets(approved(unasked()))).toMatchObject({
      ok: true,
      value: { handovers: [{ identityOn: "2026-11-02" }] },
    });
    const taken = unasked().accepted();
    expect(taken.tries("identity", taken.holder, { on: taken.today })).toEqual({ ok: false, code: "no-consent" });
    expect(approved(taken).met().case.current?.identityOn).toBe("2026-11-02");
  });

  test("is recorded by its day and unit, lifts the discussion, and tells both sides", () => {
    const sent = unasked();
    expect(sent.tries("approve", sent.leader)).toMatchObject({
      ok: true,
      value: {
        consents: [{ unit: "unit of first", name: "approved", recordedOn: "2026-11-02", expiresOn: null }],
        handovers: [{ to: "first", discussion: false }],
        notices: ["origin", "first"].map((to) => ({ to, kind: "approved" })),
        feedback: null,
      },
    });
  });

  test("holds for the unit that it was sent to, and for no other", () => {
    const elsewhere = approved(unasked()).redirected("second");
    expect(elsewhere.case.waiting).toMatchObject({ to: "second", state: "proposed" });
  });

  test("is not given by the origin, by the receiver, nor by a leader of others", () => {
    const sent = unasked();
    const others = { ...sent.leader, leads: ["first"] };
    for (const actor of [sent.holder, sent.receiver, sent.actor("stranger"), others])
      expect(sent.tries("approve", actor)).toEqual({ ok: false, code: "not-yours" });
  });

  test("comes after what the resident says: a no ends it and hides the situation, and cannot be gone round", () => {
    const ended = approved(unasked()).consentWithdrawn();
    expect(concealed(ended.case.consents, "unit of first", ended.today)).toBe(true);
    expect(ended.tries("approve", ended.leader)).toEqual({ ok: false, code: "not-now" });
    const again = { to: "first", consent: { name: "cannot_ask" } };
    expect(ended.tries("send", ended.holder, again)).toEqual({ ok: false, code: "cannot-ask", field: "consent.name" });
  });

  test("is asked for no more once the resident has answered", () => {
    const said = unasked();
    const yes = said.does("consent", said.holder, { name: "written" });
    expect(yes.tries("approve", yes.leader)).toEqual({ ok: false, code: "not-now" });
  });

  test("ends at closing", () => {
    const reopened = approved(unasked()).accepted().completed().reopened("last holder", "not_yet");
    expect(reopened.tries("identity", reopened.holder, { on: reopened.today })).toEqual({
      ok: false,
      code: "no-consent",
    });
  });
});
