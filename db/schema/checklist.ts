import { sql } from "drizzle-orm";
import { check, foreignKey, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { points } from "#lib/protection/checklist.ts";
import { day, within } from "./columns.ts";
import { post } from "./directory.ts";
import { adds, administers, here, myPosts, protects, reads, removes, seenByDoor } from "./predicates.ts";

/** A live installation takes no referral before each of these is ticked: one more here is asked for at once. */
export const checklistPoint = pgEnum("checklist_point", points);

const mine = sql`${here} and case point when 'officer' then ${protects} and not ${administers} else ${administers} end`;

/**
 * What has been settled before the first referral: which function answers for it, and the day on which it was settled. Taken
 * back, the row is gone; the log keeps both.
 */
export const checklistTick = pgTable.withRLS(
  "checklist_tick",
  {
    partnershipId: within(),
    point: checklistPoint().notNull(),
    postId: uuid("post_id").notNull(),
    onDay: day("on_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.point] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    check("settled_in_this_century", sql`on_day >= '2000-01-01'`),
    /** Whoever refers is told what is missing. */
    reads("checklist_tick", here),
    /** By a post of one's own that has the duty, and never ahead of its day. */
    adds(
      "checklist_tick",
      sql`${mine} and on_day <= (select door.today()) and post_id = ${myPosts} and exists (
        select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = checklist_tick.partnership_id and p.id = checklist_tick.post_id
          and case checklist_tick.point when 'officer' then 'protect' else 'administer' end = any (f.duties))`,
    ),
    removes("checklist_tick", mine),
    seenByDoor("checklist_tick"),
  ],
);
