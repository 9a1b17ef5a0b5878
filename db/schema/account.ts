import { sql } from "drizzle-orm";
import { boolean, customType, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { door, moment, now } from "./columns.ts";
import { partnership } from "./partnership.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Only the door reads or writes these: the app's role has no grant on them. */
const doorOnly = (name: string) =>
  pgPolicy(`${name}_door`, { for: "all", to: door, using: sql`true`, withCheck: sql`true` });

/** Who can sign in. Stands outside a partnership: one account may belong to several. */
export const account = pgTable.withRLS(
  "account",
  {
    id: uuid().primaryKey(),
    email: text().notNull().unique(),
    active: boolean().notNull().default(true),
  },
  () => [doorOnly("account")],
);

/** How an account proves who it is. A password is kept as an Argon2id hash in the PHC form. */
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

/** A signed-in browser. The cookie is 32 random bytes; only their hash stands here. */
export const session = pgTable.withRLS(
  "session",
  {
    hash: bytes().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnership.id),
    startedAt: moment("started_at").notNull().default(now),
    endsAt: moment("ends_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  () => [doorOnly("session")],
);
