import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mailKinds } from "#lib/referral/notice-mail.ts";
import { day, moment, now, within } from "./columns.ts";
import { person } from "./directory.ts";
import { addedByDoor, adds, changes, here, me, reads, seenByDoor, workedByJobs } from "./predicates.ts";

const own = sql`${here} and person_id = ${me}`;

/**
 * A mail on its way: who gets it, which kind, and what its few words need (a link, codes). Written with the change it tells
 * of, or with the mark on the notices that it tells of; sent by the jobs. Never a word about a resident.
 */
export const mail = pgTable.withRLS(
  "mail",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    /** Whose address it is; null where it goes to nobody of the partnership. */
    personId: uuid("person_id"),
    toAddress: text("to_address").notNull(),
    kind: text().notNull(),
    values: jsonb().$type<Record<string, string>>().notNull(),
    locale: text({ enum: ["da", "en"] }).notNull(),
    at: moment("at").notNull().default(now),
    sentAt: moment("sent_at"),
    /** Why it could not be sent, as a code. */
    failed: text(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("mail_waiting").on(t.at).where(sql`sent_at is null`),
    index("mail_of_person").on(t.partnershipId, t.personId, t.at),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    addedByDoor("mail"),
    seenByDoor("mail"),
    workedByJobs("mail"),
  ],
);

/** The day's digest has been made: nobody gets another on that day. */
export const digest = pgTable.withRLS("digest", { partnershipId: within(), onDay: day("on_day").notNull() }, (t) => [
  primaryKey({ columns: [t.partnershipId, t.onDay] }),
  workedByJobs("digest"),
]);

/** Which mails somebody does not want, and the language of those that they get. Without a row: all of them, in Danish. */
export const mailChoice = pgTable.withRLS(
  "mail_choice",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    off: text().array().notNull(),
    locale: text({ enum: ["da", "en"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    check("off_is_a_kind", sql.raw(`off <@ array[${mailKinds.map((kind) => `'${kind}'`).join(", ")}]`)),
    reads("mail_choice", own),
    adds("mail_choice", own),
    changes("mail_choice", own),
    seenByDoor("mail_choice"),
    workedByJobs("mail_choice"),
  ],
);
