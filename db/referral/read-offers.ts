import type { AgreementContent, Question } from "#lib/agreement/agreement.ts";
import { applies } from "#lib/agreement/condition.ts";
import { receiversFor } from "#lib/agreement/routing.ts";
import { destinationsOf } from "#lib/agreement/service-of.ts";
import { talking } from "#lib/referral/acts/calling.ts";
import { decide, offered, permitted } from "#lib/referral/acts.ts";
import { completed, consentFor, covers, isNameless, type PostId, receiver, yesesNow } from "#lib/referral/case.ts";
import type { Offers, OutcomeOption, QuestionView, ReceiverOption } from "#lib/referral/referral-view.ts";
import { type Directory, postLabel } from "../directory/directory.ts";
import { standingAt } from "../directory/standing.ts";
import type { Naming } from "./naming.ts";
import type { Setting } from "./perform.ts";
import type { Beside } from "./read-beside.ts";
import { givenTo } from "./read-matter.ts";

type Around = { setting: Setting; agreement: AgreementContent; directory: Directory; naming: Naming; beside: Beside };
type Words = Question["text"];

/** Every act that this person may do now, each with what it takes, in the words of the referral's own agreement. */
export function offersOf(around: Around): Offers {
  const { setting, naming } = around;
  const { referral, service } = setting;
  const { waiting } = referral;
  const may = new Set(offered(setting));
  const works = (act: Parameters<typeof decide>[0], input: unknown = {}) =>
    may.has(act) && decide(act, setting, input).ok;
  const options = (choices: readonly { code: string; text: Words }[]) =>
    choices.map(({ code, text }) => ({ code, label: naming.word(text) }));
  const offers: Offers = {};

  if (may.has("open")) offers.open = true;
  if (waiting && works("accept")) offers.accept = { discussion: waiting.discussion };
  if (may.has("return")) offers.return = returning(around);
  if (may.has("redirect")) offers.redirect = redirecting(around);
  if (may.has("confirm") && waiting) {
    const { to, reason, redirectedBy } = waiting;
    const given =
      referral.past.findLast((each) => each.to === redirectedBy && each.state === "redirected")?.reason ?? reason;
    offers.confirm = {
      to: label(around, to),
      by: redirectedBy ? naming.post(redirectedBy) : "",
      reason: given ? naming.choice(service.redirectReasons, given) : null,
      covered: isCovered(around, to),
      feedback: referral.feedback === null,
    };
  }
  if (may.has("drop")) offers.drop = true;
  if (may.has("ask")) {
    const said = { situations: [], answers: setting.talk?.answers ?? {} };
    offers.ask = { questions: options(service.questions.filter(({ onlyIf }) => applies(onlyIf, said))) };
  }
  if (may.has("answer")) offers.answer = answering(around);
  if (may.has("withdraw"))
    offers.withdraw = { reasons: options(service.withdrawReasons.filter((each) => !each.bySystem)) };
  if (may.has("advise")) offers.advise = true;
  if (may.has("send")) Object.assign(offers, sending(around));
  const people = may.has("assign") ? peopleToAssign(around) : [];
  if (people.some(({ chosen }) => !chosen)) offers.assign = { people };
  if (works("identity", { on: setting.today })) offers.identity = true;
  const call = works("call", { what: "no_answer" }) ? permitted("call", setting) : null;
  if (call?.ok) {
    const knows = call.value === referral.origin && talking({ referral, post: call.value }).includes(call.value);
    offers.call = { kinds: knows ? ["here_now", "propose_time"] : ["no_answer", "propose_time"] };
  }
  if (may.has("progress")) offers.progress = { steps: options(service.progress) };
  if (may.has("hold")) offers.hold = { reasons: options(service.onHold) };
  if (may.has("resume")) offers.resume = true;
  if (may.has("letter") && setting.matter)
    offers.letter = { questions: questions(around, ["step", "letter-date"]), known: withAge(setting).answers };
  if (may.has("correct") && setting.matter) {
    const { situations, contact } = setting.matter;
    offers.correct = {
      situations: options(service.situations).map((each) => ({ ...each, given: situations.includes(each.code) })),
      questions: questions(around),
      contact,
      nameless: isNameless(referral),
    };
  }
  const asking = may.has("consent") ? consenting(around) : null;
  if (asking && (asking.units.length > 0 || asking.withdrawable)) offers.consent = asking;
  if (may.has("follow_up")) offers.follow_up = { on: referral.followUpOn };
  if (may.has("agenda")) offers.agenda = true;
  if (may.has("complete")) offers.complete = { outcomes: outcomes(around), means: options(service.outcomeMeans) };
  if (may.has("close")) offers.close = { outcomes: outcomes(around) };
  if (may.has("journal")) offers.journal = true;
  if (may.has("reopen")) {
    const reopening = reopeningOf(around);
    if (reopening) offers.reopen = { reasons: options(service.reopenReasons), ...reopening };
  }
  return offers;
}

