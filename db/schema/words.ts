import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { within } from "./columns.ts";
import { person } from "./directory.ts";
import { adds, administers, here, me, reads, removes } from "./predicates.ts";

const oneWord = sql.raw("word = lower(word) and length(word) between 2 and 40 and word !~ '[[:space:][:digit:]@]'");

/**
 * Words of which somebody said "det er ikke et navn": the word alone, without its note and without a time, at most once a
 * person.
 */
export const notAName = pgTable.withRLS(
  "not_a_name",
  { partnershipId: within(), word: text().notNull(), personId: uuid("person_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.word, t.personId] }),
    index("not_a_name_of_person").on(t.partnershipId, t.personId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [person.partnershipId, person.id] }),
    check("not_a_name_one_word", oneWord),
    reads("not_a_name", sql`${here} and (person_id = ${me} or ${administers})`),
    adds("not_a_name", sql`${here} and person_id = ${me}`),
    removes("not_a_name", sql`${here} and ${administers}`),
  ],
);

/** The partnership's own lexicon: words that the guard lets pass. Added once three people have said so. */
export const knownWord = pgTable.withRLS(
  "known_word",
  { partnershipId: within(), word: text().notNull(), addedBy: uuid("added_by").notNull() },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.word] }),
    index("known_word_of_person").on(t.partnershipId, t.addedBy),
    foreignKey({ columns: [t.partnershipId, t.addedBy], foreignColumns: [person.partnershipId, person.id] }),
    check("known_word_one_word", oneWord),
    reads("known_word", here),
    adds(
      "known_word",
      sql`${here} and ${administers} and added_by = ${me} and 3 <= (select count(*) from not_a_name said
        where said.partnership_id = known_word.partnership_id and said.word = known_word.word)`,
    ),
    removes("known_word", sql`${here} and ${administers}`),
  ],
);
