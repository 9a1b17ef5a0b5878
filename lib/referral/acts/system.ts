import { withoutConsent } from "#lib/agreement/agreement.ts";
import { latest } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { ball, consentFor, covers, type Handover, type PostId, stateOn } from "../case.ts";
import { type Change, noChange } from "../change.ts";
import { type Reminder, remindersOf } from "../reminders.ts";
import type { Scene } from "../rule.ts";
import { leaving, nextStep, partners, receiving, tell } from "../step.ts";

/** What happens without a person: done by the jobs, never by the app. */

/**
 * A unit or post ends or merges: the one move without acceptance. Everything that lies with the post, waits for it or
 * came from it goes to its successor. What would then wait for its own holder is withdrawn. A consent was given for one
 * unit: what waits for a successor in a unit without one becomes a discussion.
 */
export function succeed(scene: Scene, { ending, successor }: { ending: PostId; successor: PostId }): Result<Change> {
  const { referral, find, today } = scene;
  if (referral.status !== "open") return refused("not-now");
  const { waiting, current, origin, holder } = referral;
  if (![waiting?.to, waiting?.from, current?.to, origin, holder].includes(ending)) return refused("not-now");
  const moved = (post: PostId) => (post === ending ? successor : post);
  const next = { origin: moved(origin), holder: moved(holder) };
  const stays: Handover[] = current ? [{ ...current, to: moved(current.to), from: moved(current.from) }] : [];
  const pointless = waiting !== null && moved(waiting.to) === next.holder;
  const covered = covers(consentFor(referral, find(successor)?.unit ?? ""), today);
  const received = waiting && {
    ...waiting,
    to: moved(waiting.to),
    from: moved(waiting.from),
    ...(waiting.to === ending ? { assigned: null, discussion: successor !== next.origin && !covered } : {}),
  };
  const after = { ...referral, ...next, waiting: pointless ? null : received };
  const waits: Handover[] = received && pointless ? [{ ...received, state: "withdrawn", questionBy: null }] : [];
  const heir = receiving({ ...scene, referral: after }, { to: successor });
  return ok({
    ...noChange,
    referral: { ...next, ...(pointless ? nextStep(scene) : {}), ...(holder === ending ? { assigned: null } : {}) },
    handovers: [...stays, ...(received && !pointless ? [received] : waits)],
    // A proposed receiver sees nothing, and neither does its successor.
    parties: [{ post: ending, scope: "none" }, ...(partners(after).includes(successor) ? [heir] : [])],
    event: { handover: (waiting ?? current)?.id ?? null, reason: null, details: { from: ending, to: successor } },
    notices: tell(scene, partners(after), "succeeded"),
  });
}

/**
 * Oral consent has run out: what waits on it is taken back, and what is taken over keeps its place with the matter
 * hidden until a new consent.
 */
export function expireConsent(scene: Scene): Result<Change> {
  const { referral, find, today } = scene;
  if (referral.status !== "open") return refused("not-now");
  const { waiting, current, origin } = referral;
  const ranOut = (post: PostId) => {
    const consent = consentFor(referral, find(post)?.unit ?? "");
    return consent?.name === "oral" && !covers(consent, today);
  };
  const takenBack =
    waiting && waiting.state !== "proposed" && waiting.to !== origin && ranOut(waiting.to) ? waiting : null;
  const hidden = current && current.to !== origin && ranOut(current.to) ? current : null;
  if (!takenBack && !hidden) return refused("not-now");
  return ok({
    ...noChange,
    referral: takenBack ? nextStep(scene) : {},
    handovers: takenBack ? [{ ...takenBack, state: "withdrawn", questionBy: null, reason: withoutConsent }] : [],
    // Said once: the unit's newest answer is no longer a yes that ran out.
    consents: [...new Set([takenBack, hidden].flatMap((each) => (each ? [find(each.to)?.unit ?? ""] : [])))].map(
      (unit) => ({ unit, name: "not_yet", recordedOn: today, expiresOn: null }),
    ),
    parties: [
      ...(takenBack ? leaving(referral, takenBack.to, referral.holder) : []),
      ...(hidden ? [{ post: hidden.to, scope: "facts" as const }] : []),
    ],
    event: { handover: (takenBack ?? hidden)?.id ?? null, reason: withoutConsent, details: { expired: true } },
    deleteNote: true,
    notices: tell(scene, partners(referral), takenBack ? "withdrawn" : "consent"),
  });
}