/** To whom a referral may be sent is a matter of the agreement, which everybody knows: these posts are always named. */
const label = ({ directory, naming }: Around, post: PostId) => postLabel(directory, post, naming.locale);

const standingFor = ({ directory, setting: { referral, today } }: Around, post: PostId) =>
  standingAt(directory, post, { service: referral.service, today });

function isCovered({ setting: { referral, find, today } }: Around, to: PostId): boolean {
  return to === referral.origin || covers(consentFor(referral, find(to)?.unit ?? ""), today);
}

/** Whom it may go to, those that the agreement names for this situation first. */
function receivers(around: Around, without: readonly (PostId | undefined)[]): ReceiverOption[] {
  const { setting, agreement } = around;
  const { referral, matter, takers, find } = setting;
  const named = matter ? receiversFor(agreement, referral.service, withAge(setting)) : [];
  const place = (post: PostId) => {
    const at = named.indexOf(find(post)?.function ?? "");
    return at < 0 ? named.length : at;
  };
  return takers
    .filter((post) => post !== referral.holder && !without.includes(post))
    .toSorted((a, b) => place(a) - place(b))
    .map((post) => ({
      id: post,
      label: label(around, post),
      covered: isCovered(around, post),
      standing: standingFor(around, post),
    }));
}

/** What was answered, with the age where the service asks for it under its own question. */
function withAge({ matter, service }: Setting) {
  const given = matter ? service.key.map((question) => [question.code, givenTo(question, matter)] as const) : [];
  return {
    situations: matter?.situations ?? [],
    answers: Object.fromEntries(given.filter(([, answer]) => answer !== "")),
  };
}

function returning(around: Around): NonNullable<Offers["return"]> {
  const { setting, agreement, naming } = around;
  const { referral, service, find, takers } = setting;
  const { waiting } = referral;
  const municipal = find(waiting?.to ?? "")?.side === "municipal";
  return {
    reasons: service.returnReasons
      .filter(({ onlyAfterAsked }) => !onlyAfterAsked || (waiting?.questions ?? 0) > 0)
      .filter(({ afterIdentity }) => !afterIdentity || waiting?.identityOn)
      .filter(({ wrong }) => !wrong || !municipal)
      .map(({ code, text, needs }) => ({ code, label: naming.word(text), needs: needs ?? null })),
    destinations: [
      ...takers.filter((post) => post !== waiting?.to).map((post) => ({ code: post, label: label(around, post) })),
      ...external(agreement, referral.service, naming),
    ],
  };
}

const external = (agreement: AgreementContent, service: string, naming: Naming) =>
  destinationsOf(agreement, service).map(({ code, text }) => ({ code, label: naming.word(text) }));

function redirecting(around: Around): NonNullable<Offers["redirect"]> {
  const { setting, agreement, naming } = around;
  const { referral, service, find } = setting;
  const { origin, holder, waiting } = referral;
  const back = origin !== holder && origin !== waiting?.to && find(origin)?.open ? [origin] : [];
  return {
    receivers: [
      ...receivers(around, [waiting?.to, ...back]),
      ...back.map((post) => ({
        id: post,
        label: naming.post(post),
        covered: true,
        standing: standingFor(around, post),
      })),
    ],
    external: external(agreement, referral.service, naming),
    reasons: service.redirectReasons.map(({ code, text }) => ({ code, label: naming.word(text) })),
    holder: naming.post(holder),
  };
}

