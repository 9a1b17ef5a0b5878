import { type SQL, sql } from "drizzle-orm";
import { type PgPolicy, pgPolicy } from "drizzle-orm/pg-core";
import type { EventName } from "#lib/referral/acts.ts";
import { app, door, jobs } from "./columns.ts";

/**
 * The words that policies are made of. Each asks the door, which looks the live session up; none of them trusts a
 * setting. A subselect makes PostgreSQL ask once a statement, not once a row.
 */
export const here = sql.raw("partnership_id = (select door.partnership())");
export const me = sql.raw("(select door.me())");
/** The posts that this person acts for today, as holder or deputy. */
export const myPosts = sql.raw("any ((select door.posts())::uuid[])");
/** Posts of the municipal units that this person leads: facts of theirs may be seen. */
export const overseenPosts = sql.raw("(select door.overseen())::uuid[]");
export const overseen = sql.raw("any ((select door.overseen())::uuid[])");
/** Posts of the housing organisation that this person leads: no row may be seen unless its code was told. */
export const led = sql.raw("any ((select door.led())::uuid[])");
export const coordinates = sql.raw("(select door.has_duty('coordinate'))");
/** One of my posts calls the row's meeting: it leads the meeting, and sees none of its cases' referrals by that. */
export const leads = (meeting: string): SQL => sql.raw(`door.leads(${meeting})`);
export const administers = sql.raw("(select door.has_duty('administer'))");
/** Boligsocialt Forum: adopts what the administrator has prepared. */
export const adopts = sql.raw("(select door.has_duty('forum'))");
export const protects = sql.raw("(select door.has_duty('protect'))");
/** Boligsocialt Forum and leaders: they see figures. */
export const figured = sql.raw("((select door.has_duty('forum')) or (select door.has_duty('lead')))");
/** Posts of the units that I lead, on either side. */
export const myUnits = sql.raw("any ((select door.overseen() || door.led())::uuid[])");
/** People that I have power over: every post of theirs is in the units that I lead, or I administer. Never myself. */
export const myPeople = sql.raw("any ((select door.my_people())::uuid[])");
/** The referral whose code a leader answers to: may the name be given of a resident who cannot be asked? */
export const askedOfMe = sql.raw("any ((select door.asked_of_me())::uuid[])");
/** Referrals that are in my hands for a moment: my own latest act may still be undone, or a leader was told the code. */
export const inHand = sql.raw("any ((select door.in_hand())::uuid[])");
const today = "(app_now() at time zone 'Europe/Copenhagen')::date";
/** A party's scope has not run out. */
export const lasting = sql.raw(`(until is null or until >= ${today})`);

type Scope = "whole" | "facts" | "part";

/**
 * Views of the door that show what is the asker's already, whose scope has not run out: a policy that read the tables
 * themselves would be held by their policies in turn, and each of those asks the door again.
 */
type Narrowed = "my_party" | "overseen_party";

/**
 * Asked once a row, by the index. `offset 0` keeps PostgreSQL from reading everything that one's posts ever had a part in
 * into a hash first, which would make a list the slower the longer its reader has been here. Every policy says `here` of
 * the row itself: the party is of the row's partnership.
 *
 * @param referral the row's column that names its referral, with the table before it
 */
const party = (whose: Narrowed, referral: string, { scopes, also = "" }: { scopes: Scope[]; also?: string }): SQL =>
  sql.raw(`exists (select 1 from door.${whose} mine where mine.partnership_id = ${referral.split(".")[0]}.partnership_id
      and mine.referral_id = ${referral} and mine.scope in (${scopes.map((scope) => `'${scope}'`).join(", ")})${also} offset 0)`);

/** One of my posts is a party to the row's referral, with one of these scopes and not past its day. */
export const partyTo = (referral: string, scopes: Scope[], also = ""): SQL =>
  party("my_party", referral, { scopes, also });

/** The row's referral is open, and I coordinate: its facts may be seen. */
export const openToMe = (referral: string): SQL =>
  sql.raw(`exists (select 1 from door.open_to_me o where o.partnership_id = ${referral.split(".")[0]}.partnership_id
      and o.id = ${referral})`);

/** A post of a municipal unit that I lead has, or had, a part in the row's referral. */
export const overseesPartyTo = (referral: string, also = ""): SQL =>
  party("overseen_party", referral, { scopes: ["whole", "facts", "part"], also });

/**
 * What an origin without consent to feedback may not read, though it is a party: added to what a party reads. It reads what
 * is left through `door.muted_referrals` and `door.muted_handovers`, which are the only places that say what that is.
 */
export const hearsOfReferral = " and (mine.sees_result or referral.holder_post = mine.post_id)";
export const hearsOfHandover = ` and (mine.sees_result or handover.to_post = mine.post_id
        or (handover.from_post = mine.post_id and handover.accepted_on is null))`;
