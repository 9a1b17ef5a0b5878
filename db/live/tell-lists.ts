import type { PostId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** The one channel that every process listens on. */
export const channel = "brobyg";

/** What is heard: in which partnership, whose lists. It says "look again" and nothing else. */
export type Heard = { partnership: string; posts: PostId[] };

/**
 * Tells every process, when this transaction commits, that the lists of these posts changed, and the boards of those who
 * see all of a partnership. Every login of the server can hear it, so it carries ids of posts only.
 */
export async function tellLists({ sql }: Tx, me: Pick<Member, "partnership">, posts: PostId[]): Promise<void> {
  const heard: Heard = { partnership: me.partnership, posts };
  await sql`select pg_notify(${channel}, ${JSON.stringify(heard)})`;
}
