import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CaseFacts } from "#lib/meeting/case-facts.ts";
import { questions } from "#lib/meeting/evaluation.ts";
import { day, moment, now, within } from "./columns.ts";
import { person, post, unit } from "./directory.ts";
import {
  addedByDoor,
  adds,
  changedByDoor,
  changes,
  coordinates,
  forgottenByDoor,
  here,
  leads,
  myPosts,
  ofDueReferral,
  partyTo,
  reads,
  removedByDoor,
  removes,
  seenByDoor,
  workedByJobs,
} from "./predicates.ts";
import { referral } from "./referral.ts";

/**
 * The network meeting: called, held, closed; or called and cancelled. Then its rows no longer change; a trigger refuses it. A
 * start or an end that was a mistake is taken back as `lib/meeting/take-back.ts` says.
 */
export const meetingState = pgEnum("meeting_state", ["called", "held", "closed", "cancelled"]);
export const itemKind = pgEnum("meeting_item_kind", ["case", "point"]);

/** Whoever calls the meetings of its series, and the coordinator, who stands in for them. */
export const convened = (meeting: string) => sql`${here} and (${coordinates} or ${leads(meeting)})`;
export const attended = (meeting: string) => sql`${here} and (${coordinates} or door.attends(${sql.raw(meeting)}))`;

export const meeting = pgTable.withRLS(
  "meeting",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    /** The series of the agreement that it belongs to. */
    series: text().notNull(),
    number: integer().notNull(),
    state: meetingState().notNull(),
    onDay: day("on_day").notNull(),
    /** The day it was called for, kept when it begins on another: a start that is taken back gives it back. */
    calledFor: day("called_for"),
    /** When it began first; it stays when that is taken back, since what was shown of the meeting before it was shown then. */
    begunAt: moment("begun_at"),
    startsAt: text("starts_at").notNull(),
    placeUnit: uuid("place_unit").notNull(),
    convenerPost: uuid("convener_post").notNull(),
    /** How often somebody was mailed of its call: the version that calendars keep the latest of. */
    sequence: integer().notNull().default(0),
    /** Open referrals that need no talk, counted when it was held: one line of the minutes. */
    quiet: integer(),
    closedAt: moment("closed_at"),
    /** What whoever came is asked about it, decided when it closed; null before, and where nobody was ever asked. */
    asked: text({ enum: questions }).array(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.series, t.number),
    foreignKey({ columns: [t.partnershipId, t.placeUnit], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.convenerPost], foreignColumns: [post.partnershipId, post.id] }),
    check("starts_at_a_time", sql`starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'`),
    reads("meeting", sql`${here} and (${coordinates} or door.attends(meeting.id) or convener_post = ${myPosts})`),
    adds(
      "meeting",
      sql`${here} and convener_post = ${myPosts} and door.calls(series, convener_post) and state = 'called'`,
    ),
    changes("meeting", sql`${here} and (${coordinates} or convener_post = ${myPosts})`),
    seenByDoor("meeting"),
    changedByDoor("meeting"),
    workedByJobs("meeting"),
  ],
);

/** The posts that are called to it, and whether they came. */
export const meetingPost = pgTable.withRLS(
  "meeting_post",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    postId: uuid("post_id").notNull(),
    attendance: text({ enum: ["present", "apologies", "absent"] }),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId, t.postId] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    reads("meeting_post", attended("meeting_post.meeting_id")),
    adds("meeting_post", sql`${convened("meeting_id")} and door.invitable(meeting_id, post_id)`),
    changes("meeting_post", convened("meeting_id")),
    removes("meeting_post", convened("meeting_id")),
    seenByDoor("meeting_post"),
    workedByJobs("meeting_post"),
  ],
);

/**
 * Whom a mail has called to a meeting to come, and to when and where: whoever holds one of its posts on that day. What is
 * told and what is true are compared, and whoever was told something else gets another mail.
 */
export const meetingTold = pgTable.withRLS(
  "meeting_told",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    personId: uuid("person_id").notNull(),
    onDay: day("on_day").notNull(),
    startsAt: text("starts_at").notNull(),
    placeUnit: uuid("place_unit").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId, t.personId] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.placeUnit], foreignColumns: [unit.partnershipId, unit.id] }),
    seenByDoor("meeting_told"),
    addedByDoor("meeting_told"),
    changedByDoor("meeting_told"),
    removedByDoor("meeting_told"),
  ],
);

/**
 * Somebody who is no party and has no account, invited by mail where the series takes guests (caretakers, at the thematic
 * meeting), and what they were told last; nothing while their mail is not written. Gone when the meeting is closed, or its day is over.
 */
