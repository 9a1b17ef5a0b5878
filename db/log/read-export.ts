import { z } from "zod";
import type { LogLine } from "#lib/log/log-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { codesOf, findRows, lineFor } from "./find-rows.ts";
import { readSearch } from "./read-log.ts";

/** A file is fetched within so many minutes of saying what for. */
const minutes = 5;
const most = 100_000;

/**
 * Every row of one's own search, at most a hundred thousand, once its purpose stands in the log. Refuses everything else
 * with "not-found".
 */
export async function readExport(tx: Tx, me: Member, search: string): Promise<Result<LogLine[]>> {
  if (!me.duties.includes("protect") || !z.uuid().safeParse(search).success) return refused("not-found");
  const asked = await readSearch(tx, me, search);
  const [said] = await tx.sql`
    select 1 from log
    where partnership_id = ${me.partnership} and person_id = ${me.person} and kind = 'export' and what = 'log'
      and detail ->> 'search' = ${search} and at > app_now() - make_interval(mins => ${minutes})`;
  if (!asked || !said) return refused("not-found");
  const [directory, rows] = await Promise.all([directoryOf(tx, me), findRows(tx, me, { ...asked, limit: most })]);
  return ok(rows.map(lineFor(directory, await codesOf(tx, rows), "da")));
}
