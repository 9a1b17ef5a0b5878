import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { myNotices } from "./my-notices.ts";

/**
 * Marks this person's notices as read, up to a moment: what came after the list that somebody looked at stays unread.
 * Marked twice is marked once.
 *
 * @param upTo a moment as PostgreSQL writes it
 */
export async function seeNotices({ sql }: Tx, me: Member, upTo: string): Promise<Result<null>> {
  await sql`
    insert into notice_seen (partnership_id, notice_id, person_id)
    select n.partnership_id, n.id, ${me.person} from notice n
    where n.partnership_id = ${me.partnership} and n.to_post = any (${me.posts}::uuid[])
      and n.event_id in (select event_id from (${myNotices(sql, me, { unreadOnly: true })}) unread
        where release_at <= ${upTo}::timestamptz)
    on conflict do nothing`;
  return ok(null);
}
