import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

/**
 * A partnership: one district's agreement, with everything that belongs to it. One of the four tables that stand
 * outside a partnership. `directory` counts up whenever a unit, function, post, person or holding changes.
 */
export const partnership = pgTable.withRLS(
  "partnership",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    directory: integer().notNull().default(1),
  },
  (t) => [
    /** Two set-ups at once make one. */
    uniqueIndex("partnership_called").on(sql`lower(${t.name})`),
    pgPolicy("partnership_read", { for: "select", to: "brobyg_app", using: sql`id = (select door.partnership())` }),
    pgPolicy("partnership_door", { for: "all", to: "brobyg_door", using: sql`true`, withCheck: sql`true` }),
    pgPolicy("partnership_jobs", { for: "select", to: "brobyg_jobs", using: sql`true` }),
  ],
);
