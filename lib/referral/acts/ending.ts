import { z } from "zod";
import { addDays, daysBetween } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { askedUnits, completed, covers, type Handover } from "../case.ts";
import { type Change, noChange } from "../change.ts";
import { rule, type Scene } from "../rule.ts";
import { handoverTo, leaving, oneOf, partners, receiving, recordConsent, tell } from "../step.ts";
import { codes, consentAnswer } from "./inputs.ts";

/** A closed referral may be opened again this long, and its last holder sees it whole as long. */
export const reopenDays = 90;

/** Nothing is due of what has ended, and no meeting talks of it. */
const ended = ({ today }: Scene): Change["referral"] => ({
  closedOn: today,
  nextStepBy: null,
  followUpOn: null,
  onAgenda: false,
});

/** Afslut: how it went, with an outcome of the service. */
export const complete = rule({
  by: ["current"],
  need: { status: "open", waiting: "none", current: "some" },
  input: z.strictObject({ outcome: z.string(), means: codes }),
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
      referral: { ...ended(scene), status: "closed", closedBy: "complete" },
      handovers: [{ ...current, state: "completed", holdUntil: null, holdFor: null }],
      parties:
        current.to === referral.origin
          ? []
          : [{ ...receiving(scene, { to: current.to }), until: addDays(today, reopenDays) }],
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
    const { service } = scene;
    const outcome = oneOf(service.outcomes, input.outcome, "outcome");
    if (!outcome.ok) return outcome;
    return ok({
      ...noChange,
      referral: { ...ended(scene), status: "closed", closedBy: "close" },
      event: { handover: null, reason: null, details: {} },
      results: [{ kind: "outcome", code: outcome.value.code }],
    });
  },
});

type Reopening = { reason: string; consents: Change["consents"]; feedback: "yes" | "no" | null };

const opened = { status: "open", closedOn: null, closedBy: null } as const;

/** The last holder goes on where it ended, with a new clock to the first contact. */
function goOn(scene: Scene, last: Handover, { reason, consents, feedback }: Reopening): Change {
  const { referral, today, days, norm } = scene;
  const yes = last.to === referral.origin || consents.some((consent) => covers(consent, today));
  return {
    ...noChange,
    referral: opened,
    handovers: [
      {
        ...last,
        state: "accepted",
        discussion: !yes,
        contactBy: days.add(today, norm.contact),
        contactedOn: null,
      },
    ],
    parties: last.to === referral.origin ? [] : [receiving(scene, { to: last.to, consents })],
    event: { handover: last.id, reason, details: {} },
    consents,
    feedback,
    notices: tell(scene, [referral.origin], "reopened"),
  };
}

/** The origin takes it back, and sends it again to whoever had it last unless that post has ended. */
function takeBack(scene: Scene, last: Handover | null, { reason, consents, feedback }: Reopening): Change {
  const { referral, today, days, norm, post } = scene;
  const back = {
    ...noChange,
    referral: { ...opened, holder: post, assigned: null, nextStepBy: days.add(today, norm.nextStep) },
    event: { handover: null, reason, details: {} },
    consents,
    feedback,
  };
  // Whoever had it has ended since: nobody goes on seeing there what it was about.
  if (!last) return { ...back, parties: leaving(referral, referral.holder, post) };
  const mine = { ...scene, referral: { ...referral, holder: post } };
  const made = handoverTo(mine, { to: last.to, consents });
  return {
    ...back,
    referral: { ...back.referral, nextStepBy: null },
    handovers: [made],
    // An origin that does not hear where it went sends it to whoever took it over, and not to whoever had it last.
    parties: [
      receiving(mine, { to: last.to, consents }),
      ...(referral.holder === last.to ? [] : leaving(referral, referral.holder, post)),
    ],
    event: { ...back.event, handover: made.id, details: { to: last.to, discussion: made.discussion } },
    notices: tell(scene, [last.to], "reopened"),
  };
}

/**
 * Er det vigtige journaliseret? Ja: after closing, the last holder says that what matters of the text stands in their own
 * journal, and the text goes. Nobody else says so, and nothing is asked where no text stands.
 */
export const journal = rule({
  by: ["holder"],
  need: { status: "closed" },
  input: z.strictObject({}),
  run: ({ referral, talk }) => {
    if (talk?.text === false) return refused("not-now");
    return ok({
      ...noChange,
      referral: { touchedOn: referral.touchedOn },
      event: { handover: completed(referral)?.id ?? null, reason: null, details: {} },
      deleteNote: true,
    });
  },
});

/**
 * Genåbn, within 90 days, with a coded reason; consent ended at closing and is asked anew. The last holder goes on where
 * it ended; the origin takes it back and sends it to the last holder again. What was closed without being taken over,
 * the origin opens.
 */
export const reopen = rule({
  by: ["holder", "origin"],
  need: { status: "closed" },
  input: z.strictObject({ reason: z.string(), consent: consentAnswer.optional() }),
  run: (scene, { reason: code, consent }) => {
    const { referral, service, today, post, find } = scene;
    if (referral.closedOn && daysBetween(referral.closedOn, today) > reopenDays) return refused("too-late");
    const reason = oneOf(service.reopenReasons, code, "reason");
    if (!reason.ok) return reason;
    const last = referral.closedBy === "complete" ? completed(referral) : null;
    const goesTo = last && find(last.to)?.open ? last : null;
    if (!goesTo && post !== referral.origin) return refused("not-yours");
    const needed = goesTo !== null && goesTo.to !== referral.origin;
    if (needed && !consent) return refused("consent-needed", "consent.name");
    const asked: Result<Change["consents"]> = needed && consent ? recordConsent(scene, goesTo.to, consent) : ok([]);
    if (!asked.ok) return asked;
    const anew = askedUnits(referral).map((unit) => ({
      unit,
      name: "not_yet" as const,
      recordedOn: today,
      expiresOn: null,
    }));
    const reopening = {
      reason: reason.value.code,
      consents: [...anew, ...asked.value],
      feedback: needed ? (consent?.feedback ?? null) : null,
    };
    return ok(goesTo?.to === post ? goOn(scene, goesTo, reopening) : takeBack(scene, goesTo, reopening));
  },
});

/**
 * Oprettet ved en fejl: the leader of the origin's organisation takes it out. It counts nowhere; every party is told, the
 * origin too, and sees from now on no more than its own part.
 */
export const voided = rule({
  by: ["origin_leader"],
  need: { status: "open" },
  input: z.strictObject({ reason: z.string() }),
  run: (scene, input) => {
    const { referral, service } = scene;
    const reason = oneOf(service.voidReasons, input.reason, "reason");
    if (!reason.ok) return reason;
    const { origin, waiting, current, past } = referral;
    const knew = past.filter(({ deliveredOn, state }) => deliveredOn && state !== "undone").map(({ to }) => to);
    return ok({
      ...noChange,
      referral: { ...ended(scene), status: "voided" },
      handovers: [waiting, current]
        .filter((handover) => handover !== null)
        .map((handover) => ({ ...handover, state: "voided" as const, questionBy: null })),
      parties: partners(referral).flatMap((post) => leaving(referral, post, origin)),
      event: { handover: null, reason: reason.value.code, details: {} },
      notices: [{ to: origin, kind: "voided" }, ...tell(scene, [...partners(referral), ...knew], "voided")],
    });
  },
});
