import type postgres from "postgres";

/** Somebody whom the server names. */
export type Named = { name: string; mail: string };

/**
 * How somebody comes in: as before, since their account was there (`known`), by a link that is mailed, or by one whose token
 * is handed to whoever asked, for an hour.
 */
export type LetIn = { how: "known" | "mailed" } | { how: "handed"; token: string };

export type Beginning = {
  partnership: string;
  administrator: Named;
  officer: Named | null;
  /** Links are handed over, since no mail leaves this installation; else they are mailed. */
  handed: boolean;
};

/** `waits`: the administrator has never signed in. */
export type Begun =
  | { outcome: "made"; administrator: LetIn; officer: LetIn | null }
  | { outcome: "there"; waits: boolean }
  | { outcome: "other-administrator" | "other-officer" | "no-officer" };

/**
 * Makes a partnership with its first administrator and its data protection officer, as the owner of the database. Asked again
 * it changes nothing, nor where the name belongs to others.
 */
export async function beginPartnership(
  sql: postgres.TransactionSql,
  { partnership, administrator, officer, handed }: Beginning,
): Promise<Begun> {
  const [row] = await sql<{ begun: Begun }[]>`
    select door.begin_partnership(${partnership}, ${sql.json(administrator)}, ${officer && sql.json(officer)}, ${handed}) as begun`;
  if (!row) throw new Error("the door did not answer");
  return row.begun;
}
