import { z } from "zod";
import { addDays } from "#lib/calendar/day.ts";
import { ok, refused } from "#lib/result.ts";
import { consentFor, covers, receiver } from "../case.ts";
import { noChange } from "../change.ts";
import { rule } from "../rule.ts";
import { oneOf, opening, tell } from "../step.ts";
import { day, id } from "./inputs.ts";

/** Tovholder: a person of the post that acts; a receiver may name one before it takes over. */
export const assign = rule({
  by: ["receiver", "holder"],
  need: { status: "open", some: "waiting or current" },
  input: z.strictObject({ person: id }),
  run: (scene, { person }) => {
    const { referral, post, peopleOf } = scene;
    if (!peopleOf(post).includes(person)) return refused("not-of-this-post", "person");
    const { waiting, current } = referral;
    if (waiting && receiver(referral) === post)
      return ok({
        ...noChange,
        handovers: [{ ...opening(waiting, scene), assigned: person }],
        event: { handover: waiting.id, reason: null, details: {} },
      });
    return ok({
      ...noChange,
      referral: { assigned: person },
      event: { handover: current?.id ?? null, reason: null, details: {} },
    });
  },
});

/**
 * Vi har talt sammen: the day on which the name was given outside the app, and only with a consent that covers it. Holder
 * and receiver mean what waits between them; the origin, who knows the name, may say it of what is taken over.
 */
export const exchangeIdentity = rule({
  by: ["receiver", "holder", "origin"],
  need: { status: "open", some: "sent or current" },
  input: z.strictObject({ on: day }),
  run: (scene, { on }) => {
    const { referral, post, find, today } = scene;
    const { waiting, current } = referral;
    const sent = waiting && receiver(referral) && [waiting.from, waiting.to].includes(post) ? waiting : null;
    const between = sent ?? current;
    if (!between) return refused("not-now");
    if (on > today) return refused("date-past", "on");
    if (!covers(consentFor(referral, find(between.to)?.unit ?? ""), today)) return refused("no-consent");
    return ok({
      ...noChange,
      handovers: [{ ...opening(between, scene), identityOn: on }],
      event: { handover: between.id, reason: null, details: { on } },
      notices: tell(scene, [between.to, between.from], "identity"),
    });
  },
});

/** First contact, application sent, decision known. The origin hears of it only with consent to feedback. */
export const progress = rule({
  by: ["current"],
  need: { status: "open", current: ["accepted"] },
  input: z.strictObject({ what: z.string() }),
  run: (scene, { what }) => {
    const { referral, service, today } = scene;
    const { current } = referral;
    if (!current) return refused("not-now");
    const step = oneOf(service.progress, what, "what");
    if (!step.ok) return step;
    return ok({
      ...noChange,
      handovers: [
        { ...current, state: "accepted", holdUntil: null, holdFor: null, contactedOn: current.contactedOn ?? today },
      ],
      event: { handover: current.id, reason: null, details: {} },
      results: [{ kind: "progress", code: step.value.code }],
    });
  },
});

/** A hold that is longer than this is no hold. */
const longestHold = 365;

/** Afvent: until a date, for a coded reason. Past the date it reads as accepted without anybody having to act. */
export const hold = rule({
  by: ["current"],
  need: { status: "open", current: ["accepted"] },
  input: z.strictObject({ until: day, reason: z.string() }),
  run: (scene, { until, reason }) => {
    const { referral, service, today } = scene;
    const { current } = referral;
    if (!current) return refused("not-now");
    if (until <= today) return refused("date-to-come", "until");
    if (until > addDays(today, longestHold)) return refused("date-too-far", "until");
    const why = oneOf(service.onHold, reason, "reason");
    if (!why.ok) return why;
    return ok({
      ...noChange,
      handovers: [{ ...current, state: "on_hold", holdUntil: until, holdFor: why.value.code }],
      event: { handover: current.id, reason: why.value.code, details: { until } },
      notices: tell(scene, [referral.origin], "held"),
    });
  },
});

/** Fortsæt. */
export const resume = rule({
  by: ["current"],
  need: { status: "open", current: ["on_hold"] },
  input: z.strictObject({}),
  run: ({ referral }) => {
    const { current } = referral;
    if (!current) return refused("not-now");
    return ok({
      ...noChange,
      handovers: [{ ...current, state: "accepted", holdUntil: null, holdFor: null }],
      event: { handover: current.id, reason: null, details: {} },
    });
  },
});

/** The day on which the holder wants to look at it again. */
export const followUp = rule({
  by: ["holder"],
  need: { status: "open" },
  input: z.strictObject({ on: day }),
  run: ({ referral, today }, { on }) => {
    if (on <= today) return refused("date-to-come", "on");
    if (on > addDays(today, longestHold)) return refused("date-too-far", "on");
    return ok({
      ...noChange,
      referral: { followUpOn: on },
      event: { handover: referral.current?.id ?? null, reason: null, details: { on } },
    });
  },
});

/**
 * Sæt på dagsordenen: any party may ask for it to be talked about. With `until`, the day of the meeting, it leaves the list of
 * whoever asked until then, or until anything else happens; no clock stops, and none begins anew.
 */
export const putOnAgenda = rule({
  by: ["holder", "receiver", "origin"],
  need: { status: "open" },
  input: z.strictObject({ until: day.optional() }),
  run: (scene, { until }) => {
    const { referral, post, today } = scene;
    const { waiting, current, touchedOn } = referral;
    if (referral.onAgenda && !until) return refused("on-agenda");
    if (until && until <= today) return refused("date-to-come", "until");
    return ok({
      ...noChange,
      referral: { onAgenda: true, ...(until && { touchedOn }) },
      handovers: waiting?.state === "sent" && waiting.to === post ? [opening(waiting, scene)] : [],
      event: { handover: (waiting ?? current)?.id ?? null, reason: null, details: until ? { until } : {} },
    });
  },
});
