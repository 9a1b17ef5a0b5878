import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { myNotices } from "./my-notices.ts";

/** How many notices this person has not seen; it stops counting at the most that the list shows. */
export async function countUnread({ sql }: Tx, me: Member): Promise<number> {
  const [row] = await sql<{ unread: number }[]>`
    select count(*)::int as unread from (${myNotices(sql, me, { unreadOnly: true })}) notices`;
  return row?.unread ?? 0;
}
