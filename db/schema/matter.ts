import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { contacts, nameConsents } from "#lib/referral/words.ts";
import { day, madeId, moment, now, within } from "./columns.ts";
import { unit } from "./directory.ts";
import {
  acting,
  adds,
  askedOfMe,
  forgottenByDoor,
  hearsOfMessage,
  here,
  keeps,
  myPosts,
  ofDueReferral,
  partyTo,
  reads,
  removedByDoor,
  removes,
  seenByDoor,
  workedByJobs,
  writes,
} from "./predicates.ts";
import { event, handover, referral } from "./referral.ts";

/** The matter of a referral: what is seen of the resident's situation. Only parties with the whole read it. */

export const contact = pgEnum("contact", contacts);
export const nameConsent = pgEnum("name_consent", nameConsents);
export const messageKind = pgEnum("message_kind", ["note", "question", "answer", "advice"]);

/** The situation, coded; each letter or correction is a new version. A trigger refuses what the service does not ask. */
export const referralMatter = pgTable.withRLS(
  "referral_matter",
  {
    partnershipId: within(),
    referralId: uuid("referral_id").notNull(),
    version: integer().notNull(),
    situations: text().array().notNull(),
    answers: jsonb().$type<Record<string, string | string[]>>().notNull(),
    age: text(),
    children: text(),
    letterOn: day("letter_on"),
    payBy: day("pay_by"),
    contact: contact(),
    writtenOn: day("written_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.referralId, t.version] }),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    reads("referral_matter", sql`${here} and ${partyTo("referral_matter.referral_id", ["whole"])}`),
    /** The origin, or a holder from whom it is not hidden. */
    adds(
      "referral_matter",
      sql`${here} and ${keeps("referral_id")} and ${acting("referral_id", { acts: ["log", "letter", "correct"] })}
        and (exists (select 1 from referral r where r.partnership_id = referral_matter.partnership_id
            and r.id = referral_matter.referral_id and r.origin_post = ${myPosts})
          or ${partyTo("referral_matter.referral_id", ["whole"])})`,
    ),
    seenByDoor("referral_matter"),
    ...forgottenByDoor("referral_matter", ofDueReferral("referral_matter.referral_id")),
    workedByJobs("referral_matter"),
  ],
);

/** May this unit, for this service, get the name? The newest for a unit counts. Never the form itself. */
export const consent = pgTable.withRLS(
  "consent",
  {
    partnershipId: within(),
    referralId: uuid("referral_id").notNull(),
    seq: integer().notNull(),
    unitId: uuid("unit_id").notNull(),
    name: nameConsent().notNull(),
    feedback: text({ enum: ["yes", "no"] }),
    recordedOn: day("recorded_on").notNull(),
    expiresOn: day("expires_on"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.referralId, t.seq] }),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    check("oral_consent_runs_out", sql`(name = 'oral') <= (expires_on is not null)`),
    reads(
      "consent",
      sql`${here} and (${partyTo("consent.referral_id", ["whole", "facts"])} or referral_id = ${askedOfMe})`,
    ),
    /** The leader's answer is the leader's, and nobody else's; what the resident says is said by those who talk to them. */
    adds(
      "consent",
      sql`${here} and case when name::text = 'approved'
        then referral_id = ${askedOfMe} and ${acting("referral_id", { acts: ["approve"] })}
        else ${keeps("referral_id")} and ${acting("referral_id")} end`,
    ),
    seenByDoor("consent"),
    ...forgottenByDoor("consent", ofDueReferral("consent.referral_id")),
    workedByJobs("consent"),
  ],
);

/**
 * The note, questions and answers. Text is optional, at most 280 characters and made by the guard; it stands beside the
 * events, so that it can be deleted while the chain stays whole.
 */
export const message = pgTable.withRLS(
  "message",
  {
    partnershipId: within(),
    id: uuid().notNull().default(madeId),
    referralId: uuid("referral_id").notNull(),
    eventId: uuid("event_id").notNull(),
    handoverId: uuid("handover_id"),
    kind: messageKind().notNull(),
    code: text(),
    body: text(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("message_of_referral").on(t.partnershipId, t.referralId),
    foreignKey({
      columns: [t.partnershipId, t.referralId, t.eventId],
      foreignColumns: [event.partnershipId, event.referralId, event.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.referralId, t.handoverId],
      foreignColumns: [handover.partnershipId, handover.referralId, handover.id],
    }),
    check("message_is_short", sql`char_length(body) <= 280`),
    /** The guard decides; this is the last bolt, should something ever write around it. */
    check("message_has_no_cpr", sql`body !~ '[0-9]{6}[^0-9]{0,2}[0-9]{4}'`),
    reads("message", sql`${here} and ${partyTo("message.referral_id", ["whole"], hearsOfMessage)}`),
    adds(
      "message",
      sql`${here} and ${writes("referral_id")} and ${acting("referral_id", {
        event: "message.event_id",
        acts: ["log", "correct", "ask", "answer", "advise"],
      })}`,
    ),
    /** Text goes when consent goes, or when the last holder says that what matters of it stands in their own journal. */
    removes("message", sql`${here} and body is not null and door.ends_words(referral_id)`),
    // Words that an origin may not read go with a consent that it takes back all the same.
    seenByDoor("message"),
    removedByDoor("message"),
    ...forgottenByDoor("message", ofDueReferral("message.referral_id")),
    workedByJobs("message"),
  ],
);

/** A random word that ties one resident's referrals together. Only the origin sees it. */
export const residentMark = pgTable.withRLS(
  "resident_mark",
  {
    partnershipId: within(),
    referralId: uuid("referral_id").notNull(),
    mark: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.referralId] }),
    index("resident_mark_same").on(t.partnershipId, t.mark),
    foreignKey({ columns: [t.partnershipId, t.referralId], foreignColumns: [referral.partnershipId, referral.id] }),
    ...["reads", "adds"].map((kind) => {
      // An origin that may not hear how it goes reads no row of the referral: it is known by its part.
      const origin = sql`${here} and (exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = ${myPosts})
        or ${partyTo("resident_mark.referral_id", ["whole"], " and not mine.sees_result")})`;
      return kind === "reads" ? reads("resident_mark", origin) : adds("resident_mark", origin);
    }),
    ...forgottenByDoor("resident_mark", ofDueReferral("resident_mark.referral_id")),
    workedByJobs("resident_mark"),
  ],
);
