import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
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
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type PhoneHours, unitKinds } from "#lib/agreement/parties.ts";
import { account } from "./account.ts";
import { day, door, moment, now, within } from "./columns.ts";
import {
  addedByDoor,
  adds,
  administers,
  adopts,
  begunByDoor,
  changedByDoor,
  changes,
  here,
  listedByDoor,
  me,
  myPeople,
  myPosts,
  myUnits,
  reads,
  removedByDoor,
  removes,
  seenByDoor,
  workedByJobs,
} from "./predicates.ts";

/**
 * Who there is: units, functions, posts, people. Everybody in the partnership may read it. The administrator changes it;
 * a leader changes who holds the posts of their own units, as far as nobody needs to confirm it (`door.may_give`). Names
 * are data with dates, never code; renaming keeps the id.
 */
const forMembers = (name: string) => [reads(name, here), seenByDoor(name), workedByJobs(name)];
const byAdministrator = sql`${here} and ${administers}`;
const keptByAdministrator = (name: string) => [adds(name, byAdministrator), changes(name, byAdministrator)];
/** A post of the units that I lead, on either side. */
const ofMyUnits = (post: string) => sql`${sql.raw(post)} = ${myUnits}`;

const isKey = sql`key ~ '^[a-z0-9][a-z0-9.-]{0,79}$'`;

export const unitKind = pgEnum("unit_kind", unitKinds);

export const unit = pgTable.withRLS(
  "unit",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    /** How a file names it, for as long as there is one. A trigger gives it where nobody says it. */
    key: text().notNull().default(""),
    kind: unitKind().notNull(),
    parentId: uuid("parent_id"),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.key),
    check("unit_key_is_one", isKey),
    foreignKey({ columns: [t.partnershipId, t.parentId], foreignColumns: [t.partnershipId, t.id] }),
    ...forMembers("unit"),
    ...keptByAdministrator("unit"),
    begunByDoor("unit"),
    /** Where it belongs, once a second administrator has confirmed it: the only column that the door may write. */
    changedByDoor("unit"),
  ],
);

/** What a unit is called from a day on, until the next name. */
export const unitName = pgTable.withRLS(
  "unit_name",
  {
    partnershipId: within(),
    unitId: uuid("unit_id").notNull(),
    validFrom: day("valid_from").notNull(),
    name: text().notNull(),
    short: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.unitId, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    ...forMembers("unit_name"),
    ...keptByAdministrator("unit_name"),
    begunByDoor("unit_name"),
  ],
);

/** A function of the agreement, by its code, with its duties. */
export const function_ = pgTable.withRLS(
  "function",
  {
    partnershipId: within(),
    code: text().notNull(),
    duties: text().array().notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.code] }),
    /** What a function is there for is the agreement's, which nobody changes alone: the rows follow a version that was adopted. */
    ...forMembers("function"),
    begunByDoor("function"),
    listedByDoor("function", "code"),
    changedByDoor("function"),
  ],
);

export const functionName = pgTable.withRLS(
  "function_name",
  {
    partnershipId: within(),
    function: text().notNull(),
    validFrom: day("valid_from").notNull(),
    da: text().notNull(),
    en: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.function, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.function], foreignColumns: [function_.partnershipId, function_.code] }),
    ...forMembers("function_name"),
    begunByDoor("function_name"),
    listedByDoor("function_name", "function"),
    changedByDoor("function_name"),
  ],
);

/**
 * One function in one unit. Posts send, receive, hold and see; people hold posts. Telephone and mail are the work's.
 * `checkedOn` is when somebody last said that its entry in the contact scheme is right.
 */
export const post = pgTable.withRLS(
  "post",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    key: text().notNull().default(""),
    unitId: uuid("unit_id").notNull(),
    function: text().notNull(),
    phone: text(),
    mail: text(),
    hours: jsonb().$type<PhoneHours>(),
    checkedOn: day("checked_on"),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
    successorId: uuid("successor_id"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.unitId, t.function),
    unique().on(t.partnershipId, t.key),
    check("post_key_is_one", isKey),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.function], foreignColumns: [function_.partnershipId, function_.code] }),
    foreignKey({ columns: [t.partnershipId, t.successorId], foreignColumns: [t.partnershipId, t.id] }),
    ...forMembers("post"),
    adds("post", byAdministrator),
    begunByDoor("post"),
    /** Whoever holds it keeps its telephone, hours and check; the rest is the administrator's, which a trigger holds. */
    changes("post", sql`${here} and (${administers} or id = ${myPosts} or ${ofMyUnits("id")})`),
  ],
);