function answering(around: Around): NonNullable<Offers["answer"]> {
  const { setting, naming, beside } = around;
  const asked = beside.messages.findLast(({ kind }) => kind === "question");
  const question = setting.service.questions.find(({ code }) => code === asked?.code);
  return {
    question: question ? naming.word(question.text) : null,
    text: asked?.text ?? null,
    choices: (question?.choices ?? []).map(({ code, text }) => ({ code, label: naming.word(text) })),
    date: question !== undefined && question.answer !== "one",
  };
}

function sending(around: Around): Pick<Offers, "send" | "give_back"> {
  const { setting, naming } = around;
  const { referral, find } = setting;
  const { origin, holder, current, feedback } = referral;
  const to = receivers(around, [origin]);
  return {
    ...(to.length > 0 ? { send: { passOn: current !== null, receivers: to, feedback: feedback === null } } : {}),
    ...(origin !== holder && find(origin)?.open ? { give_back: { to: origin, label: naming.post(origin) } } : {}),
  };
}

function peopleToAssign({ setting, directory }: Around) {
  const post = permitted("assign", setting);
  if (!post.ok) return [];
  const { referral, peopleOf } = setting;
  const chosen = receiver(referral) === post.value ? referral.waiting?.assigned : referral.assigned;
  return peopleOf(post.value).map((id) => ({ id, name: directory.people.get(id) ?? "–", chosen: id === chosen }));
}

function questions({ setting, naming }: Around, about?: readonly string[]): QuestionView[] {
  const { service, matter, referral, today } = setting;
  const said = yesesNow(referral, today).map(({ name }): string => name);
  return service.key
    .filter((question) => !about || about.includes(question.about ?? ""))
    .map((question) => ({
      code: question.code,
      text: naming.word(question.text),
      answer: question.answer,
      choices: question.choices.map(({ code, text, onlyIf, rulesOut }) => ({
        code,
        label: naming.word(text),
        onlyIf: onlyIf ?? null,
        ...(rulesOut?.some((each) => said.includes(each)) ? { barred: true as const } : {}),
      })),
      optional: question.optional ?? false,
      onlyIf: question.onlyIf ?? null,
      given: matter ? givenTo(question, matter) : "",
    }));
}

function consenting(around: Around): NonNullable<Offers["consent"]> {
  const { referral, today } = around.setting;
  const { waiting, current, origin, feedback, consents } = referral;
  const posts = new Set(
    [receiver(referral) ? waiting?.to : null, current?.to].filter((post) => !!post && post !== origin),
  );
  const newest = new Map(consents.map((consent) => [consent.unit, consent]));
  return {
    units: [...posts].map((post) => ({
      to: post as PostId,
      label: label(around, post as PostId),
      covered: isCovered(around, post as PostId),
    })),
    withdrawable: [...newest.values()].some((consent) => covers(consent, today)),
    feedback: feedback === null,
  };
}

/** The service's own outcomes first; those that hold for all are marked so that a form can set them apart. */
function outcomes({ setting, agreement, naming }: Around): OutcomeOption[] {
  const common = new Set(agreement.forAll.outcomes.map(({ code }) => code));
  return setting.service.outcomes.map(({ code, text, outcomeClass }) => ({
    code,
    label: naming.word(text),
    class: outcomeClass,
    common: common.has(code),
  }));
}

/** Where it goes on, and whether that unit needs a new yes; null where only the origin could open it, and this is not it. */
function reopeningOf(around: Around): { to: string | null } | null {
  const { setting, naming } = around;
  const { referral, find } = setting;
  const last = referral.closedBy === "complete" ? completed(referral) : null;
  const goesTo = last && find(last.to)?.open ? last.to : null;
  if (!goesTo) return naming.mine(referral.origin) ? { to: null } : null;
  return { to: goesTo === referral.origin ? null : label(around, goesTo) };
}
