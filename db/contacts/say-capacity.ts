import { z } from "zod";
import { parseDay } from "#lib/calendar/day.ts";
import { takenIn, weeksOffered } from "#lib/directory/capacity.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { reachOf } from "../directory/reach.ts";
import { tellLists } from "../live/tell-lists.ts";

/** `until` is the last day of a week that is offered; left out, there is room again. */
export const capacityInput = z.strictObject({ service: z.string().max(40), until: z.string().max(10).optional() });
type Saying = z.infer<typeof capacityInput> & { post: string };

/**
 * Says that a post takes no more of a service until the end of a week, or, where the service is statutory, only that it
 * answers later: which of the two follows from the agreement in force. Over by itself. Refuses "not-yours" whoever neither
 * acts for the post nor leads it, and "unknown-choice" a service it does not take or a week that is not offered.
 */
export async function sayCapacity(tx: Tx, me: Member, { post: id, service, until }: Saying): Promise<Result<null>> {
  const { sql } = tx;
  const [directory, agreement, reach] = await Promise.all([directoryOf(tx, me), agreementOf(tx, me), reachOf(tx, me)]);
  const post = directory.posts.get(id);
  if (!post?.open || !(me.posts.includes(id) || reach.posts.has(id))) return refused("not-yours");
  const taken = takenIn(agreement, post.function).find(({ code }) => code === service);
  if (!taken) return refused("unknown-choice", "service");
  if (until === undefined) await sql`delete from capacity where post_id = ${id} and service = ${service}`;
  else {
    const last = weeksOffered(me.today).find((week) => week.until === parseDay(until))?.until;
    if (!last) return refused("unknown-choice", "until");
    await sql`
      insert into capacity ${sql({ partnership_id: me.partnership, post_id: id, service, state: taken.may, until_day: last })}
      on conflict (partnership_id, post_id, service) do update
        set state = excluded.state, until_day = excluded.until_day`;
  }
  await tellLists(tx, me, [id]);
  return ok(null);
}
