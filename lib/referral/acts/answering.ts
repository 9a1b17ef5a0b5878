import { z } from "zod";
import { applies } from "#lib/agreement/condition.ts";
import { whyNoDate } from "#lib/calendar/danish-date.ts";
import { earliest, latest, parseDay } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { concealed, consentFor, covers, type Handover } from "../case.ts";
import { type Change, holderPerson, noChange } from "../change.ts";
import { evictionCap } from "../clocks.ts";
import { rule, type Scene } from "../rule.ts";
import { handoverTo, leaving, mayReceive, nextStep, oneOf, opening, receiving, tell } from "../step.ts";
import { day, id, shortText } from "./inputs.ts";

const answerable = ["sent", "opened", "asked"] as const;

/** Åbnet: once, by a POST from the page that was shown. */
export const open = rule({
  by: ["receiver"],
  need: { status: "open", waiting: ["sent"] },
  input: z.strictObject({}),
  run: (scene) => {
    const { waiting } = scene.referral;
    if (!waiting) return refused("not-now");
    return ok({
      ...noChange,
      handovers: [opening(waiting, scene)],
      event: { handover: waiting.id, reason: null, details: {} },
    });
  },
});

/**
 * A discussion is taken over only where the service is open to anonymous people, and then together with the sender; and
 * by nobody from whom the matter is hidden because a consent was taken back.
 */
export const takenAnonymously = (
  { referral, service, find, today }: Pick<Scene, "referral" | "service" | "find" | "today">,
  waiting: Handover,
): boolean =>
  service.openToAnonymous &&
  referral.contact === "together" &&
  !concealed(referral.consents, find(waiting.to)?.unit ?? "", today);

function takeable(scene: Scene, waiting: Handover): Result<null> {
  const { referral, find, today } = scene;
  if (waiting.to === referral.origin) return ok(null);
  if (waiting.discussion) return takenAnonymously(scene, waiting) ? ok(null) : refused("discussion-only");
  return covers(consentFor(referral, find(waiting.to)?.unit ?? ""), today) ? ok(null) : refused("no-consent");
}

/**
 * Overtag: we take the contact from here. It is not a decision and changes no duty of the municipality. The referral
 * lies with the receiver from now on; whoever had taken it over before has passed it on.
 */
export const accept = rule({
  by: ["receiver"],
  need: { status: "open", waiting: answerable },
  input: z.strictObject({}),
  run: (scene) => {
    const { referral, actor, today, days, norm } = scene;
    const { waiting, current } = referral;
    if (!waiting) return refused("not-now");
    const may = takeable(scene, waiting);
    if (!may.ok) return may;
    const taken: Handover = {
      ...opening(waiting, scene),
      state: "accepted",
      questionBy: null,
      answerLeft: null,
      acceptedOn: today,
      contactBy: days.add(today, norm.contact),
    };
    return ok({
      ...noChange,
      referral: {
        holder: waiting.to,
        assigned: holderPerson(waiting, actor.person),
        nextStepBy: null,
        followUpOn: null,
      },
      handovers: [...(current ? [{ ...current, state: "passed_on" as const }] : []), taken],
      parties: leaving(referral, referral.holder, waiting.to),
      event: { handover: waiting.id, reason: null, details: { from: referral.holder, to: waiting.to } },
      notices: [
        ...tell(scene, [referral.origin, current ? null : referral.holder], "accepted"),
        ...(current && current.to !== referral.origin ? tell(scene, [current.to], "passed_on") : []),
      ],
    });
  },
});

/**
 * Send retur: an answer with a coded reason, never a decision. The referral stays where it lies. A municipal post that
 * is the wrong unit, or wrong for age or place, must pass on instead: forvaltningsloven § 7, stk. 2.
 */
