import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { questions } from "#lib/meeting/evaluation.ts";
import { within } from "./columns.ts";
import { person } from "./directory.ts";
import { meeting } from "./meeting.ts";
import { addedByDoor, changedByDoor, removedByDoor, seenByDoor } from "./predicates.ts";

/**
 * How attendees found a meeting. Who has answered, how often each score was given, and what was written stand in three
 * tables that no key joins, and no row of them has a time: whose answer is whose is not kept. The door alone writes and
 * reads them (`door.rate`, `door.ratings`, `door.remarks`).
 */

/** Who has answered, so that nobody answers twice. Forgotten when the next meeting of the series has begun. */
export const meetingAnswered = pgTable.withRLS(
  "meeting_answered",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId, t.personId] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    seenByDoor("meeting_answered"),
    addedByDoor("meeting_answered"),
    removedByDoor("meeting_answered"),
  ],
);

/** How many gave that score. A count and no answer: there is no row that could be somebody's. */
export const meetingRating = pgTable.withRLS(
  "meeting_rating",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    question: text({ enum: questions }).notNull(),
    score: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId, t.question, t.score] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    check("score_on_the_scale", sql`score between 1 and 5`),
    seenByDoor("meeting_rating"),
    addedByDoor("meeting_rating"),
    changedByDoor("meeting_rating"),
    removedByDoor("meeting_rating"),
  ],
);

/** What should have been different: a short clean text, of nobody. It goes a year after the meeting. */
export const meetingRemark = pgTable.withRLS(
  "meeting_remark",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    meetingId: uuid("meeting_id").notNull(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [meeting.partnershipId, meeting.id] }),
    check("remark_is_short", sql`char_length(text) between 1 and 280`),
    seenByDoor("meeting_remark"),
    addedByDoor("meeting_remark"),
    removedByDoor("meeting_remark"),
  ],
);
