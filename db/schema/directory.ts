import { foreignKey, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type PhoneHours, unitKinds } from "#lib/agreement/parties.ts";
import { account } from "./account.ts";
import { day, within } from "./columns.ts";
import { here, reads, seenByDoor, workedByJobs } from "./predicates.ts";

/**
 * Who there is: units, functions, posts, people. Everybody in the partnership may read it; changing it is the
 * administrator's, in an issue of its own. Names are data with dates, never code; renaming keeps the id.
 */
const forMembers = (name: string) => [reads(name, here), seenByDoor(name), workedByJobs(name)];

export const unitKind = pgEnum("unit_kind", unitKinds);

export const unit = pgTable.withRLS(
  "unit",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    kind: unitKind().notNull(),
    parentId: uuid("parent_id"),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.parentId], foreignColumns: [t.partnershipId, t.id] }),
    ...forMembers("unit"),
  ],
);

/** What a unit is called from a day on, until the next name. */
export const unitName = pgTable.withRLS(
  "unit_name",
  {
    partnershipId: within(),
    unitId: uuid("unit_id").notNull(),
    validFrom: day("valid_from").notNull(),
    name: text().notNull(),
    short: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.unitId, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    ...forMembers("unit_name"),
  ],
);

/** A function of the agreement, by its code, with its duties. */
export const function_ = pgTable.withRLS(
  "function",
  {
    partnershipId: within(),
    code: text().notNull(),
    duties: text().array().notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [primaryKey({ columns: [t.partnershipId, t.code] }), ...forMembers("function")],
);

export const functionName = pgTable.withRLS(
  "function_name",
  {
    partnershipId: within(),
    function: text().notNull(),
    validFrom: day("valid_from").notNull(),
    da: text().notNull(),
    en: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.function, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.function], foreignColumns: [function_.partnershipId, function_.code] }),
    ...forMembers("function_name"),
  ],
);

/** One function in one unit. Posts send, receive, hold and see; people hold posts. The telephone is a work telephone. */
export const post = pgTable.withRLS(
  "post",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    unitId: uuid("unit_id").notNull(),
    function: text().notNull(),
    phone: text(),
    hours: jsonb().$type<PhoneHours>(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
    successorId: uuid("successor_id"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.unitId, t.function),
    foreignKey({ columns: [t.partnershipId, t.unitId], foreignColumns: [unit.partnershipId, unit.id] }),
    foreignKey({ columns: [t.partnershipId, t.function], foreignColumns: [function_.partnershipId, function_.code] }),
    foreignKey({ columns: [t.partnershipId, t.successorId], foreignColumns: [t.partnershipId, t.id] }),
    ...forMembers("post"),
  ],
);

/** A colleague, never a resident. */
export const person = pgTable.withRLS(
  "person",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.accountId),
    ...forMembers("person"),
  ],
);

export const holdingKind = pgEnum("holding_kind", ["holder", "deputy"]);

/** Who holds a post, or stands in while its holders are away. */
export const holding = pgTable.withRLS(
  "holding",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    postId: uuid("post_id").notNull(),
    kind: holdingKind().notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.postId, t.validFrom] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    foreignKey({ columns: [t.partnershipId, t.postId], foreignColumns: [post.partnershipId, post.id] }),
    ...forMembers("holding"),
  ],
);

/** A person is away from a day to a day; why is nobody's business. */
export const absence = pgTable.withRLS(
  "absence",
  {
    partnershipId: within(),
    personId: uuid("person_id").notNull(),
    fromDay: day("from_day").notNull(),
    toDay: day("to_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.personId, t.fromDay] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    ...forMembers("absence"),
  ],
);

/** One version of the agreement, whole. A referral keeps the version it was logged under. */
export const agreement = pgTable.withRLS(
  "agreement",
  {
    partnershipId: within(),
    id: uuid().notNull(),
    number: integer().notNull(),
    validFrom: day("valid_from").notNull(),
    content: jsonb().$type<AgreementContent>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique().on(t.partnershipId, t.number),
    ...forMembers("agreement"),
  ],
);