/** A colleague, never a resident. Whoever has left signs in no more, and stays as a name in what they did. */
export const person = pgTable.withRLS(
  "person",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    name: text().notNull(),
    phone: text(),
    mail: text(),
    leftOn: day("left_on"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.accountId),
    ...forMembers("person"),
    /** Only an invitation makes one, with its account. */
    addedByDoor("person"),
    changes("person", sql`${here} and (id = ${me} or id = ${myPeople})`),
    /** Whoever had left comes back once a second person has confirmed the post; a newcomer who is refused never came. */
    changedByDoor("person"),
  ],
);

export const holdingKind = pgEnum("holding_kind", ["holder", "deputy"]);

/** Who holds a post, or stands in while its holders are away. */
export const holding = pgTable.withRLS(
  "holding",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    postId: uuid("post_id").notNull(),
    kind: holdingKind().notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.postId, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    ...forMembers("holding"),
    adds("holding", sql`${here} and door.may_give(person_id, post_id)`),
    /** Ended by whoever has power over the person, begun again by whoever may give it, which a trigger holds. */
    changes(
      "holding",
      sql`${here} and (person_id = ${me} or person_id = ${myPeople} or (valid_to < (select door.today()) and door.may_give(person_id, post_id)))
        and (${administers} or ${ofMyUnits("post_id")})`,
      sql`${here} and (${administers} or ${ofMyUnits("post_id")})`,
    ),
    /** What a second person has confirmed. */
    pgPolicy("holding_door_add", { for: "insert", to: door, withCheck: sql`true` }),
    changedByDoor("holding"),
  ],
);

/** What became of a request for a post: a second person's yes or no, or whoever asked took it back. */
export const requestOutcome = pgEnum("request_outcome", ["confirmed", "refused", "withdrawn"]);

/**
 * A post that is to be given to somebody and is not yet: its leader asked, and an administrator who is neither of the two
 * confirms it. Nothing counts it before that, since it is no holding. Written by the door alone.
 */
export const holdingRequest = pgTable.withRLS(
  "holding_request",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    personId: uuid("person_id").notNull(),
    postId: uuid("post_id").notNull(),
    kind: holdingKind().notNull(),
    validFrom: day("valid_from").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: moment("asked_at").notNull().default(now),
    outcome: requestOutcome(),
    answeredBy: uuid("answered_by"),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.askedBy], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.answeredBy], foreignColumns: [person.partnershipId, person.id] }),
    uniqueIndex("holding_request_waits").on(t.partnershipId, t.personId, t.postId).where(sql`outcome is null`),
    check("nobody_asks_for_themselves", sql`asked_by <> person_id`),
    check(
      "a_second_person_answers",
      sql`(outcome is null) = (answered_by is null) and (answered_by is null) = (answered_at is null)
        and (outcome is null or (outcome = 'withdrawn') = (answered_by = asked_by))
        and (outcome is distinct from 'confirmed' or answered_by <> person_id)`,
    ),
    reads("holding_request", sql`${here} and (${administers} or asked_by = ${me} or ${ofMyUnits("post_id")})`),
    addedByDoor("holding_request"),
    seenByDoor("holding_request"),
    changedByDoor("holding_request"),
    removedByDoor("holding_request"),
  ],
);

const ofMine = sql`${here} and (person_id = ${me} or person_id = ${myPeople})`;

/** A person is away from a day to a day; why is nobody's business. */
export const absence = pgTable.withRLS(
  "absence",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    fromDay: day("from_day").notNull(),
    toDay: day("to_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.fromDay] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    ...forMembers("absence"),
    adds("absence", ofMine),
    changes("absence", ofMine),
    removes("absence", ofMine),
  ],
);

/** Whether a post takes in for a service: `full` until a day for what is not statutory, `slow` for what is. */
export const capacityState = pgEnum("capacity_state", ["full", "slow"]);

