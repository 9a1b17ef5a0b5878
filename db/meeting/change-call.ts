import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { type CallOf, mayBeCalled, mayBeHeld } from "./call.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";
import { placesFor, seriesOf } from "./series.ts";
import { tellCalled } from "./tell-called.ts";

/**
 * Moves a meeting that is called, or calls others to it; agenda and points stay, and whoever it
 * concerns gets a mail. Refuses like `leadMeeting`, and what
 * `call` refuses of day, place and posts.
 */
export async function changeCall(
  tx: Tx,
  me: Member,
  { meeting, ...input }: CallOf & { meeting: string },
): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called"] });
  if (!led.ok) return led;
  const { convener } = led.value;
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const fits = mayBeHeld(input, { today: me.today, places: placesFor(directory, convener) });
  if (!fits.ok) return fits;
  const series = seriesOf(agreement, led.value.series);
  if (!series || !mayBeCalled(input.posts, directory, series)) return refused("not-invitable", "posts");

  const before = await calledPosts(tx, meeting);
  const posts = [...new Set([convener, ...input.posts])];
  await sql`
    update meeting set on_day = ${input.onDay}, starts_at = ${input.startsAt}, place_unit = ${input.place}
    where id = ${meeting}`;
  await sql`delete from meeting_post where meeting_id = ${meeting} and post_id <> all (${posts}::uuid[])`;
  const fresh = posts.filter((post) => !before.includes(post));
  if (fresh.length > 0)
    await sql`insert into meeting_post ${sql(
      fresh.map((post) => ({ partnership_id: me.partnership, meeting_id: meeting, post_id: post })),
    )}`;
  await tellCalled(tx, meeting);
  await tellLists(tx, me, [...new Set([...before, ...posts])]);
  return ok(null);
}