export const sendReturn = rule({
  by: ["receiver"],
  need: { status: "open", waiting: answerable },
  input: z.strictObject({ reason: z.string(), date: day.optional(), destination: z.string().optional() }),
  run: (scene, input) => {
    const { referral, service, today, takers, external, find } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    const reason = oneOf(service.returnReasons, input.reason, "reason");
    if (!reason.ok) return reason;
    const { code, needs, onlyAfterAsked, afterIdentity, wrong } = reason.value;
    if (wrong && find(waiting.to)?.side === "municipal") return refused("pass-on-instead", "reason");
    if (onlyAfterAsked && waiting.questions === 0) return refused("only-after-question", "reason");
    if (afterIdentity && !waiting.identityOn) return refused("only-after-identity", "reason");
    if (needs === "date" && (!input.date || input.date <= today)) return refused("date-to-come", "date");
    const { destination } = input;
    const elsewhere = [...takers.filter((post) => post !== waiting.to), ...external];
    if (needs === "destination" && !(destination && elsewhere.includes(destination)))
      return refused("destination-needed", "destination");
    // A reason that rests on who the resident is, reaches the origin only with consent to feedback (services.md).
    const shown = afterIdentity ? null : code;
    return ok({
      ...noChange,
      referral: nextStep(scene),
      handovers: [{ ...opening(waiting, scene), state: "returned", questionBy: null, reason: shown }],
      parties: leaving(referral, waiting.to, referral.holder),
      event: {
        handover: waiting.id,
        reason: shown,
        details: {
          ...(needs === "date" ? { date: input.date ?? null } : {}),
          ...(needs === "destination" ? { destination: destination ?? null } : {}),
        },
      },
      results: afterIdentity ? [{ kind: "reason", code }] : [],
      notices: tell(scene, [referral.holder, referral.origin], "returned"),
    });
  },
});

/**
 * Send videre: one act answers this handover and makes the next, whose sender is the holder. It is sent where consent
 * covers the new unit; else it is proposed to the holder and shown to nobody else. Or it points out of the agreement.
 * A municipal post that is the wrong one passes on: forvaltningsloven § 7, stk. 2.
 */
export const redirect = rule({
  by: ["receiver"],
  need: { status: "open", waiting: answerable },
  input: z.union([
    z.strictObject({ to: id, reason: z.string() }),
    z.strictObject({ external: z.string(), reason: z.string() }),
  ]),
  run: (scene, input) => {
    const { referral, service, today, days, norm, external } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    const reason = oneOf(service.redirectReasons, input.reason, "reason");
    if (!reason.ok) return reason;
    const sentOn: Handover = {
      ...opening(waiting, scene),
      state: "redirected",
      questionBy: null,
      reason: reason.value.code,
    };
    const left = leaving(referral, waiting.to, referral.holder);
    if ("external" in input) {
      if (!external.includes(input.external)) return refused("unknown-choice", "external");
      return ok({
        ...noChange,
        referral: nextStep(scene),
        handovers: [sentOn],
        parties: left,
        event: { handover: waiting.id, reason: reason.value.code, details: { external: input.external } },
        notices: tell(scene, [referral.holder, referral.origin], "redirected_out"),
      });
    }
    if (input.to === waiting.to) return refused("already-there", "to");
    const receiver = mayReceive(scene, input.to);
    if (!receiver.ok) return receiver;
    const made: Handover = { ...handoverTo(scene, { to: input.to }), redirectedBy: waiting.to };
    const covered = !made.discussion;
    const next: Handover = covered
      ? made
      : { ...made, state: "proposed", deliveredOn: null, answerBy: null, questionBy: days.add(today, norm.nextStep) };
    return ok({
      ...noChange,
      referral: { nextStepBy: null },
      handovers: [sentOn, next],
      parties: [...left, ...(covered ? [receiving(scene, { to: input.to })] : [])],
      event: { handover: waiting.id, reason: reason.value.code, details: { to: input.to, next: next.id, covered } },
      notices: [
        ...tell(scene, [referral.holder], covered ? "redirected" : "proposed"),
        ...(referral.origin === referral.holder ? [] : tell(scene, [referral.origin], "redirected")),
        ...(covered ? tell(scene, [input.to], "sent") : []),
      ],
    });
  },
});

/** The question of one handover that puts it on the agenda: they need to talk. */
const questionForTheMeeting = 3;

