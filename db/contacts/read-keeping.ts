import type { Locale } from "#lib/calendar/show-day.ts";
import type { OpenPost } from "#lib/directory/people-view.ts";
import { within } from "#lib/directory/presence.ts";
import { needsCheck } from "#lib/directory/still-right.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf, postLabel } from "../directory/directory.ts";
import { reachOf } from "../directory/reach.ts";
import { openPosts } from "../people/open-posts.ts";

/** What somebody is asked to see to besides referrals: entries that nobody has looked at for a year, posts left open. */
export type Keeping = { entries: { post: string; label: string }[]; open: OpenPost[] };

export async function readKeeping(tx: Tx, me: Member, locale: Locale): Promise<Keeping> {
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  const entries = directory.holdings.filter(
    ({ post, person, deputy, ...span }) => person === me.person && !deputy && within(me.today, span),
  );
  return {
    entries: entries.flatMap(({ post }) => {
      const entry = directory.posts.get(post);
      const asks = entry?.open && needsCheck(entry.checkedOn, me.today);
      return asks ? [{ post, label: postLabel(directory, post, locale) }] : [];
    }),
    // Whoever administers finds them among the people; they are told of what they lead.
    open: openPosts(directory, { reach: { all: false, posts: reach.posts }, today: me.today, locale }),
  };
}
