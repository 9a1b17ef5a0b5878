import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { presentSeconds } from "#lib/referral/presence.ts";
import { moment, now, within } from "./columns.ts";
import { person, post } from "./directory.ts";
import {
  adds,
  changes,
  hearsOfPresence,
  here,
  me,
  myPosts,
  partyTo,
  reads,
  removes,
  workedByJobs,
} from "./predicates.ts";
import { referral } from "./referral.ts";

const own = sql`${here} and person_id = ${me}`;
// Nobody is here on a day to come: they would be shown without an end.
const asMyPost = sql`${own} and post_id = ${myPosts} and seen_at <= app_clock()
  and ${partyTo("presence.referral_id", ["whole"], " and mine.post_id = presence.post_id")}`;

/**
 * Who has a referral before their eyes just now. Known to those who have the whole of it, who are told by "Hvem kan se
 * den?" who looks anyway; a row is nothing once it is so many seconds old. Unlogged: it is in no backup and no archive.
 */
export const presence = pgTable.withRLS(
  "presence",
  {
    partnershipId: within(),
    referralId: uuid("referral_id").notNull(),
    personId: uuid("person_id").notNull(),
    postId: uuid("post_id").notNull(),
    seenAt: moment("seen_at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.referralId, t.personId] }),
    index("presence_of_person").on(t.partnershipId, t.personId),
    index("presence_age").on(t.seenAt),
    foreignKey({
      columns: [t.partnershipId, t.referralId],
      foreignColumns: [referral.partnershipId, referral.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    reads(
      "presence",
      sql`${here} and (person_id = ${me} or (seen_at > app_clock() - interval '${sql.raw(String(presentSeconds))} seconds'
        and ${partyTo("presence.referral_id", ["whole"], hearsOfPresence)}))`,
    ),
    adds("presence", asMyPost),
    changes("presence", own, asMyPost),
    removes("presence", own),
    workedByJobs("presence"),
  ],
);