/** Spørg afsender: the receiver's clock stops, the sender's starts. The clock of an eviction never stops. */
export const ask = rule({
  by: ["receiver"],
  need: { status: "open", waiting: ["sent", "opened"] },
  input: z.union([z.strictObject({ question: z.string() }), z.strictObject({ text: shortText })]),
  run: (scene, input) => {
    const { referral, service, today, days, norm } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    const said = { situations: [], answers: scene.talk?.answers ?? {} };
    const mayAsk = service.questions.filter(({ onlyIf }) => applies(onlyIf, said));
    const coded = "question" in input ? oneOf(mayAsk, input.question, "question") : null;
    if (coded && !coded.ok) return coded;
    if ("text" in input && !input.text) return refused("unknown-choice", "question");
    const questions = waiting.questions + 1;
    const left = waiting.answerBy ? Math.max(0, days.between(today, waiting.answerBy)) : norm.answer;
    return ok({
      ...noChange,
      referral: questions >= questionForTheMeeting ? { onAgenda: true } : {},
      handovers: [
        {
          ...opening(waiting, scene),
          state: "asked",
          questions,
          questionBy: days.add(today, norm.question),
          ...(norm.eviction ? {} : { answerBy: null, answerLeft: left }),
        },
      ],
      event: { handover: waiting.id, reason: null, details: {} },
      message: {
        kind: "question",
        code: coded?.ok ? coded.value.code : null,
        text: "text" in input ? input.text : null,
      },
      notices: tell(scene, [referral.holder], "asked"),
    });
  },
});

/** Whether a coded answer is one that the question offers; a question for a date takes a day. */
function answers({ service, talk }: Scene, choice: string): boolean {
  const questions = talk ? service.questions.filter(({ code }) => code === talk.asked) : service.questions;
  return questions.some(({ answer: kind, choices }) =>
    kind === "one" ? choices.some(({ code }) => code === choice) : parseDay(choice) !== null,
  );
}

/** Svar: the receiver's clock goes on, with at least one working day, never past the cap of an eviction. */
export const answer = rule({
  by: ["holder"],
  need: { status: "open", waiting: ["asked"] },
  input: z.strictObject({ choice: z.string().optional(), text: shortText.optional() }),
  run: (scene, { choice, text }) => {
    const { referral, today, days, norm } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    if (!choice && !text) return refused("answer-needed", "choice");
    if (choice && !answers(scene, choice)) {
      const why = whyNoDate(choice, today);
      return why.code === "weekday" ? refused(why.code, "choice", why.details) : refused("unknown-choice", "choice");
    }
    const goesOn = days.add(today, Math.max(1, waiting.answerLeft ?? 1));
    const resumed = norm.eviction
      ? earliest(latest(waiting.answerBy ?? goesOn, goesOn), evictionCap(referral.payBy, today, days))
      : goesOn;
    return ok({
      ...noChange,
      handovers: [{ ...waiting, state: "opened", questionBy: null, answerLeft: null, answerBy: resumed }],
      event: { handover: waiting.id, reason: null, details: {} },
      message: { kind: "answer", code: choice ?? null, text: text ?? null },
      notices: tell(scene, [waiting.to], "answered"),
    });
  },
});

/** Giv råd: answers a discussion without taking it over. The ball is the holder's. */
export const advise = rule({
  by: ["receiver"],
  need: { status: "open", waiting: answerable, discussion: true },
  input: z.strictObject({ text: shortText.optional() }),
  run: (scene, { text }) => {
    const { referral } = scene;
    const { waiting } = referral;
    if (!waiting) return refused("not-now");
    const message: Change["message"] = text ? { kind: "advice", code: null, text } : null;
    return ok({
      ...noChange,
      referral: nextStep(scene),
      handovers: [{ ...opening(waiting, scene), state: "advised", questionBy: null }],
      parties: leaving(referral, waiting.to, referral.holder),
      event: { handover: waiting.id, reason: null, details: {} },
      message,
      notices: tell(scene, [referral.holder, referral.origin], "advised"),
    });
  },
});
