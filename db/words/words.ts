import { z } from "zod";
import { PEOPLE_FOR_A_WORD } from "#lib/anonymity/answered.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** The words that this partnership has added to the lexicon. */
export async function readLexicon({ sql }: Tx): Promise<ReadonlySet<string>> {
  const rows = await sql<{ word: string }[]>`select word from known_word`;
  return new Set(rows.map(({ word }) => word));
}

/** Says of words that they are no names, as whoever asks; once is enough. */
export async function sayNoNames({ sql }: Tx, me: Member, words: ReadonlySet<string>): Promise<void> {
  if (words.size === 0) return;
  await sql`
    insert into not_a_name (partnership_id, word, person_id)
    select ${me.partnership}, word, ${me.person} from unnest(${[...words]}::text[]) word
    on conflict do nothing`;
}

/** A word on the list, and how many have said that it is no name. */
export type SaidWord = { word: string; people: number };
export type WordLists = { ready: SaidWord[]; waiting: SaidWord[]; known: SaidWord[] };

/** What the administrator decides on. Refuses "not-found" for everybody else. */
export async function readWords({ sql }: Tx, me: Member): Promise<Result<WordLists>> {
  if (!me.duties.includes("administer")) return refused("not-found");
  const said = await sql<SaidWord[]>`
    select word, count(*)::int as people from not_a_name
    where word not in (select word from known_word) group by word order by word`;
  const known = await sql<SaidWord[]>`
    select k.word, count(n.word)::int as people from known_word k
    left join not_a_name n on n.word = k.word group by k.word order by k.word`;
  return ok({
    ready: said.filter(({ people }) => people >= PEOPLE_FOR_A_WORD).map(({ word, people }) => ({ word, people })),
    waiting: said.filter(({ people }) => people < PEOPLE_FOR_A_WORD).map(({ word, people }) => ({ word, people })),
    known: known.map(({ word, people }) => ({ word, people })),
  });
}

export const wordInput = z.strictObject({
  word: z.string("word-needed").trim().toLowerCase().min(2, "word-needed").max(40, "too-long"),
});
type Word = z.infer<typeof wordInput>;

/** Adds a word to the lexicon. Refuses "not-yours", and "too-few" until three people have said that it is no name. */
export async function addWord({ sql }: Tx, me: Member, { word }: Word): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const said = await sql`select 1 from not_a_name where word = ${word}`;
  if (said.count < PEOPLE_FOR_A_WORD) return refused("too-few");
  await sql`
    insert into known_word (partnership_id, word, added_by) values (${me.partnership}, ${word}, ${me.person})
    on conflict do nothing`;
  return ok(null);
}

/** Takes a word off the list and out of the lexicon; it may be said anew. Refuses "not-yours". */
export async function dropWord({ sql }: Tx, me: Member, { word }: Word): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  await sql`delete from known_word where word = ${word}`;
  await sql`delete from not_a_name where word = ${word}`;
  return ok(null);
}
