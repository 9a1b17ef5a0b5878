import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { madeId, moment, now, within } from "./columns.ts";
import { person, post, unit } from "./directory.ts";
import {
  acting,
  adds,
  changes,
  forgottenByDoor,
  here,
  me,
  myPosts,
  ofDueReferral,
  reads,
  removedByDoor,
  removes,
  seenByDoor,
  workedByJobs,
  writes,
} from "./predicates.ts";
import { event } from "./referral.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const own = sql`${here} and person_id = ${me}`;

/** What somebody is filling in. Its owner's alone, without keys into live data; the note only when it is clean. */
export const draft = pgTable.withRLS(
  "draft",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    personId: uuid("person_id").notNull(),
    coded: jsonb().$type<Record<string, unknown>>().notNull(),
    note: text(),
    savedAt: moment("saved_at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("draft_of_person").on(t.partnershipId, t.personId, t.savedAt),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    reads("draft", own),
    adds("draft", own),
    changes("draft", own),
    removes("draft", own),
    seenByDoor("draft"),
    removedByDoor("draft"),
    workedByJobs("draft"),
  ],
);

/**
 * A view of the inbox that somebody kept for themselves: what its filters say, in codes. It has no name of its own, so that
 * nobody can write one into it. Ten places, and no eleventh.
 */
export const ownView = pgTable.withRLS(
  "own_view",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    place: smallint().notNull(),
    list: text().notNull(),
    view: text(),
    service: text(),
    state: text(),
    unitId: uuid("unit_id"),
    sort: text(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.place] }),
    unique("own_view_once")
      .on(t.partnershipId, t.personId, t.list, t.view, t.service, t.state, t.unitId, t.sort)
      .nullsNotDistinct(),
    check("own_view_ten", sql`place between 1 and 10`),
    check(
      "own_view_coded",
      sql`list in ('waits', 'held') and view in ('mine', 'ball', 'late', 'meeting')
        and state in ('late', 'last_day', 'in_time', 'on_hold') and sort = 'newest' and service ~ '^[A-Z][A-Z0-9_]*$'
        and num_nonnulls(service, state, unit_id, sort) > 0`,
    ),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    reads("own_view", own),
    adds(
      "own_view",
      sql`${own} and (service is null or exists (select 1 from agreement a
        where a.partnership_id = own_view.partnership_id and jsonb_path_exists(a.content,
          '$.services[*] ? (@.code == $code)', jsonb_build_object('code', own_view.service))))`,
    ),
    removes("own_view", own),
    seenByDoor("own_view"),
    removedByDoor("own_view"),
  ],
);

/** What a client meant to do, once. A retry finds its answer here; another body under the same key is refused. */
export const intent = pgTable.withRLS(
  "intent",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    key: uuid().notNull(),
    body: bytes().notNull(),
    answer: jsonb(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.key] }),
    index("intent_age").on(t.at),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    reads("intent", own),
    adds("intent", own),
    changes("intent", own),
    workedByJobs("intent"),
  ],
);

/**
 * The outbox: what a post is told, written with the change it tells of. It is shown once `release_at` has passed and
 * dropped when the act is undone before. A kind and an id, never text.
 */
export const notice = pgTable.withRLS(
  "notice",
  {
    partnershipId: within(),
    id: uuid().notNull().default(madeId),
    toPost: uuid("to_post").notNull(),
    kind: text().notNull(),
    referralId: uuid("referral_id").notNull(),
    eventId: uuid("event_id").notNull(),
    personId: uuid("person_id"),
    at: moment("at").notNull().default(now),
    releaseAt: moment("release_at").notNull(),
    droppedAt: moment("dropped_at"),
    /** Told by mail, or not to be told any more. */
    mailedAt: moment("mailed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index("notice_of_post").on(t.partnershipId, t.toPost, t.releaseAt),
    index("notice_of_event").on(t.partnershipId, t.eventId),
    index("notice_unmailed").on(t.partnershipId, t.releaseAt).where(sql`mailed_at is null and dropped_at is null`),
    foreignKey({ columns: [t.partnershipId, t.toPost], foreignColumns: [post.partnershipId, post.id] }),
    foreignKey({
      columns: [t.partnershipId, t.referralId, t.eventId],
      foreignColumns: [event.partnershipId, event.referralId, event.id],
    }),
    reads(
      "notice",
      sql`${here} and (person_id = ${me} or (to_post = ${myPosts} and release_at <= app_clock() and dropped_at is null))`,
    ),
    adds(
      "notice",
      sql`${here} and person_id = ${me} and mailed_at is null and ${writes("referral_id")}
        and ${acting("referral_id", { event: "notice.event_id" })}`,
    ),
    /** Dropped by an undo, and never once it may have been read. */
    changes("notice", sql`${own} and release_at > app_clock() - interval '1 second'`, own),
    seenByDoor("notice"),
    ...forgottenByDoor("notice", ofDueReferral("notice.referral_id")),
    workedByJobs("notice"),
  ],
);

/** A person has seen a notice. */
export const noticeSeen = pgTable.withRLS(
  "notice_seen",
  {
    partnershipId: within(),
    noticeId: uuid("notice_id").notNull(),
    personId: uuid("person_id").notNull(),
    at: moment("at").notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.noticeId, t.personId] }),
    foreignKey({ columns: [t.partnershipId, t.noticeId], foreignColumns: [notice.partnershipId, notice.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    reads("notice_seen", own),
    adds("notice_seen", own),
    ...forgottenByDoor(
      "notice_seen",
      sql`exists (select 1 from notice n where n.partnership_id = notice_seen.partnership_id
        and n.id = notice_seen.notice_id and ${ofDueReferral("n.referral_id")})`,
    ),
    workedByJobs("notice_seen"),
  ],
);
