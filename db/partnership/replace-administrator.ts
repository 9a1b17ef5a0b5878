import type postgres from "postgres";
import type { Beginning, LetIn } from "./begin-partnership.ts";

/** `already`: they administered it before, and begin anew with another password and second factor. */
export type Replaced =
  | { outcome: "named"; already: boolean; administrator: LetIn }
  | { outcome: "no-partnership"; there: string[] }
  | { outcome: "is-officer" | "no-post" };

/**
 * Names an administrator of a partnership that lost its own, as the owner of the database. Every administrator and data
 * protection officer there is told, and nothing is taken from anybody.
 */
export async function replaceAdministrator(
  sql: postgres.TransactionSql,
  { partnership, administrator, handed }: Omit<Beginning, "officer">,
): Promise<Replaced> {
  const [row] = await sql<{ replaced: Replaced }[]>`
    select door.replace_administrator(${partnership}, ${sql.json(administrator)}, ${handed}) as replaced`;
  if (!row) throw new Error("the door did not answer");
  return row.replaced;
}
