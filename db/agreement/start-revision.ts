import { emptyAgreement } from "#lib/agreement/empty-agreement.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/**
 * Begins a revision of the newest version, as its copy, or the first edition where nothing is agreed yet. The administrator;
 * refuses "not-yours", and "already-revising" while there is one.
 */
export async function startRevision({ sql }: Tx, me: Member): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const { count } = await sql`
    insert into agreement_draft (partnership_id, based_on, content)
    select ${me.partnership}, last.id, coalesce(last.content, ${sql.json(emptyAgreement())}) from (select 1) always
    left join lateral (
      select id, content from agreement where partnership_id = ${me.partnership} order by number desc limit 1) last on true
    on conflict do nothing`;
  return count === 1 ? ok(null) : refused("already-revising");
}

/** Throws a revision away. Refuses "not-yours", and "draft-stale" when it is another one than was seen. */
export async function dropRevision({ sql }: Tx, me: Member, { version }: { version: number }): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const { count } = await sql`
    delete from agreement_draft where partnership_id = ${me.partnership} and version = ${version}`;
  return count === 1 ? ok(null) : refused("draft-stale");
}
