import { sql } from "drizzle-orm";
import { check, foreignKey, pgPolicy, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, door, moment, now, within } from "./columns.ts";
import { person, requestOutcome, unit } from "./directory.ts";
import {
  addedByDoor,
  adds,
  administers,
  changedByDoor,
  changes,
  here,
  reads,
  removedByDoor,
  seenByDoor,
} from "./predicates.ts";

const byAdministrator = sql`${here} and ${administers}`;

/**
 * A housing organisation that a helhedsplan belongs to besides the one that it lies under, which answers for it. Shown by
 * name; nothing that gives anybody power or sight asks this table. `validTo` is its last day; the day before its first
 * means that it never was.
 */
export const unitOwner = pgTable.withRLS(
  "unit_owner",
  {
    partnershipId: within(),
    unitId: uuid("unit_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.unitId, t.ownerId, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.ownerId], foreignColumns: [unit.partnershipId, unit.id] }),
    check("owner_ends_after_it_began", sql`valid_to >= valid_from - 1`),
    reads("unit_owner", here),
    seenByDoor("unit_owner"),
    adds("unit_owner", byAdministrator),
    changes("unit_owner", byAdministrator),
    /** The one that answers for a helhedsplan and the one that did change places. */
    pgPolicy("unit_owner_door_add", { for: "insert", to: door, withCheck: sql`true` }),
    changedByDoor("unit_owner"),
  ],
);

/**
 * Another of its organisations is to answer for a helhedsplan, and does not yet: its leader would approve, void and see
 * counts. One administrator asks, another confirms, and neither may lead there. Written by the door alone.
 */
export const responsibleRequest = pgTable.withRLS(
  "responsible_request",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    unitId: uuid("unit_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: moment("asked_at").notNull().default(now),
    outcome: requestOutcome(),
    answeredBy: uuid("answered_by"),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.ownerId], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.askedBy], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.answeredBy], foreignColumns: [person.partnershipId, person.id] }),
    uniqueIndex("responsible_request_waits").on(t.partnershipId, t.unitId).where(sql`outcome is null`),
    check(
      "another_administrator_answers",
      sql`(outcome is null) = (answered_by is null) and (answered_by is null) = (answered_at is null)
        and (outcome is null or (outcome = 'withdrawn') = (answered_by = asked_by))`,
    ),
    reads("responsible_request", byAdministrator),
    addedByDoor("responsible_request"),
    seenByDoor("responsible_request"),
    changedByDoor("responsible_request"),
    removedByDoor("responsible_request"),
  ],
);
