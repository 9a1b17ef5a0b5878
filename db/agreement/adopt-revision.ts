import { randomUUID } from "node:crypto";
import { z } from "zod";
import { retiredIn } from "#lib/agreement/functions.ts";
import { flawsOf } from "#lib/agreement/gaps.ts";
import { stillMeeting } from "#lib/agreement/series.ts";
import { addDays } from "#lib/calendar/day.ts";
import { day } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { basedOn, draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";
import { openSeries } from "./open-series.ts";

/** The version of the draft that was seen, as a form sends it; no greater one has room in its column. */
export const seenVersion = z.coerce.number().pipe(z.int32().positive());

export const adoptInput = z.strictObject({ version: seenVersion, meetingOn: day, validFrom: day });

/** Nobody adopts for further ahead; a slip of the finger does. */
const farthest = 366;

/**
 * Boligsocialt Forum adopts what was proposed: the next version, which governs from `validFrom` on. Referrals that were
 * made before keep theirs. Refuses "not-yours", "no-draft", "draft-stale", "date-past" (a meeting to come), "from-today",
 * "before-the-last", "date-too-far", "revision-flawed" when a function it names has gone since, "posts-still-there" when
 * posts of a function that goes end only after that day, and "series-has-meeting" when one was called of a series that goes.
 */
export async function adoptRevision(
  tx: Tx,
  me: Member,
  { version, meetingOn, validFrom }: z.infer<typeof adoptInput>,
): Promise<Result<{ number: number }>> {
  const { sql } = tx;
  const post = await forumPost(tx, me);
  // Who prepares a version does not adopt it, nor does whoever prepared it and administers no more.
  if (!post || me.duties.includes("administer") || (await hasPrepared(tx))) return refused("not-yours");
  const draft = await draftOf(tx);
  if (!draft) return refused("no-draft");
  if (draft.version !== version) return refused("draft-stale");
  if (meetingOn > me.today) return refused("date-past", "meetingOn");
  if (validFrom < me.today) return refused("from-today", "validFrom");
  if (validFrom > addDays(me.today, farthest)) return refused("date-too-far", "validFrom");
  const [last] = await sql<{ number: number; from: string }[]>`
    select number, valid_from as from from agreement where id = ${draft.basedOn}`;
  if (last && validFrom < last.from) return refused("before-the-last", "validFrom");
  const number = (last?.number ?? 0) + 1;
  const directory = await functionsOf(tx, me);
  if (flawsOf(draft.content, directory).length > 0) return refused("revision-flawed");
  const goes = retiredIn(draft.content, directory).map(({ code }) => code);
  const still = await sql`
    select 1 from post where partnership_id = ${me.partnership} and function = any (${goes}) and valid_to >= ${validFrom}`;
  if (still.count > 0) return refused("posts-still-there", "validFrom");
  const meeting = stillMeeting((await basedOn(tx)) ?? draft.content, draft.content, await openSeries(tx));
  if (meeting) return meeting;
  await sql`
    insert into agreement (partnership_id, id, number, valid_from, content, adopted_by, meeting_on, adopted_on)
    select partnership_id, ${randomUUID()}, ${number}, ${validFrom}, content, ${post}, ${meetingOn}, ${me.today}
    from agreement_draft where partnership_id = ${me.partnership}`;
  const { count } = await sql`
    delete from agreement_draft where partnership_id = ${me.partnership} and version = ${version}`;
  return count === 1 ? ok({ number }) : refused("draft-stale");
}

async function hasPrepared({ sql }: Tx): Promise<boolean> {
  const [row] = await sql<{ prepared: boolean }[]>`select door.prepared_version() as prepared`;
  return row?.prepared ?? true;
}

/** The post of Boligsocialt Forum that this person acts for. */
export async function forumPost({ sql }: Tx, { partnership, posts }: Member): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select p.id from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = ${partnership} and p.id = any (${posts}) and 'forum' = any (f.duties) order by p.id limit 1`;
  return row?.id ?? null;
}
