import { z } from "zod";
import { ok, type Result, refused } from "#lib/result.ts";
import { consentFor, covers } from "../case.ts";
import { type Change, noChange } from "../change.ts";
import { answerBy } from "../clocks.ts";
import { rule, type Scene } from "../rule.ts";
import {
  type ConsentAnswer,
  handoverTo,
  leaving,
  mayReceive,
  nextStep,
  oneOf,
  openedBy,
  receiving,
  recordConsent,
  tell,
} from "../step.ts";
import { consentAnswer, flag, id } from "./inputs.ts";

/**
 * May it go to that post, and what does the resident say of it? Asked for every unit, unless a yes covers it already.
 * Giving back to the origin needs none.
 */
function consented(scene: Scene, to: string, consent: ConsentAnswer | undefined): Result<Change["consents"]> {
  const { referral, find, today } = scene;
  const post = mayReceive(scene, to);
  if (!post.ok) return post;
  if (to === referral.origin) return ok([]);
  if (consent) return recordConsent(scene, to, consent);
  const covered = covers(consentFor(referral, find(to)?.unit ?? ""), today);
  return covered ? ok([]) : refused("consent-needed", "consent.name");
}

/** The receiver, as far as consent goes; and a holder in the same unit, to which a yes shows the matter again. */
function sees(scene: Scene, to: string, consents: Change["consents"]): Change["parties"] {
  const yes = consents.some((consent) => covers(consent, scene.today));
  const unit = yes ? scene.find(to)?.unit : undefined;
  return [receiving(scene, { to, consents }), ...(unit ? openedBy(scene, unit, consents).parties : [])];
}

/** Send til …, Giv tilbage, Giv videre: the holder passes it to a post, and stays holder until it is accepted. */
export const send = rule({
  by: ["holder"],
  need: { status: "open", waiting: "none" },
  input: z.strictObject({ to: id, consent: consentAnswer.optional(), agreed: flag.default(false) }),
  run: (scene, { to, consent, agreed }) => {
    const consents = consented(scene, to, consent);
    if (!consents.ok) return consents;
    const handover = handoverTo(scene, { to, agreed, consents: consents.value });
    return ok({
      ...noChange,
      referral: { nextStepBy: null },
      handovers: [handover],
      consents: consents.value,
      feedback: consents.value.length > 0 ? (consent?.feedback ?? null) : null,
      parties: sees(scene, to, consents.value),
      event: { handover: handover.id, reason: null, details: { to, discussion: handover.discussion, agreed } },
      notices: tell(scene, [to], "sent"),
    });
  },
});

/** The holder says yes to a proposed redirect, with the consent that the new unit needs; without it: a discussion. */
export const confirm = rule({
  by: ["holder"],
  need: { status: "open", waiting: ["proposed"] },
  input: z.strictObject({ consent: consentAnswer.optional() }),
  run: (scene, { consent }) => {
    const { referral, today, norm, days, find } = scene;
    const proposed = referral.waiting;
    if (!proposed) return refused("not-now");
    const consents = consented(scene, proposed.to, consent);
    if (!consents.ok) return consents;
    const counts = consents.value[0] ?? consentFor(referral, find(proposed.to)?.unit ?? "");
    const discussion = proposed.to !== referral.origin && !covers(counts, today);
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
      feedback: consents.value.length > 0 ? (consent?.feedback ?? null) : null,
      parties: sees(scene, proposed.to, consents.value),
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
      notices: tell(scene, [seen ? waiting.to : null, referral.origin], "withdrawn"),
    });
  },
});
