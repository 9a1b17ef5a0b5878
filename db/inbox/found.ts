import type { Day } from "#lib/calendar/day.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import type { CurrentState, WaitingState } from "#lib/referral/words.ts";

/** One open referral with what waits and what is taken over, each column of its own: the driver reads that fastest. */
export type Found = {
  code: string;
  service: string;
  urgent: boolean;
  origin: PostId;
  holder: PostId;
  heldSince: Day;
  assigned: PersonId | null;
  nextStepBy: Day | null;
  followUpOn: Day | null;
  touchedOn: Day;
  loggedOn: Day;
  dueOn: Day | null;
  waitingId: string | null;
  waitingState: WaitingState;
  waitingTo: PostId;
  waitingAssigned: PersonId | null;
  redirectedBy: PostId | null;
  deliveredOn: Day | null;
  answerBy: Day | null;
  questionBy: Day | null;
  discussion: boolean | null;
  agreed: boolean | null;
  currentId: string | null;
  currentState: CurrentState;
  acceptedOn: Day | null;
  contactBy: Day | null;
  contactedOn: Day | null;
  holdUntil: Day | null;
  holdFor: string | null;
};

/** What is read of it: the referral as `r`, what waits as `w`, what is taken over as `c`. */
export const columns = `r.code, r.service, r.urgent, r.origin_post as origin, r.holder_post as holder,
  r.held_since as "heldSince", r.assigned, r.next_step_by as "nextStepBy", r.follow_up_on as "followUpOn",
  r.touched_on as "touchedOn", r.logged_on as "loggedOn", r.due_on as "dueOn",
  w.id as "waitingId", w.state as "waitingState", w.to_post as "waitingTo", w.assigned as "waitingAssigned",
  w.redirected_by as "redirectedBy", w.delivered_on as "deliveredOn", w.answer_by as "answerBy",
  w.question_by as "questionBy", w.discussion, w.agreed,
  c.id as "currentId", c.state as "currentState", c.accepted_on as "acceptedOn", c.contact_by as "contactBy",
  c.contacted_on as "contactedOn", c.hold_until as "holdUntil", c.hold_for as "holdFor"`;

/** The same as the rules look at it. Named one by one: a list does this for every row. */
export const standingOf = (found: Found) => ({
  status: "open" as const,
  holder: found.holder,
  nextStepBy: found.nextStepBy,
  followUpOn: found.followUpOn,
  touchedOn: found.touchedOn,
  waiting: found.waitingId
    ? {
        id: found.waitingId,
        state: found.waitingState,
        to: found.waitingTo,
        answerBy: found.answerBy,
        questionBy: found.questionBy,
      }
    : null,
  current: found.currentId
    ? {
        id: found.currentId,
        state: found.currentState,
        contactBy: found.contactBy,
        contactedOn: found.contactedOn,
        holdUntil: found.holdUntil,
      }
    : null,
});
