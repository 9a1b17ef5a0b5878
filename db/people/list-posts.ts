import type { Locale } from "#lib/calendar/show-day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";

/** What a list of people may name: each function with its unit. */
export type NameablePost = { function: string; unit: string };

/** The posts that a list may name, as the template says them. Refuses with "not-found" whoever keeps nobody. */
export async function readListPosts(tx: Tx, me: Member, locale: Locale): Promise<Result<NameablePost[]>> {
  if (!me.duties.includes("administer") && !me.duties.includes("lead")) return refused("not-found");
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  return ok(
    [...directory.posts.values()]
      .filter(({ id, open }) => open && reaches(reach, id))
      .map(({ name, unitName }) => ({ function: name[locale], unit: unitName })),
  );
}
