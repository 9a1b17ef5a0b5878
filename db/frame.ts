import type { Duty } from "#lib/agreement/parties.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import type { Member } from "./as-member.ts";
import type { Tx } from "./client.ts";
import { type Directory, directoryOf } from "./directory/directory.ts";
import { countUnread } from "./notice/count-unread.ts";

/** What every page shows around itself: who is signed in, as what, and how many notices wait. */
export type FrameFacts = {
  person: PersonId;
  name: string;
  posts: { id: PostId; deputy: boolean }[];
  duties: Duty[];
  unread: number;
};

export async function readFrame(tx: Tx, me: Member): Promise<{ facts: FrameFacts; directory: Directory }> {
  const [directory, unread] = await Promise.all([directoryOf(tx, me), countUnread(tx, me)]);
  const held = new Set(directory.holdings.filter((h) => h.person === me.person && !h.deputy).map((h) => h.post));
  return {
    directory,
    facts: {
      person: me.person,
      name: directory.people.get(me.person) ?? "–",
      posts: me.posts.map((id) => ({ id, deputy: !held.has(id) })),
      duties: me.duties,
      unread,
    },
  };
}
