import { z } from "zod";
import { ok, refused } from "#lib/result.ts";
import { covers, consentFor } from "../case.ts";
import { noChange } from "../change.ts";
import { answerBy } from "../clocks.ts";
import { rule } from "../rule.ts";
import { handoverTo, leaving, mayReceive, nextStep, oneOf, recordConsent, tell } from "../step.ts";
import { consentAnswer, id } from "./inputs.ts";

/** Send til …, Giv tilbage, Overlever videre: the holder passes it to a post, and stays holder until it is accepted. */
export const send = rule({
  by: ["holder"],
  need: { status: "open", waiting: "none" },
  input: z.strictObject({ to: id, consent: consentAnswer.optional(), agreed: z.boolean().default(false) }),
  run: (scene, { to, consent, agreed }) => {
    const receiver = mayReceive(scene, to);
    if (!receiver.ok) return receiver;
    const { referral, find, today } = scene;
    const asked = to === referral.origin || covers(consentFor(referral, find(to)?.unit ?? ""), today);
    if (!asked && !consent) return refused("consent-needed", "consent.name");
    const consents = consent ? recordConsent(scene, to, consent) : ok([]);
    if (!consents.ok) return consents;
    const handover = handoverTo(scene, { to, agreed, consents: consents.value });
    return ok({
      ...noChange,
      referral: { nextStepBy: null },
      handovers: [handover],
      consents: consents.value,
      feedback: consent?.feedback ?? null,
      parties: [{ post: to, scope: "whole" }],
      event: { handover: handover.id, reason: null, details: { to, discussion: handover.discussion, agreed } },
      notices: tell(scene, [to], "sent"),
    });
  },
});

/** The holder says yes to a proposed redirect, with the consent that the new unit needs; without it: a discussion. */
export const confirm = rule({
  by: ["holder"],
  need: { status: "open", waiting: ["proposed"] },
  input: z.strictObject({ consent: consentAnswer }),
  run: (scene, { consent }) => {
    const { referral, today, norm, days } = scene;
    const proposed = referral.waiting;
    if (!proposed) return refused("not-now");
    const consents = recordConsent(scene, proposed.to, consent);
    if (!consents.ok) return consents;
    const discussion = !covers(consents.value[0] ?? null, today);
    return ok({
      ...noChange,
      handovers: [
        {
          ...proposed,
          state: "sent",
          discussion,
          deliveredOn: today,
          questionBy: null,
          answerBy: answerBy(norm, today, days, referral.payBy),
        },
      ],
      consents: consents.value,
      feedback: consent.feedback ?? null,
      parties: [{ post: proposed.to, scope: "whole" }],
      event: { handover: proposed.id, reason: null, details: { to: proposed.to, discussion } },
      notices: tell(scene, [proposed.to, referral.origin], "sent"),
    });
  },
});

/** The holder says no to a proposed redirect. The proposed receiver never saw it and is told nothing. */
export const drop = rule({
  by: ["holder"],
  need: { status: "open", waiting: ["proposed"] },
  input: z.strictObject({}),
  run: (scene) => {
    const { waiting } = scene.referral;
    if (!waiting) return refused("not-now");
    return ok({
      ...noChange,
      referral: nextStep(scene),
      handovers: [{ ...waiting, state: "withdrawn", questionBy: null }],
      event: { handover: waiting.id, reason: null, details: {} },
    });
  },
});

/** Træk tilbage: the holder takes back what waits, with a reason. */
export const withdraw = rule({
  by: ["holder"],
  need: { status: "open", waiting: "some" },
  input: z.strictObject({ reason: z.string() }),
  run: (scene, input) => {
    const { referral, service } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    const reason = oneOf(
      service.withdrawReasons.filter((each) => !each.bySystem),
      input.reason,
      "reason",
    );
    if (!reason.ok) return reason;
    const seen = waiting.state !== "proposed";
    return ok({
      ...noChange,
      referral: nextStep(scene),
      handovers: [{ ...waiting, state: "withdrawn", questionBy: null, reason: reason.value.code }],
      parties: seen ? leaving(referral, waiting.to, referral.holder) : [],
      event: { handover: waiting.id, reason: reason.value.code, details: {} },
      notices: tell(scene, [seen ? waiting.to : null], "withdrawn"),
    });
  },
});
