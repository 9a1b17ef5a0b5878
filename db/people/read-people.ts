import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { PeopleView, PersonLine } from "#lib/directory/people-view.ts";
import { awayUntil } from "#lib/directory/presence.ts";
import { unreachedReason } from "#lib/directory/unreached.ts";
import type { PersonId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf, postLabel } from "../directory/directory.ts";
import { reachOf } from "../directory/reach.ts";
import { openPosts } from "./open-posts.ts";
import { openRequests } from "./requests.ts";

/**
 * The people one keeps: everybody for the administrator, for a leader whoever holds a post of their units. Those who left
 * come last, for the administrator alone. Refuses with "not-found" whoever keeps nobody.
 */
export async function readPeople(tx: Tx, me: Member, locale: Locale): Promise<Result<PeopleView>> {
  if (!me.duties.includes("administer") && !me.duties.includes("lead")) return refused("not-found");
  const [directory, reach, rows, unreached, requests] = await Promise.all([
    directoryOf(tx, me),
    reachOf(tx, me),
    tx.sql<{ id: PersonId; name: string; leftOn: PersonLine["leftOn"] }[]>`
      select id, name, left_on as "leftOn" from person
      where ${me.duties.includes("administer")} or id = any ((select door.led_people())::uuid[])`,
    tx.sql<{ person: PersonId; failed: string; on: Day }[]>`select person, failed, day as on from door.unreached()`,
    openRequests(tx, me, locale),
  ]);
  const people = rows
    .map(({ id, name, leftOn }): PersonLine => {
      const held = directory.holdings.filter((each) => each.person === id && (!each.to || each.to >= me.today));
      return {
        id,
        name,
        posts: held.map(({ post, deputy, from }) => ({
          label: postLabel(directory, post, locale),
          deputy,
          from: from > me.today ? from : null,
        })),
        awayUntil: awayUntil(directory, id, me.today),
        leftOn,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return ok({
    people: people.filter(({ leftOn }) => !leftOn),
    gone: people.filter(({ leftOn }) => leftOn),
    requests,
    open: openPosts(directory, { reach, today: me.today, locale }),
    unreached: people.flatMap(({ id, name }) =>
      unreached
        .filter(({ person }) => person === id)
        .map(({ failed, on }) => ({ id, name, why: unreachedReason(failed), on })),
    ),
  });
}
