import { serviceName } from "#lib/agreement/service-of.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { DraftFields } from "#lib/referral/draft-form.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";

/** A draft as a list shows it. `service` is null while none was chosen, or when the agreement no longer has it. */
export type DraftLine = { id: string; service: Words | null; savedOn: Day };

/** A draft to go on with. `savedAt` is what the next save must name. */
export type Draft = { id: string; savedAt: string; savedOn: Day; fields: DraftFields; note: string };

/** What this person was filling in, newest first, on whichever device. */
export async function readDrafts(tx: Tx, me: Member): Promise<DraftLine[]> {
  const [rows, agreement] = await Promise.all([
    tx.sql<{ id: string; service: string | null; savedOn: Day }[]>`
      select id, coded ->> 'service' as service, ${savedOn(tx.sql)} as "savedOn"
      from draft where person_id = ${me.person} and not ${isEmpty(tx.sql)} order by saved_at desc`,
    agreementOf(tx, me, me.agreement),
  ]);
  return rows.map(({ service: code, ...row }) => {
    const service = agreement.services.find((each) => each.code === code);
    return { ...row, service: service ? serviceName(service) : null };
  });
}

/** One draft of this person, or null. */
export async function readDraft({ sql }: Tx, id: string): Promise<Draft | null> {
  const [row] = await sql<(Omit<Draft, "note"> & { note: string | null })[]>`
    select id, ${stamp(sql)} as "savedAt", ${savedOn(sql)} as "savedOn", coded as fields, note
    from draft where id = ${id}`;
  return row ? { ...row, note: row.note ?? "" } : null;
}

const savedOn = (sql: Tx["sql"]) => sql`(saved_at at time zone 'Europe/Copenhagen')::date`;

/** Nothing was answered in it, as lib/referral/draft-worth.ts says it: such drafts were kept once, and are offered no more. */
export const isEmpty = (sql: Tx["sql"]) => sql`(note is null and not coded ? 'contact'
  and coalesce(coded -> 'situations', '[]') = '[]' and coalesce(coded -> 'answers', '{}') = '{}'
  and coalesce(coded -> 'consent', '{}') = '{}')`;

/** A moment to the microsecond, so that it can be compared when it comes back. */
export const stamp = (sql: Tx["sql"]) => sql`to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