export const hearsOfEvent = ` and (mine.sees_result or event.post_id = mine.post_id
        or door.tells(event.act::text, event.details, event.handover_id, mine.post_id))`;
export const hearsOfMessage = ` and (mine.sees_result
        or door.tells_text(message.referral_id, message.handover_id, mine.post_id))`;
export const hearsOfPresence = ` and (mine.sees_result or presence.post_id = mine.post_id
        or door.deals_with(presence.referral_id, presence.post_id))`;

/** A person of one of my posts may change this referral: its origin, a party that sees its facts, or its named leader. */
export const writes = (referral: string): SQL => sql.raw(`door.writes(${referral})`);

/** One of my posts logged the row's referral or has it: these two speak for the resident. */
export const keeps = (referral: string): SQL => sql.raw(`door.keeps(${referral})`);

/** The row is written along with an event of mine, as one of these acts; or as any, when none is named. */
export const acting = (referral: string, { event, acts = [] }: { event?: string; acts?: EventName[] } = {}): SQL => {
  const told = event ? [`now.event_id = ${event}`] : [];
  const named = acts.length > 0 ? [`now.act in (${acts.map((act) => `'${act}'`).join(", ")})`] : [];
  return sql.raw(
    `exists (select 1 from door.acting(${referral}) now where ${[...told, ...named].join(" and ") || "true"})`,
  );
};

/** What the app's role may read. */
export const reads = (name: string, using: SQL): PgPolicy =>
  pgPolicy(`${name}_read`, { for: "select", to: app, using });
export const adds = (name: string, withCheck: SQL): PgPolicy =>
  pgPolicy(`${name}_add`, { for: "insert", to: app, withCheck });
export const changes = (name: string, using: SQL, withCheck: SQL = using): PgPolicy =>
  pgPolicy(`${name}_change`, { for: "update", to: app, using, withCheck });
export const removes = (name: string, using: SQL): PgPolicy =>
  pgPolicy(`${name}_remove`, { for: "delete", to: app, using });

/** The door's functions look behind every policy; they are few, and each gives a yes, a no or somebody's own ids. */
export const seenByDoor = (name: string): PgPolicy =>
  pgPolicy(`${name}_door`, { for: "select", to: door, using: sql`true` });
/** What only the door writes: for the application, through a function that says what it does. */
export const addedByDoor = (name: string): PgPolicy =>
  pgPolicy(`${name}_add`, { for: "insert", to: door, withCheck: sql`true` });
/** What the door adds to a partnership in which nobody is yet: where it begins, and never again. */
export const begunByDoor = (name: string): PgPolicy =>
  pgPolicy(`${name}_begun`, {
    for: "insert",
    to: door,
    withCheck: sql.raw(`not exists (select 1 from person p where p.partnership_id = "${name}".partnership_id)`),
  });
/** What the door adds because a version of the agreement lists it among its functions, by its code. */
export const listedByDoor = (name: string, code: string): PgPolicy =>
  pgPolicy(`${name}_add`, {
    for: "insert",
    to: door,
    withCheck: sql.raw(
      `exists (select 1 from agreement a where a.partnership_id = "${name}".partnership_id and a.content -> 'functions' @> jsonb_build_array(jsonb_build_object('code', "${name}"."${code}")))`,
    ),
  });
/** What the door changes for somebody who has left: on which columns is a matter of its grants. */
export const changedByDoor = (name: string): PgPolicy =>
  pgPolicy(`${name}_door_change`, { for: "update", to: door, using: sql`true`, withCheck: sql`true` });
/** What the door takes away with somebody who has left. */
export const removedByDoor = (name: string): PgPolicy =>
  pgPolicy(`${name}_door_remove`, { for: "delete", to: door, using: sql`true` });
const yearAgo = `${today} - interval '1 year'`;
/** Of what was closed (or voided) a year ago the door may take every row away (`lib/anonymity/retention.ts`), and no other. */
export const forgottenByDoor = (name: string, due: SQL): PgPolicy[] => [
  pgPolicy(`${name}_door_due`, { for: "select", to: door, using: due }),
  pgPolicy(`${name}_door_forget`, { for: "delete", to: door, using: due }),
];
/** The row's own referral was closed a year ago. */
export const dueReferral = sql.raw(`closed_on <= ${yearAgo}`);
/** The referral that the row belongs to was closed a year ago. */
export const ofDueReferral = (referral: string): SQL =>
  sql.raw(`exists (select 1 from referral due where due.partnership_id = ${referral.split(".")[0]}.partnership_id
      and due.id = ${referral} and due.closed_on <= ${yearAgo})`);
/** The jobs process works for every partnership; what its role may do with a table is a matter of its grants. */
export const workedByJobs = (name: string): PgPolicy =>
  pgPolicy(`${name}_jobs`, { for: "all", to: jobs, using: sql`true`, withCheck: sql`true` });
