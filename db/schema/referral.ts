import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { eventNames } from "#lib/referral/acts.ts";
import { handoverStates, scopes, statuses } from "#lib/referral/words.ts";
import { day, door, madeId, moment, now, within, xid } from "./columns.ts";
import { agreement, person, post } from "./directory.ts";
import {
  acting,
  adds,
  changedByDoor,
  changes,
  coordinates,
  dueReferral,
  forgottenByDoor,
  hearsOfEvent,
  hearsOfHandover,
  hearsOfReferral,
  here,
  inHand,
  lasting,
  led,
  me,
  myPosts,
  ofDueReferral,
  openToMe,
  overseen,
  overseenPosts,
  overseesPartyTo,
  partyTo,
  reads,
  removes,
  seenByDoor,
  workedByJobs,
  writes,
} from "./predicates.ts";

/** The facts of a referral: what its parties, the coordinator and a leader may see. Matter stands in `matter.ts`. */

export const referralStatus = pgEnum("referral_status", statuses);
export const handoverState = pgEnum("handover_state", handoverStates);
export const scope = pgEnum("scope", scopes);
export const eventAct = pgEnum("event_act", eventNames);

const refers = sql.raw("(select door.has_duty('refer'))");
// Asked of the one row whose code was told, and of no other.
const namedByLeader = sql`case when code = nullif(current_setting('app.code', true), '') then origin_post = any (door.led()) end`;

export const referral = pgTable.withRLS(
  "referral",
  {
    partnershipId: within(),
    id: uuid().notNull().default(madeId),
    code: text().notNull(),
    agreementId: uuid("agreement_id").notNull(),
    service: text().notNull(),
    status: referralStatus().notNull(),
    originPost: uuid("origin_post").notNull(),
    holderPost: uuid("holder_post").notNull(),
    waitingId: uuid("waiting_id"),
    currentId: uuid("current_id"),
    assigned: uuid(),
    urgent: boolean().notNull(),
    onAgenda: boolean("on_agenda").notNull().default(false),
    nextStepBy: day("next_step_by"),
    followUpOn: day("follow_up_on"),
    /** The day by which whoever has the ball must act, as `dueOn` computes it. */
    dueOn: day("due_on"),
    loggedOn: day("logged_on").notNull(),
    heldSince: day("held_since").notNull(),
    touchedOn: day("touched_on").notNull(),
    closedOn: day("closed_on"),
    closedBy: text("closed_by", { enum: ["complete", "close"] }),
    /** Number of its latest event. */
    events: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.code),
    foreignKey({ columns: [t.partnershipId, t.agreementId], foreignColumns: [agreement.partnershipId, agreement.id] }),
    foreignKey({ columns: [t.partnershipId, t.originPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.holderPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.assigned], foreignColumns: [person.partnershipId, person.id] }),
    index("referral_held").on(t.partnershipId, t.holderPost, t.dueOn).where(sql`status = 'open'`),
    index("referral_logged").on(t.partnershipId, t.originPost, t.touchedOn).where(sql`status = 'open'`),
    index("referral_open").on(t.partnershipId, t.dueOn).where(sql`status = 'open'`),
    index("referral_ended").on(t.partnershipId, t.holderPost, t.closedOn).where(sql`status <> 'open'`),
    check("closed_has_a_day", sql`(status = 'open') = (closed_on is null)`),
    check("closed_holds_nothing", sql`status = 'open' or (waiting_id is null and current_id is null)`),
    reads(
      "referral",
      // What holds for a whole list first, then the commonest reason: PostgreSQL asks for the others only where neither does.
      sql`${here} and ((status = 'open' and ${coordinates})
        or ${partyTo("referral.id", ["whole", "facts", "part"], hearsOfReferral)} or (origin_post = ${myPosts} and holder_post = origin_post)
        or ${overseesPartyTo("referral.id", hearsOfReferral)} or (${namedByLeader}))`,
    ),
    adds("referral", sql`${here} and origin_post = ${myPosts} and holder_post = origin_post and ${refers}`),
    changes("referral", sql`${here} and ${writes("referral.id")}`, here),
    seenByDoor("referral"),
    changedByDoor("referral"),
    ...forgottenByDoor("referral", dueReferral),
    workedByJobs("referral"),
  ],
);

