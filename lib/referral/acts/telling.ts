import { z } from "zod";
import { withoutConsent } from "#lib/agreement/agreement.ts";
import { earliest } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { askedUnits, type Handover, isNameless, yesesNow } from "../case.ts";
import { type Change, noChange } from "../change.ts";
import { answerBy } from "../clocks.ts";
import { contradicts, ruledOut } from "../contradiction.ts";
import { isUrgent, type Matter, matterInput, readMatter } from "../matter.ts";
import { rule, type Scene } from "../rule.ts";
import { leaving, nextStep, openedBy, partners, recordConsent, tell } from "../step.ts";
import { consentAnswer, id, shortText } from "./inputs.ts";

/**
 * The receiver's clock after the situation changed: recomputed, and never later than it was. One that does not run, or that
 * whoever tells of it may not know, is said again, so that the database works out its row.
 */
function sooner({ referral, today, norm, days }: Scene, matter: Matter): Handover[] {
  const { waiting } = referral;
  if (!waiting) return [];
  const soonest = answerBy(norm, today, days, matter.payBy);
  return [{ ...waiting, answerBy: waiting.answerBy && earliest(waiting.answerBy, soonest) }];
}

function corrected(scene: Scene, matter: Result<Matter>, kind: "letter" | "correction"): Result<Change> {
  if (!matter.ok) return matter;
  const { referral, service } = scene;
  return ok({
    ...noChange,
    referral: { urgent: isUrgent(service, matter.value) },
    handovers: sooner(scene, matter.value),
    event: { handover: (referral.waiting ?? referral.current)?.id ?? null, reason: null, details: {} },
    matter: matter.value,
    notices: tell(scene, partners(referral), kind),
  });
}

/** Nyt brev: the next step and its date, as the landlord's letter says it. The other side is told. */
export const letter = rule({
  by: ["origin", "holder"],
  need: { status: "open" },
  input: z.strictObject({ answers: matterInput.shape.answers }),
  run: (scene, { answers }) => {
    const { service, matter, today } = scene;
    if (service.clock !== "eviction") return refused("no-letters");
    if (!matter) return refused("no-consent");
    // What no letter changes is kept, whatever is sent; its date is always said anew.
    const known = Object.fromEntries(
      service.key.flatMap(({ code, about }) => {
        if (about === "step" || about === "letter-date") return [];
        return [[code, (about === "age" || about === "children" ? matter[about] : matter.answers[code]) ?? ""]];
      }),
    );
    const input = {
      situations: matter.situations,
      answers: { ...matter.answers, ...answers, ...known },
      contact: matter.contact,
    };
    return corrected(scene, readMatter(service, input, today), "letter");
  },
});

/**
 * Ret: the whole situation anew, as a new version. The other side is told. Refuses an answer that a yes of the resident
 * rules out while it lasts, and that somebody contacts directly whose name nobody may know, unless it was so before.
 */
export const correct = rule({
  by: ["origin", "holder"],
  need: { status: "open" },
  input: matterInput.extend({ note: shortText.optional() }),
  run: (scene, { note, ...input }) => {
    const { referral, known = referral, matter, service, today } = scene;
    if (!matter) return refused("no-consent");
    // An origin that may not hear how it goes learns nothing of a yes that others wrote down.
    const [by] = yesesNow(known, today).flatMap(({ name }) => ruledOut(service.key, input.answers, name) ?? []);
    if (by) return contradicts(`answers.${by.question.code}`, by);
    if (input.contact === "directly" && matter.contact !== "directly" && isNameless(known))
      return refused("contact-needs-name", "contact");
    const change = corrected(scene, readMatter(service, input, today), "correction");
    return change.ok && note ? ok({ ...change.value, message: { kind: "note", code: null, text: note } }) : change;
  },
});

/**
 * Samtykke: what the resident says now. A yes covers one unit, lifts a discussion with it to an ordinary handover and
 * lets it see the matter again.
 * A withdrawal takes back what waits, deletes the note and hides the matter from everybody but the origin; what is
 * taken over stays where it is until a new consent or the end.
 */
export const consent = rule({
  by: ["origin", "holder"],
  need: { status: "open" },
  input: z.union([
    z.strictObject({ withdrawn: z.literal([true, "true"]) }),
    consentAnswer.extend({ to: id.optional() }),
  ]),
  run: (scene, input) => {
    const { referral, today, find } = scene;
    const { waiting, current, origin, holder } = referral;
    if (!("withdrawn" in input)) {
      const to = input.to ?? waiting?.to ?? current?.to;
      if (!to) return refused("unknown-post", "to");
      const consents = recordConsent(scene, to, input);
      if (!consents.ok) return consents;
      const yes = input.name === "written" || input.name === "oral";
      return ok({
        ...noChange,
        ...(yes ? openedBy(scene, find(to)?.unit ?? "", consents.value) : {}),
        consents: consents.value,
        feedback: input.feedback ?? null,
        event: { handover: (waiting ?? current)?.id ?? null, reason: null, details: { to } },
        notices: tell(scene, partners(referral), "consent"),
      });
    }
    const gone = askedUnits(referral).map((unit) => ({
      unit,
      name: "withdrawn" as const,
      recordedOn: today,
      expiresOn: null,
    }));
    const takenBack = waiting && waiting.to !== origin ? waiting : null;
    return ok({
      ...noChange,
      referral: takenBack ? nextStep(scene) : {},
      handovers: takenBack ? [{ ...takenBack, state: "withdrawn", questionBy: null, reason: withoutConsent }] : [],
      consents: gone,
      feedback: "no",
      parties: [
        ...(takenBack && takenBack.state !== "proposed" ? leaving(referral, takenBack.to, holder) : []),
        ...(holder === origin ? [] : [{ post: holder, scope: "facts" as const }]),
      ],
      event: { handover: (waiting ?? current)?.id ?? null, reason: withoutConsent, details: { withdrawn: true } },
      deleteNote: true,
      notices: tell(scene, partners(referral), takenBack ? "withdrawn" : "consent"),
    });
  },
});
