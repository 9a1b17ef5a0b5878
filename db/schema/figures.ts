import { sql } from "drizzle-orm";
import { check, jsonb, pgPolicy, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { Release } from "#lib/figures/release.ts";
import { day, jobs, moment, now, within } from "./columns.ts";
import { figured, here, reads, seenByDoor } from "./predicates.ts";

/**
 * The figures of one closed quarter as they were published: with everything hidden that must be, and nothing beside. The
 * jobs add a row; nobody changes or removes one. What was counted is stored nowhere.
 */
export const release = pgTable.withRLS(
  "release",
  {
    partnershipId: within(),
    /** The first day of the quarter. */
    quarter: day("quarter").notNull(),
    content: jsonb().$type<Release>().notNull(),
    publishedAt: moment("published_at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.quarter] }),
    check("a_quarter_begins", sql`quarter = date_trunc('quarter', quarter)::date`),
    reads("release", sql`${here} and ${figured}`),
    seenByDoor("release"),
    pgPolicy("release_jobs_read", { for: "select", to: jobs, using: sql`true` }),
    pgPolicy("release_jobs_add", { for: "insert", to: jobs, withCheck: sql`true` }),
  ],
);
