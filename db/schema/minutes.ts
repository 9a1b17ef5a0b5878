import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, moment, now, within } from "./columns.ts";
import { attended, convened, meeting, minutes } from "./meeting.ts";
import { adds, reads, seenByDoor } from "./predicates.ts";

/** What follows on minutes once they are written. Both are only ever added to; a trigger says until when. */

/** A short clean text that puts minutes right, until they are approved. What was written first stays as it was. */
export const minutesCorrection = pgTable.withRLS(
  "minutes_correction",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    meetingId: uuid("meeting_id").notNull(),
    text: text().notNull(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("minutes_correction_of").on(t.partnershipId, t.meetingId, t.at),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [minutes.partnershipId, minutes.meetingId] }),
    check("correction_is_short", sql`char_length(text) between 1 and 280`),
    reads("minutes_correction", attended("minutes_correction.meeting_id")),
    adds("minutes_correction", convened("meeting_id")),
    seenByDoor("minutes_correction"),
  ],
);

/** At which later meeting of the series minutes were approved: its number and day as they were. */
export const minutesApproval = pgTable.withRLS(
  "minutes_approval",
  {
    partnershipId: within(),
    meetingId: uuid("meeting_id").notNull(),
    atMeeting: uuid("at_meeting").notNull(),
    number: integer().notNull(),
    onDay: day("on_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.meetingId] }),
    foreignKey({ columns: [t.partnershipId, t.meetingId], foreignColumns: [minutes.partnershipId, minutes.meetingId] }),
    foreignKey({ columns: [t.partnershipId, t.atMeeting], foreignColumns: [meeting.partnershipId, meeting.id] }),
    reads("minutes_approval", attended("minutes_approval.meeting_id")),
    adds("minutes_approval", convened("meeting_id")),
    seenByDoor("minutes_approval"),
  ],
);