export const handover = pgTable.withRLS(
  "handover",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    referralId: uuid("referral_id").notNull(),
    seq: integer().notNull(),
    fromPost: uuid("from_post").notNull(),
    toPost: uuid("to_post").notNull(),
    state: handoverState().notNull(),
    discussion: boolean().notNull(),
    agreed: boolean().notNull(),
    redirectedBy: uuid("redirected_by"),
    deliveredOn: day("delivered_on"),
    openedOn: day("opened_on"),
    answerBy: day("answer_by"),
    answerLeft: integer("answer_left"),
    questionBy: day("question_by"),
    questions: integer().notNull().default(0),
    assigned: uuid(),
    identityOn: day("identity_on"),
    acceptedOn: day("accepted_on"),
    contactBy: day("contact_by"),
    contactedOn: day("contacted_on"),
    holdUntil: day("hold_until"),
    holdFor: text("hold_for"),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.referralId, t.seq),
    unique().on(t.partnershipId, t.referralId, t.id),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    foreignKey({ columns: [t.partnershipId, t.fromPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.toPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.redirectedBy], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.assigned], foreignColumns: [person.partnershipId, person.id] }),
    uniqueIndex("handover_one_waiting")
      .on(t.partnershipId, t.referralId)
      .where(sql`state in ('proposed', 'sent', 'opened', 'asked')`),
    uniqueIndex("handover_one_current").on(t.partnershipId, t.referralId).where(sql`state in ('accepted', 'on_hold')`),
    index("handover_inbox").on(t.partnershipId, t.toPost, t.answerBy).where(sql`state in ('sent', 'opened', 'asked')`),
    check(
      "handover_goes_somewhere",
      sql`from_post <> to_post or state in ('withdrawn', 'accepted', 'on_hold', 'passed_on', 'completed', 'voided')`,
    ),
    check("hold_has_an_end", sql`(state = 'on_hold') <= (hold_until is not null)`),
    reads(
      "handover",
      // A part is what came to one's own post. A proposed receiver knows nothing, and a step undone never was.
      sql`${here} and (${openToMe("handover.referral_id")} or ${partyTo(
        "handover.referral_id",
        ["whole", "facts", "part"],
        ` and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone')))${hearsOfHandover}`,
      )}
        or (array[to_post, from_post] && ${overseenPosts} and state not in ('proposed', 'undone')
          and ${overseesPartyTo("handover.referral_id", hearsOfHandover)})
        or handover.referral_id = ${inHand})`,
    ),
    adds("handover", sql`${here} and ${writes("referral_id")}`),
    changes("handover", sql`${here} and ${writes("referral_id")}`),
    seenByDoor("handover"),
    changedByDoor("handover"),
    ...forgottenByDoor("handover", ofDueReferral("handover.referral_id")),
    workedByJobs("handover"),
  ],
);

/**
 * One act, one event, never changed: who, as which post, what the post was called then, when, what, and the coded
 * reason. It comes before what the act changes: triggers compare that with it, column by column. `before` lets an undo
 * restore what the act changed.
 */
export const event = pgTable.withRLS(
  "event",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    referralId: uuid("referral_id").notNull(),
    seq: integer().notNull(),
    handoverId: uuid("handover_id"),
    at: moment("at").notNull().default(now),
    act: eventAct().notNull(),
    /** Null for what the system does. */
    personId: uuid("person_id"),
    postId: uuid("post_id"),
    postName: text("post_name"),
    reason: text(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Written by the database alone, as the transaction is: what the act is about to change, and what it was. */
    before: jsonb(),
    tx: xid("tx"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.referralId, t.seq),
    unique().on(t.partnershipId, t.referralId, t.id),
    index("event_of_person").on(t.partnershipId, t.personId, t.at),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    foreignKey({
      columns: [t.partnershipId, t.referralId, t.handoverId],
      foreignColumns: [handover.partnershipId, handover.referralId, handover.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    /** Somebody's part: what they did, what became of what came to them, and who took it over from them. */
    reads(
      "event",
      sql`${here} and ${partyTo(
        "event.referral_id",
        ["whole", "facts", "part"],
        ` and (mine.scope <> 'part'${hearsOfEvent}
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from door.my_received h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id)))`,
      )}`,
    ),
    adds(
      "event",
      sql`${here} and person_id = ${me} and (post_id = ${myPosts} or (act in ('void', 'approve') and post_id = ${led}))
        and ${writes("referral_id")}`,
    ),
    seenByDoor("event"),
    /** Somebody who has left hands over what they followed, though whoever does it for them sees none of it. */
    pgPolicy("event_door_add", { for: "insert", to: door, withCheck: sql`true` }),
    ...forgottenByDoor("event", ofDueReferral("event.referral_id")),
    workedByJobs("event"),
  ],
);

/** What each post may see of a referral: what the policies read, and the timeline's cast list. */
export const party = pgTable.withRLS(
  "party",
  {
    partnershipId: within(),
    referralId: uuid("referral_id").notNull(),
    postId: uuid("post_id").notNull(),
    scope: scope().notNull(),
    /** The last day it holds; without one, to the end. */
    until: day("until"),
    /** May see progress and outcome: everybody but an origin without consent to feedback. */
    seesResult: boolean("sees_result").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.referralId, t.postId] }),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    index("party_of_post").on(t.partnershipId, t.postId, t.referralId),
    reads(
      "party",
      sql`${here} and (((post_id = ${myPosts} or post_id = ${overseen}) and scope <> 'none' and ${lasting})
        or ${writes("referral_id")})`,
    ),
    adds("party", sql`${here} and ${writes("referral_id")}`),
    changes("party", sql`${here} and ${writes("referral_id")}`, here),
    seenByDoor("party"),
    ...forgottenByDoor("party", ofDueReferral("party.referral_id")),
    workedByJobs("party"),
  ],
);

export const resultKind = pgEnum("result_kind", ["progress", "outcome", "means", "reason"]);

/**
 * How it goes and how it went, apart from the facts: of what others did, the origin reads it only with consent to
 * feedback.
 */
export const result = pgTable.withRLS(
  "result",
  {
    partnershipId: within(),
    id: uuid().notNull().default(madeId),
    referralId: uuid("referral_id").notNull(),
    eventId: uuid("event_id").notNull(),
    kind: resultKind().notNull(),
    code: text().notNull(),
    onDay: day("on_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("result_of_referral").on(t.partnershipId, t.referralId),
    foreignKey({
      columns: [t.partnershipId, t.referralId, t.eventId],
      foreignColumns: [event.partnershipId, event.referralId, event.id],
    }),
    reads(
      "result",
      sql`${here} and ${partyTo(
        "result.referral_id",
        ["whole", "facts"],
        ` and (mine.sees_result or exists (select 1 from event own where own.partnership_id = result.partnership_id
          and own.id = result.event_id and own.post_id = mine.post_id))`,
      )}`,
    ),
    adds(
      "result",
      sql`${here} and ${writes("referral_id")}
        and ${acting("referral_id", { event: "result.event_id", acts: ["progress", "complete", "close", "return"] })}`,
    ),
    /** An undo takes along what it undoes. */
    removes("result", sql`${here} and event_id = door.taken_back(referral_id)`),
    seenByDoor("result"),
    ...forgottenByDoor("result", ofDueReferral("result.referral_id")),
    workedByJobs("result"),
  ],
);
