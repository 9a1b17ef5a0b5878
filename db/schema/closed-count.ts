import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import { durations } from "#lib/anonymity/retention.ts";
import { within } from "./columns.ts";
import { post } from "./directory.ts";
import { addedByDoor, changedByDoor, seenByDoor } from "./predicates.ts";

const oneOf = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

/**
 * What is left of referrals a year after they were closed: how many, by service, posts, quarter, duration and outcome, each
 * in classes. Most counts are small, so nobody reads them: the door adds to them, and figures come out of a release only.
 */
export const closedCount = pgTable.withRLS(
  "closed_count",
  {
    partnershipId: within(),
    /** Of its closing: `2026-4`. */
    quarter: text().notNull(),
    service: text().notNull(),
    originPost: uuid("origin_post").notNull(),
    holderPost: uuid("holder_post").notNull(),
    duration: text({ enum: durations }).notNull(),
    outcome: text({ enum: outcomeClasses }).notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.partnershipId, t.quarter, t.service, t.originPost, t.holderPost, t.duration, t.outcome],
    }),
    foreignKey({ columns: [t.partnershipId, t.originPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({ columns: [t.partnershipId, t.holderPost], foreignColumns: [post.partnershipId, post.id] }),
    check("counts_a_quarter", sql`quarter ~ '^[0-9]{4}-[1-4]$'`),
    check("counts_a_duration", sql`duration in (${oneOf(durations)})`),
    check("counts_an_outcome", sql`outcome in (${oneOf(outcomeClasses)})`),
    check("counts_something", sql`count > 0`),
    seenByDoor("closed_count"),
    addedByDoor("closed_count"),
    changedByDoor("closed_count"),
  ],
);
