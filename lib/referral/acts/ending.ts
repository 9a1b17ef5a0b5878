import { z } from "zod";
import { addDays, daysBetween } from "#lib/calendar/day.ts";
import { ok, refused } from "#lib/result.ts";
import { askedUnits, completed, covers, type Handover } from "../case.ts";
import { noChange } from "../change.ts";
import { rule } from "../rule.ts";
import { handoverTo, oneOf, partners, recordConsent, tell } from "../step.ts";
import { consentAnswer } from "./inputs.ts";

/** A closed referral may be opened again this long, and its last holder sees it whole as long. */
export const reopenDays = 90;

/** Afslut: how it went, with an outcome of the service. */
export const complete = rule({
  by: ["current"],
  need: { status: "open", waiting: "none", current: "some" },
  input: z.strictObject({ outcome: z.string(), means: z.array(z.string()).max(7).default([]) }),
  run: (scene, input) => {
    const { referral, service, today } = scene;
    const { current } = referral;
    if (!current) return refused("not-now");
    const outcome = oneOf(service.outcomes, input.outcome, "outcome");
    if (!outcome.ok) return outcome;
    const known = service.outcomeMeans.map(({ code }) => code);
    if (!input.means.every((code) => known.includes(code))) return refused("unknown-choice", "means");
    return ok({
      ...noChange,
      referral: { status: "closed", closedOn: today, closedBy: "complete", nextStepBy: null, followUpOn: null },
      handovers: [{ ...current, state: "completed", holdUntil: null, holdFor: null }],
      parties: current.to === referral.origin ? [] : [{ post: current.to, scope: "whole", until: addDays(today, reopenDays) }],
      event: { handover: current.id, reason: null, details: {} },
      results: [
        { kind: "outcome", code: outcome.value.code },
        ...[...new Set(input.means)].map((code) => ({ kind: "means" as const, code })),
      ],
      notices: tell(scene, partners(referral), "closed"),
    });
  },
});

/** Afslut uden at sende: solved on the spot, advice given, or no longer needed. */
export const close = rule({
  by: ["holder"],
  need: { status: "open", waiting: "none", current: "none" },
  input: z.strictObject({ outcome: z.string() }),
  run: (scene, input) => {
    const { referral, service, today } = scene;
    const outcome = oneOf(service.outcomes, input.outcome, "outcome");
    if (!outcome.ok) return outcome;
    return ok({
      ...noChange,
      referral: { status: "closed", closedOn: today, closedBy: "close", nextStepBy: null, followUpOn: null },
      event: { handover: null, reason: null, details: {} },
      results: [{ kind: "outcome", code: outcome.value.code }],
      notices: tell(scene, [referral.origin], "closed"),
    });
  },
});

/**
 * Genåbn, within 90 days, with a coded reason; consent is asked anew. The last holder goes on where it ended; the origin
 * takes it back and sends it to the last holder again. What was closed without being taken over, the origin opens.
 */
export const reopen = rule({
  by: ["last_holder", "origin"],
  need: { status: "closed" },
  input: z.strictObject({ reason: z.string(), consent: consentAnswer.optional() }),
  run: (scene, { reason: code, consent }) => {
    const { referral, service, today, days, norm, post } = scene;
    if (referral.closedOn && daysBetween(referral.closedOn, today) > reopenDays) return refused("too-late");
    const reason = oneOf(service.reopenReasons, code, "reason");
    if (!reason.ok) return reason;
    const open = { status: "open", closedOn: null, closedBy: null } as const;
    const event = { handover: null, reason: reason.value.code, details: {} };
    // Consent ended at closing, so no unit has it any more.
    const anew = askedUnits(referral).map((unit) => ({ unit, name: "not_yet" as const, recordedOn: today, expiresOn: null }));
    const last = completed(referral);
    if (referral.closedBy === "close" || !last) {
      if (post !== referral.origin) return refused("not-yours");
      return ok({
        ...noChange,
        referral: { ...open, holder: post, nextStepBy: days.add(today, norm.nextStep) },
        consents: anew,
        event,
        notices: tell(scene, [referral.holder], "reopened"),
      });
    }
    if (!consent) return refused("consent-needed", "consent.name");
    const consents = last.to === referral.origin ? ok([]) : recordConsent(scene, last.to, consent);
    if (!consents.ok) return consents;
    const again = { ...noChange, consents: [...anew, ...consents.value], feedback: consent.feedback ?? null };
    if (post === last.to) {
      const yes = covers(consents.value[0] ?? null, today) || post === referral.origin;
      return ok({
        ...again,
        referral: { ...open, followUpOn: null },
        handovers: [{ ...last, state: "accepted" }],
        parties: post === referral.origin ? [] : [{ post, scope: yes ? "whole" : "facts", until: null }],
        event: { ...event, handover: last.id },
        notices: tell(scene, [referral.origin], "reopened"),
      });
    }
    const back = { ...scene, referral: { ...referral, status: "open" as const, holder: post } };
    const made: Handover = handoverTo(back, { to: last.to, consents: consents.value });
    return ok({
      ...again,
      referral: { ...open, holder: post, assigned: null, nextStepBy: null },
      handovers: [made],
      parties: [{ post: last.to, scope: "whole", until: null }],
      event: { ...event, handover: made.id, details: { to: last.to, discussion: made.discussion } },
      notices: tell(scene, [last.to], "reopened"),
    });
  },
});

/** Oprettet ved en fejl: the leader of the origin's organisation takes it out; it counts nowhere, every party is told. */
export const voided = rule({
  by: ["origin_leader"],
  need: { status: "open" },
  input: z.strictObject({ reason: z.string() }),
  run: (scene, input) => {
    const { referral, service, today } = scene;
    const reason = oneOf(service.voidReasons, input.reason, "reason");
    if (!reason.ok) return reason;
    const { waiting, current } = referral;
    const ended = [waiting, current].filter((handover) => handover !== null);
    return ok({
      ...noChange,
      referral: { status: "voided", closedOn: today, nextStepBy: null, followUpOn: null },
      handovers: ended.map((handover) => ({ ...handover, state: "voided" as const, questionBy: null })),
      event: { handover: null, reason: reason.value.code, details: {} },
      notices: tell(scene, partners(referral), "voided"),
    });
  },
});