/** Said in one click, seen before somebody sends, over by itself when its day has passed. */
export const capacity = pgTable.withRLS(
  "capacity",
  {
    partnershipId: within(),
    postId: uuid("post_id").notNull(),
    service: text().notNull(),
    state: capacityState().notNull(),
    untilDay: day("until_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.postId, t.service] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    ...forMembers("capacity"),
    adds("capacity", sql`${here} and (post_id = ${myPosts} or ${ofMyUnits("post_id")})`),
    changes("capacity", sql`${here} and (post_id = ${myPosts} or ${ofMyUnits("post_id")})`),
    removes("capacity", sql`${here} and (post_id = ${myPosts} or ${ofMyUnits("post_id")})`),
  ],
);

/**
 * One version of the agreement, whole. A referral keeps the version it was logged under. After the first, each was adopted
 * by a post of Boligsocialt Forum at a meeting, and governs from its day on.
 */
export const agreement = pgTable.withRLS(
  "agreement",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    number: integer().notNull(),
    validFrom: day("valid_from").notNull(),
    content: jsonb().$type<AgreementContent>().notNull(),
    adoptedBy: uuid("adopted_by"),
    meetingOn: day("meeting_on"),
    adoptedOn: day("adopted_on"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.number),
    foreignKey({ columns: [t.partnershipId, t.adoptedBy], foreignColumns: [post.partnershipId, post.id] }),
    ...forMembers("agreement"),
    /** Who prepares a version does not adopt it. */
    adds("agreement", sql`${here} and ${adopts} and not ${administers} and adopted_by = ${myPosts}`),
  ],
);

/**
 * A revision on its way: the administrator prepares it, Boligsocialt Forum reads it once it is `proposed`, and adopts it or
 * gives it back, on `returnedOn`. One at a time. `basedOn` is null for the first edition, before anything is agreed.
 * `commentsUntil`: the last day on which Boligsocialt Forum writes comments on what is proposed.
 */
export const agreementDraft = pgTable.withRLS(
  "agreement_draft",
  {
    partnershipId: within().primaryKey(),
    basedOn: uuid("based_on"),
    content: jsonb().$type<AgreementContent>().notNull(),
    proposed: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    savedAt: moment("saved_at").notNull().default(now),
    returnedOn: day("returned_on"),
    commentsUntil: day("comments_until"),
  },
  (t) => [
    foreignKey({ columns: [t.partnershipId, t.basedOn], foreignColumns: [agreement.partnershipId, agreement.id] }),
    reads("agreement_draft", sql`${here} and (${administers} or (${adopts} and proposed))`),
    adds("agreement_draft", byAdministrator),
    changes("agreement_draft", byAdministrator),
    seenByDoor("agreement_draft"),
    /** Giving it back is all that the forum changes. */
    changedByDoor("agreement_draft"),
    removes("agreement_draft", sql`${here} and (${administers} or (${adopts} and proposed))`),
  ],
);

/** The proposal is still open to comments. */
const commentable =
  sql.raw(`exists (select 1 from agreement_draft d where d.partnership_id = agreement_comment.partnership_id
        and d.proposed and d.comments_until >= (app_now() at time zone 'Europe/Copenhagen')::date)`);

/**
 * What Boligsocialt Forum says of a proposal before its day: a short text that names nobody, read by both, changed by nobody
 * and taken back by whoever wrote it. It goes with the draft, when that is adopted or thrown away.
 */
export const agreementComment = pgTable.withRLS(
  "agreement_comment",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    personId: uuid("person_id").notNull(),
    postId: uuid("post_id").notNull(),
    text: text().notNull(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId], foreignColumns: [agreementDraft.partnershipId] }).onDelete("cascade"),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    check("comment_is_short", sql`char_length(text) between 1 and 500`),
    reads("agreement_comment", sql`${here} and (${administers} or ${adopts})`),
    /** While the proposal is there to be commented on, and as the post of Boligsocialt Forum that one has. */
    adds(
      "agreement_comment",
      sql`${here} and ${adopts} and not ${administers} and person_id = ${me} and post_id = ${myPosts} and exists (
        select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = agreement_comment.partnership_id and p.id = agreement_comment.post_id
          and 'forum' = any (f.duties)) and ${commentable}`,
    ),
    removes("agreement_comment", sql`${here} and ${adopts} and person_id = ${me} and ${commentable}`),
  ],
);