export const meetingGuest = pgTable.withRLS(
  "meeting_guest",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    meetingId: uuid("meeting_id").notNull(),
    address: text().notNull(),
    onDay: day("on_day"),
    startsAt: text("starts_at"),
    placeUnit: uuid("place_unit"),
    /** The convener has taken them off: they are mailed that it does not concern them any more, and go. */
    off: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.meetingId, t.address),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.placeUnit], foreignColumns: [unit.partnershipId, unit.id] }),
    check("address_is_short", sql`char_length(address) <= 200`),
    reads("meeting_guest", sql`${here} and ${leads("meeting_id")}`),
    adds("meeting_guest", sql`${here} and ${leads("meeting_id")} and on_day is null and not off`),
    changes("meeting_guest", sql`${here} and ${leads("meeting_id")}`),
    seenByDoor("meeting_guest"),
    changedByDoor("meeting_guest"),
    removedByDoor("meeting_guest"),
  ],
);

/**
 * A point of the agenda: a case (its facts as they were when the agenda was built, without code, estate or matter) or a
 * point from a party (a short clean title). What was said about it is kept as a coded decision, never as a story.
 */
export const meetingItem = pgTable.withRLS(
  "meeting_item",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    meetingId: uuid("meeting_id").notNull(),
    position: integer().notNull(),
    kind: itemKind().notNull(),
    facts: jsonb().$type<CaseFacts>(),
    title: text(),
    byPost: uuid("by_post"),
    outcome: text({ enum: ["decided", "no_change", "lift"] }),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("meeting_item_of").on(t.partnershipId, t.meetingId, t.position),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.byPost], foreignColumns: [post.partnershipId, post.id] }),
    check("case_or_point", sql`(kind = 'case') = (facts is not null) and (kind = 'point') = (title is not null)`),
    check("title_is_short", sql`char_length(title) <= 120`),
    reads("meeting_item", attended("meeting_item.meeting_id")),
    adds(
      "meeting_item",
      sql`${here} and (${coordinates} or (kind = 'point' and (${leads("meeting_id")} or (by_post = ${myPosts} and door.attends(meeting_id)))))`,
    ),
    changes("meeting_item", convened("meeting_id")),
    removes(
      "meeting_item",
      sql`${here} and (${coordinates} or ${leads("meeting_id")} or (kind = 'point' and by_post = ${myPosts}))`,
    ),
    seenByDoor("meeting_item"),
    workedByJobs("meeting_item"),
  ],
);

/** Which referral a case of a meeting is. Apart, so that it goes with the referral; only its parties and the coordinator know. */
export const meetingCase = pgTable.withRLS(
  "meeting_case",
  {
    partnershipId: within(),
    itemId: uuid("item_id").notNull(),
    referralId: uuid("referral_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.itemId] }),
    index("meeting_case_of_referral").on(t.partnershipId, t.referralId),
    foreignKey({ columns: [t.partnershipId, t.itemId], foreignColumns: [meetingItem.partnershipId, meetingItem.id] }),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    reads(
      "meeting_case",
      sql`${here} and (${coordinates} or ${partyTo("meeting_case.referral_id", ["whole", "facts"])})`,
    ),
    adds("meeting_case", sql`${here} and ${coordinates}`),
    removes("meeting_case", sql`${here} and ${coordinates}`),
    seenByDoor("meeting_case"),
    ...forgottenByDoor("meeting_case", ofDueReferral("meeting_case.referral_id")),
    workedByJobs("meeting_case"),
  ],
);

/** What was decided, who does it and by when. Open ones stand first at the next meeting. */
export const decision = pgTable.withRLS(
  "decision",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    meetingId: uuid("meeting_id").notNull(),
    itemId: uuid("item_id"),
    /** A coded decision of the list in `lib/meeting`, or a short clean text. */
    code: text().notNull(),
    text: text(),
    ownerPost: uuid("owner_post").notNull(),
    dueOn: day("due_on").notNull(),
    decidedOn: day("decided_on").notNull(),
    doneOn: day("done_on"),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("decision_of_meeting").on(t.partnershipId, t.meetingId),
    index("decision_open").on(t.partnershipId, t.ownerPost).where(sql`done_on is null`),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.itemId], foreignColumns: [meetingItem.partnershipId, meetingItem.id] }),
    foreignKey({ columns: [t.partnershipId, t.ownerPost], foreignColumns: [post.partnershipId, post.id] }),
    check("decision_is_short", sql`char_length(text) <= 120`),
    reads("decision", sql`${attended("decision.meeting_id")} or (${here} and owner_post = ${myPosts})`),
    adds("decision", convened("meeting_id")),
    changes("decision", sql`${here} and (${coordinates} or ${leads("meeting_id")} or owner_post = ${myPosts})`),
    removes("decision", convened("meeting_id")),
    seenByDoor("decision"),
    workedByJobs("decision"),
  ],
);

/** The minutes as they were when the meeting closed: what is shown and printed from then on, whatever is renamed. */
export const minutes = pgTable.withRLS(
  "minutes",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    content: jsonb().notNull(),
    closedAt: moment("closed_at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    reads("minutes", attended("minutes.meeting_id")),
    adds("minutes", convened("meeting_id")),
    seenByDoor("minutes"),
    removedByDoor("minutes"),
    workedByJobs("minutes"),
  ],
);
