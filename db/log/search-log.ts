import { daysBetween } from "#lib/calendar/day.ts";
import type { LogExport, LogSearch } from "#lib/log/log-input.ts";
import { mostDays } from "#lib/log/log-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/**
 * Asks the log something, which stands in the log itself before anything is answered: the row's id is the way to the
 * answer. For who protects data; to everybody else it refuses with "not-found". Refuses "period" where it ends before it
 * begins or is longer than a year.
 */
export async function searchLog(tx: Tx, me: Member, search: LogSearch): Promise<Result<{ id: string }>> {
  if (!me.duties.includes("protect")) return refused("not-found");
  const { person = null, code = null, from, to } = search;
  if (to < from || daysBetween(from, to) > mostDays) return refused("period", "to");
  const [known] = await tx.sql`select 1 from person where id = ${person}`;
  if (person && !known) return refused("unknown-choice", "person");
  const [row] = await tx.sql<{ id: string }[]>`
    select door.search_log(${person}::uuid, ${code}, ${from}::date, ${to}::date) as id`;
  return ok({ id: row?.id ?? "" });
}

/** Says what a search is carried out of the app for. It can be fetched for a few minutes afterwards. */
export async function exportLog(
  tx: Tx,
  me: Member,
  { search, purpose }: LogExport,
): Promise<Result<{ search: string }>> {
  if (!me.duties.includes("protect")) return refused("not-found");
  const [own] = await tx.sql`select 1 from log where id = ${search} and person_id = ${me.person} and what = 'log'`;
  if (!own) return refused("not-found");
  await tx.sql`select door.export_log(${search}::uuid, ${purpose})`;
  return ok({ search });
}
