import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { day, door, moment, now } from "./columns.ts";
import { partnership } from "./partnership.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Only the door reads or writes these: the app's role has no grant on them. */
const doorOnly = (name: string) =>
  pgPolicy(`${name}_door`, { for: "all", to: door, using: sql`true`, withCheck: sql`true` });

/**
 * Who can sign in. Stands outside a partnership: one account may belong to several. An account of the `demo` signs in with
 * its password alone; a live installation has none.
 */
export const account = pgTable.withRLS(
  "account",
  {
    id: uuid().primaryKey(),
    email: text().notNull().unique(),
    active: boolean().notNull().default(true),
    demo: boolean().notNull().default(false),
  },
  () => [doorOnly("account")],
);

/**
 * How an account proves who it is: `argon2id$<salt>$<SHA-256 of the Argon2id hash>`. The app makes the hash, the door compares: what is
 * kept never leaves the database, and would not open anything if it did.
 */
export const credential = pgTable.withRLS(
  "credential",
  {
    accountId: uuid("account_id")
      .primaryKey()
      .references(() => account.id),
    password: text().notNull(),
  },
  () => [doorOnly("credential")],
);

/** A second factor: a secret shared with an app that shows codes, or a key that a device keeps for itself. */
export const factorKind = pgEnum("factor_kind", ["totp", "passkey"]);

/**
 * What an account has besides its password. `secret` is sealed with a key that the database does not have; `lastStep` is
 * the last time step a code was taken for, so that no code is taken twice; `counter` is the passkey's own.
 */
export const factor = pgTable.withRLS(
  "factor",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    kind: factorKind().notNull(),
    label: text().notNull(),
    secret: bytes(),
    lastStep: bigint("last_step", { mode: "number" }),
    credentialId: text("credential_id").unique(),
    publicKey: bytes("public_key"),
    counter: bigint({ mode: "number" }),
    transports: text().array(),
    confirmedAt: moment("confirmed_at"),
    usedAt: moment("used_at"),
  },
  (t) => [index("factor_of_account").on(t.accountId), doorOnly("factor")],
);

/** Ten codes for the day the telephone is lost; each opens once. Only their hashes stand here. */
export const recoveryCode = pgTable.withRLS(
  "recovery_code",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    hash: bytes().notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.hash] }), doorOnly("recovery_code")],
);

/** Who an account is at an organisation's own identity provider. */
export const identity = pgTable.withRLS(
  "identity",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    index("identity_of_account").on(t.accountId),
    doorOnly("identity"),
  ],
);

/** What a ceremony on the way is for: the second step of a login, a key being added, a locked screen being opened. */
export const ceremonyKind = pgEnum("ceremony_kind", ["second-factor", "enrol", "unlock", "step-up", "passkey"]);

/** A ceremony that was begun and not ended: five minutes, one try a challenge. Only the hash of its token stands here. */
export const ceremony = pgTable.withRLS(
  "ceremony",
  {
    hash: bytes().primaryKey(),
    kind: ceremonyKind().notNull(),
    accountId: uuid("account_id").references(() => account.id),
    challenge: text(),
    endsAt: moment("ends_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [index("ceremony_age").on(t.endsAt), doorOnly("ceremony")],
);

/**
 * A link that was mailed: for somebody new, or for whoever lost password and factor and was let in again by who leads
 * them. Three days, once. Only the hash of its token stands here.
 */
export const invitation = pgTable.withRLS(
  "invitation",
  {
    hash: bytes().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnership.id),
    endsAt: moment("ends_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [index("invitation_of_account").on(t.accountId), doorOnly("invitation")],
);

/** How many tries a source has left for an account. The key is a hash: neither the address nor the source stands here. */
export const throttle = pgTable.withRLS(
  "throttle",
  {
    key: bytes().primaryKey(),
    tries: integer().notNull(),
    since: moment("since").notNull().default(now),
  },
  (t) => [index("throttle_age").on(t.since), doorOnly("throttle")],
);

/** A browser that somebody has signed in from: strangers who guess do not use up its tries. */
export const device = pgTable.withRLS(
  "device",
  {
    hash: bytes().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    usedAt: moment("used_at").notNull().default(now),
  },
  (t) => [index("device_of_account").on(t.accountId), doorOnly("device")],
);

/**
 * The address at which an account's calendar reads the meetings that its people are called to: 32 random bytes, asked for
 * without a session. Only their hash stands here; one an account.
 */
export const calendarFeed = pgTable.withRLS(
  "calendar_feed",
  {
    accountId: uuid("account_id")
      .primaryKey()
      .references(() => account.id),
    hash: bytes().notNull().unique(),
    madeAt: moment("made_at").notNull().default(now),
  },
  () => [doorOnly("calendar_feed")],
);

/** How a session was opened. */
export const sessionMethod = pgEnum("session_method", ["demo", "password", "passkey", "provider"]);

/**
 * A signed-in browser. The cookie is 32 random bytes; only their hash stands here. `strongAt` is when the person last proved
 * who they are. `browser` is coarse ("Chrome, Android"), for the list of one's own sessions. What a session becomes when it gets a new
 * token is of the same `family`: it ends with it.
 */
export const session = pgTable.withRLS(
  "session",
  {
    hash: bytes().primaryKey(),
    id: uuid().notNull().unique().default(sql`gen_random_uuid()`),
    family: uuid().notNull().default(sql`gen_random_uuid()`),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnership.id),
    method: sessionMethod().notNull().default("demo"),
    browser: text(),
    startedAt: moment("started_at").notNull().default(now),
    strongAt: moment("strong_at").notNull().default(now),
    endsAt: moment("ends_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [index("session_of_account").on(t.accountId), index("session_family").on(t.family), doorOnly("session")],
);

/**
 * What its bearer's own transactions write of a session, apart from it so that ending it waits for none of them. `seenAt`
 * moves when a person does something: a stream or a list that refreshes itself does not move it. The rest is what the person
 * may, as it was found on a `day` under a version of the directory: on another it is looked up anew (`door.rights`).
 */
export const sessionRights = pgTable.withRLS(
  "session_rights",
  {
    hash: bytes()
      .primaryKey()
      .references(() => session.hash, { onDelete: "cascade" }),
    seenAt: moment("seen_at").notNull().default(now),
    day: day("day"),
    directory: integer(),
    personId: uuid("person_id"),
    posts: uuid().array(),
    duties: text().array(),
    led: uuid().array(),
    overseen: uuid().array(),
  },
  () => [doorOnly("session_rights")],
);
