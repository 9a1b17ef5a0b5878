import { z } from "zod";
import { flawsOf } from "#lib/agreement/gaps.ts";
import { stillMeeting } from "#lib/agreement/series.ts";
import { addDays } from "#lib/calendar/day.ts";
import { day } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { seenVersion } from "./adopt-revision.ts";
import { changesOf } from "./changes.ts";
import { basedOn, draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";
import { openSeries } from "./open-series.ts";

type Seen = { version: number };

export const proposeInput = z.strictObject({ version: seenVersion, commentsUntil: day });

/** Nobody waits longer for comments; a slip of the finger does. */
const longest = 183;

/**
 * Sends the revision to Boligsocialt Forum, as it stands; each of them is told, and may comment until that day. Refuses
 * "not-yours", "no-draft", "draft-stale", "nothing-changed", "revision-flawed" while something in it is missing or cannot
 * be, "series-has-meeting" when one was called of a series that goes, and "from-today" and "date-too-far" for the day.
 */
export async function proposeRevision(
  tx: Tx,
  me: Member,
  { version, commentsUntil }: z.infer<typeof proposeInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const draft = await draftOf(tx);
  if (!draft) return refused("no-draft");
  if (commentsUntil < me.today) return refused("from-today", "commentsUntil");
  if (commentsUntil > addDays(me.today, longest)) return refused("date-too-far", "commentsUntil");
  const directory = await functionsOf(tx, me);
  if ((await changesOf(tx, { draft, directory })).length === 0) return refused("nothing-changed");
  if (flawsOf(draft.content, directory).length > 0) return refused("revision-flawed");
  const meeting = stillMeeting((await basedOn(tx)) ?? draft.content, draft.content, await openSeries(tx));
  if (meeting) return meeting;
  const { count } = await tx.sql`
    update agreement_draft set proposed = true, version = version + 1, returned_on = null, comments_until = ${commentsUntil}
    where partnership_id = ${me.partnership} and version = ${version} and not proposed`;
  return count === 1 ? ok(null) : refused("draft-stale");
}

/** The administrator takes a proposal back, to go on with it. Refuses "not-yours", and "draft-stale". */
export async function takeRevisionBack({ sql }: Tx, me: Member, { version }: Seen): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const { count } = await sql`
    update agreement_draft set proposed = false, version = version + 1
    where partnership_id = ${me.partnership} and version = ${version} and proposed`;
  return count === 1 ? ok(null) : refused("draft-stale");
}

/** Boligsocialt Forum gives a proposal back to the administrator. Refuses "not-yours", and "draft-stale". */
export async function giveRevisionBack({ sql }: Tx, me: Member, { version }: Seen): Promise<Result<null>> {
  if (!me.duties.includes("forum")) return refused("not-yours");
  const [row] = await sql<{ given: boolean }[]>`select door.give_back_draft(${version}) as given`;
  return row?.given ? ok(null) : refused("draft-stale");
}
