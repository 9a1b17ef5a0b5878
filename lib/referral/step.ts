import { addDays } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { type Case, concealed, consentFor, covers, type Handover, type PostId, receiver, type UnitId } from "./case.ts";
import type { Change, NoticeKind } from "./change.ts";
import { answerBy } from "./clocks.ts";
import type { Scene } from "./rule.ts";
import type { NameConsent } from "./words.ts";

/** The parts that several acts are made of. */

/** Tells posts of something, each once, and never the one that did it. */
export function tell(scene: Scene, posts: (PostId | null | undefined)[], kind: NoticeKind): Change["notices"] {
  const others = new Set(posts.filter((post) => post && post !== scene.post));
  return [...others].map((to) => ({ to: to as PostId, kind }));
}

/** The other posts that have a part in the referral now: origin, holder and, once it was sent, the receiver. */
export const partners = (referral: Case): PostId[] =>
  [referral.origin, referral.holder, receiver(referral)].filter((post) => post !== null);

/**
 * What a post sees after its part is over: its own part. The origin keeps seeing the whole, and so does a holder that
 * stays the holder.
 */
export function leaving(referral: Case, post: PostId, holder: PostId): Change["parties"] {
  return post === referral.origin || post === holder ? [] : [{ post, scope: "part" }];
}

/** What a post sees to which the referral goes: the whole, unless consent is gone. The origin always sees the whole. */
export function receiving(
  { referral, find, today }: Pick<Scene, "referral" | "find" | "today">,
  { to, consents = [] }: { to: PostId; consents?: Change["consents"] },
): Change["parties"][number] {
  const hidden = concealed([...referral.consents, ...consents], find(to)?.unit ?? "", today);
  return { post: to, scope: hidden && to !== referral.origin ? "facts" : "whole", until: null };
}

/** Any act of the receiver counts as opening. */
export const opening = <Waiting extends Handover>(waiting: Waiting, { post, today }: Scene): Waiting =>
  post === waiting.to
    ? { ...waiting, state: waiting.state === "sent" ? "opened" : waiting.state, openedOn: waiting.openedOn ?? today }
    : waiting;

/** When the ball falls back to a holder who has not taken it over, the next step has its own short clock. */
export const nextStep = ({ referral, days, today, norm }: Scene): Pick<Case, "nextStepBy"> => ({
  nextStepBy: referral.current ? null : days.add(today, norm.nextStep),
});

export type ConsentAnswer = { name: NameConsent; feedback?: "yes" | "no" | undefined };

/** Oral consent to the name lasts 30 days. */
const oralDays = 30;

/**
 * A consent as it is recorded for a post's unit. Refuses "cannot be asked" where the agreement does not allow it, and of
 * a resident who has taken a yes back: who said no can be asked.
 */
export function recordConsent(scene: Scene, to: PostId, answer: ConsentAnswer): Result<Change["consents"]> {
  const unit = scene.find(to)?.unit;
  if (!unit) return refused("unknown-post", "to");
  const saidNo = scene.referral.consents.some(({ name }) => name === "withdrawn");
  if (answer.name === "cannot_ask" && (saidNo || !scene.service.cannotAskAllowed))
    return refused("cannot-ask", "consent.name");
  const yes = answer.name === "written" || answer.name === "oral";
  // Somebody may know the name already: a yes ends by being withdrawn, which hides the matter.
  if (!yes && covers(consentFor(scene.referral, unit), scene.today)) return refused("withdraw-instead", "consent.name");
  const expiresOn = answer.name === "oral" ? addDays(scene.today, oralDays) : null;
  return ok([{ unit, name: answer.name, recordedOn: scene.today, expiresOn }]);
}

/** What a yes for a unit opens: a discussion with it becomes an ordinary handover, and it sees the matter again. */
export function openedBy(
  scene: Scene,
  unit: UnitId,
  consents: Change["consents"],
): Pick<Change, "handovers" | "parties"> {
  const { referral, find } = scene;
  const { waiting, current, origin } = referral;
  const sees = [receiver(referral), current?.to].filter(
    (post) => !!post && post !== origin && find(post)?.unit === unit,
  );
  return {
    handovers: waiting && find(waiting.to)?.unit === unit ? [{ ...waiting, discussion: false }] : [],
    parties: sees.map((post) => receiving(scene, { to: post as PostId, consents })),
  };
}

/**
 * Is the post one that this referral may be sent to? The agreement's takers of the service, or the origin; never the
 * holder, and never a post that has ended.
 */
export function mayReceive({ referral, takers, find }: Scene, to: PostId): Result<PostId> {
  if (to === referral.holder) return refused("already-there", "to");
  if (!find(to)?.open) return refused("unknown-post", "to");
  return takers.includes(to) || to === referral.origin ? ok(to) : refused("not-a-receiver", "to");
}

/**
 * A new handover from the holder to a post. With a consent that covers its unit it is sent; without one it is a
 * discussion, which the receiver may answer but take over only where the service is open to anonymous people. Giving
 * back to the origin needs no consent: the origin knows the resident.
 */
export function handoverTo(
  scene: Scene,
  { to, agreed = false, consents = [] }: { to: PostId; agreed?: boolean; consents?: Change["consents"] },
): Handover {
  const { referral, today, norm, days, find } = scene;
  const unit = find(to)?.unit ?? "";
  const seq = nextSeq(referral);
  const consent = consents.findLast((each) => each.unit === unit) ?? consentFor(referral, unit);
  return {
    id: scene.newId(referral.id, seq),
    seq,
    from: referral.holder,
    to,
    state: "sent",
    discussion: to !== referral.origin && !covers(consent, today),
    agreed,
    redirectedBy: null,
    deliveredOn: today,
    openedOn: null,
    answerBy: answerBy(norm, today, days, referral.payBy),
    answerLeft: null,
    questionBy: null,
    questions: 0,
    assigned: null,
    identityOn: null,
    acceptedOn: null,
    contactBy: null,
    contactedOn: null,
    holdUntil: null,
    holdFor: null,
    reason: null,
  };
}

export const nextSeq = ({ past, current, waiting }: Case): number =>
  Math.max(0, ...[...past, current, waiting].map((handover) => handover?.seq ?? 0)) + 1;

/** A coded choice that must be one of those offered. */
export function oneOf<Choice extends { code: string }>(
  choices: readonly Choice[],
  code: string,
  field: string,
): Result<Choice> {
  const choice = choices.find((each) => each.code === code);
  return choice ? ok(choice) : refused("unknown-choice", field);
}
