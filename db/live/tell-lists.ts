import type { PostId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** The one channel that every process listens on. */
export const channel = "brobyg";

/**
 * What is heard: in which partnership, whose lists; or, with `presence`, that somebody has come to or gone from something of
 * theirs. It says "look again" and nothing else.
 */
export type Heard = { partnership: string; posts: PostId[]; presence?: boolean };

/**
 * Tells every process, when this transaction commits, that the lists of these posts changed, and the boards of those who
 * see all of a partnership. Every login of the server can hear it, so it carries ids of posts only.
 */
export const tellLists = (tx: Tx, { partnership }: Pick<Member, "partnership">, posts: PostId[]): Promise<void> =>
  tell(tx, { partnership, posts });

/** The same, along with the end of the transaction. */
export function tellListsLast(tx: Tx, { partnership }: Pick<Member, "partnership">, posts: PostId[]): void {
  tx.underway.push(telling(tx, { partnership, posts }).execute());
}

/** The same of who has something of these posts open: their lists are as they were. Not which, and not who. */
export const tellPresence = (tx: Tx, { partnership }: Pick<Member, "partnership">, posts: PostId[]): Promise<void> =>
  tell(tx, { partnership, posts, presence: true });

const tell = async (tx: Tx, heard: Heard): Promise<void> => {
  await telling(tx, heard);
};

const telling = ({ sql }: Tx, heard: Heard) => sql`select pg_notify(${channel}, ${JSON.stringify(heard)})`;
