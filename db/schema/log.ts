import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { door, moment, now, within } from "./columns.ts";
import { person } from "./directory.ts";
import { addedByDoor, here, protects, reads, seenByDoor, workedByJobs } from "./predicates.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * Who did or looked at what: written in the same transaction as the change, and before the bytes of a look leave. Only the door
 * writes rows, so nobody can make one up; nobody may change one, and the door
 * removes none that is not older than an anchored head of two years ago. Ids only, no code of a referral: `detail` holds coded facts, never a text that somebody wrote.
 */
export const log = pgTable.withRLS(
  "log",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    /** When the row was written, a moment before its transaction ended: the chainer looks back no further than a few minutes. */
    at: moment("at").notNull().default(sql`app_clock()`),
    /** Null when the system did it. */
    personId: uuid("person_id"),
    /** The posts that the person acted for. */
    posts: uuid().array().notNull(),
    kind: text({ enum: ["look", "change", "directory", "login", "export"] }).notNull(),
    /** What was done or seen: an act, a screen, a table. */
    what: text().notNull(),
    /** Ids of the referrals that it is about: once such a referral is gone they point at nothing, and the row still gives its hash. */
    referrals: text().array().notNull(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("log_at").on(t.partnershipId, t.at),
    index("log_of_person").on(t.partnershipId, t.personId, t.at),
    index("log_of_referral").using("gin", t.referrals),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    reads("log", sql`${here} and ${protects}`),
    addedByDoor("log"),
    seenByDoor("log"),
    pgPolicy("log_door_cut", { for: "delete", to: door, using: sql`at < app_now() - interval '24 months'` }),
    workedByJobs("log"),
  ],
);

/**
 * The chain over the log: the chainer numbers its rows a few seconds behind, one after the other, each hash made over the
 * row and the hash before it. What is taken out, put in, moved or written over shows.
 */
export const link = pgTable.withRLS(
  "link",
  {
    partnershipId: within(),
    number: bigint({ mode: "number" }).notNull(),
    logId: uuid("log_id").notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.number] }),
    index("link_of_log").on(t.partnershipId, t.logId),
    reads("link", sql`${here} and ${protects}`),
    seenByDoor("link"),
    pgPolicy("link_door_cut", {
      for: "delete",
      to: door,
      using: sql`exists (select 1 from anchor a where a.partnership_id = link.partnership_id and a.number >= link.number
        and a.at < app_now() - interval '24 months')`,
    }),
    workedByJobs("link"),
  ],
);

/** A head of the chain that was carried out of the database: to a file, by mail. */
export const anchor = pgTable.withRLS(
  "anchor",
  {
    partnershipId: within(),
    number: bigint({ mode: "number" }).notNull(),
    hash: bytes().notNull(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.number] }),
    reads("anchor", sql`${here} and ${protects}`),
    seenByDoor("anchor"),
    workedByJobs("anchor"),
  ],
);

/** When the chain was last checked against the log and the anchors, and whether it held. */
export const logCheck = pgTable.withRLS(
  "log_check",
  {
    partnershipId: within(),
    at: moment("at").notNull().default(now),
    sound: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId] }),
    reads("log_check", sql`${here} and ${protects}`),
    seenByDoor("log_check"),
    workedByJobs("log_check"),
  ],
);