/**
 * The day until which a hold lasts has passed: it is taken over again, and looked at on the next working day unless its
 * holder named a later one. A first contact that fell due meanwhile is due then too: who waits for something agreed is not
 * late with it.
 */
export function endHold(scene: Scene): Result<Change> {
  const { referral, days, today } = scene;
  const { current, followUpOn } = referral;
  if (current?.state !== "on_hold" || !current.holdUntil || stateOn(current, today) === "on_hold")
    return refused("not-now");
  const lookAt = days.add(current.holdUntil, 1);
  const contactBy = current.contactBy && latest(current.contactBy, lookAt);
  return ok({
    ...noChange,
    referral: { followUpOn: followUpOn && followUpOn > current.holdUntil ? followUpOn : lookAt },
    handovers: [{ ...current, state: "accepted", holdUntil: null, holdFor: null, contactBy }],
    event: { handover: current.id, reason: null, details: {} },
    notices: tell(scene, [current.to], "hold_over"),
  });
}

/** Somebody is told without a change to it: the day that it was last touched stays. */
const untouched = ({ referral }: Scene): Pick<Change, "referral"> => ({ referral: { touchedOn: referral.touchedOn } });

/**
 * The first reminder of its clock that is due and was not given: to the post that must act, and at last to whoever leads it.
 * A housing organisation's leader sees counts only: there nobody else is told, and the next agenda begins with it.
 */
export function remindOfClock(scene: Scene, { told }: { told: readonly Reminder[] }): Result<Change> {
  const { referral, service, days, today, leadersOf } = scene;
  const post = ball(referral);
  const given = ({ step, due, handover }: Reminder) =>
    told.some((each) => each.step === step && each.due === due && each.handover === handover);
  const reminder = remindersOf(referral, { today, days, escalation: service.norm.escalation }).find(
    (each) => !given(each),
  );
  if (!post || !reminder) return refused("not-now");
  const { step, due, handover } = reminder;
  const notices = tell(
    scene,
    step === "late_leader" ? leadersOf(post).filter((leader) => leader !== post) : [post],
    step,
  );
  if (notices.length === 0) return refused("not-now");
  return ok({
    ...noChange,
    ...untouched(scene),
    event: { handover, reason: null, details: { step, due } },
    notices,
  });
}

/**
 * "Er det vigtige journaliseret?" is not answered: the last holder is reminded, later the unit's leader is told with it. A
 * housing organisation's leader sees counts only, so there the holder alone is told again.
 */
export function remindOfText(scene: Scene, { step }: { step: "remind" | "leader" }): Result<Change> {
  const { referral, leadersOf, talk } = scene;
  if (referral.status !== "closed" || !talk?.text) return refused("not-now");
  const leaders = step === "leader" ? leadersOf(referral.holder) : [];
  return ok({
    ...noChange,
    ...untouched(scene),
    event: { handover: null, reason: null, details: { step } },
    notices: [
      ...tell(scene, [referral.holder], "journal"),
      ...tell(
        scene,
        leaders.filter((post) => post !== referral.holder),
        "journal_leader",
      ),
    ],
  });
}

/** It goes in 30 days. The origin alone still sees it so long after closing, and is told. */
export function warnOfEnd(scene: Scene): Result<Change> {
  const { referral } = scene;
  if (referral.status === "open") return refused("not-now");
  return ok({
    ...noChange,
    ...untouched(scene),
    event: { handover: null, reason: null, details: {} },
    notices: tell(scene, [referral.origin], "going"),
  });
}
