import { mayReopen, reopenMinutes } from "#lib/meeting/take-back.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, convenes, findMeeting, isDecided, leadMeeting, wasQuicker } from "./find-meeting.ts";
import { isEnding } from "./series.ts";

/**
 * Opens a meeting again that was closed by mistake: its minutes go, and the meeting that was called at its end is cancelled,
 * which everybody who was called to it is mailed. What was decided stays. Refuses like `leadMeeting`, and "minutes-stand"
 * once it is too late.
 */
export async function reopen(tx: Tx, me: Member, meeting: string): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["closed"] });
  if (!led.ok) return led;
  const { until: _, ...since } = await sinceClosed(tx, meeting);
  if (!mayReopen({ state: led.value.state, ...since })) return refused("minutes-stand");
  const later = await calledAfter(tx, meeting);
  const posts = new Set((await Promise.all([meeting, ...later].map((each) => calledPosts(tx, each)))).flat());
  if (await wasQuicker(sql`select door.reopen(${meeting})`)) return refused("minutes-stand");
  await tellLists(tx, me, [...posts]);
  return ok(null);
}

/** What the minutes say to whoever may open the meeting again; null for everybody else, and once it is too late. */
export type Reopening = {
  /** A clock time in Copenhagen, `HH.MM`; null where nothing was decided. */
  until: string | null;
  /** The meeting that is cancelled then, and how many posts are mailed. */
  next: { number: number; posts: number } | null;
};

export async function reopening(tx: Tx, me: Member, id: string): Promise<Reopening | null> {
  const meeting = await findMeeting(tx, id);
  if (!meeting || !convenes(me, meeting.convener)) return null;
  const { until, ...since } = await sinceClosed(tx, id);
  if (!mayReopen({ state: meeting.state, ...since })) return null;
  const [next] = await tx.sql<{ number: number; posts: number }[]>`
    select n.number, (select count(*)::int from meeting_post p where p.meeting_id = n.id) as posts
    from meeting n where n.id = any (${await calledAfter(tx, id)}::uuid[])`;
  return { until: since.decided ? until : null, next: next ?? null };
}

/** What decides whether a closed meeting may be opened again. */
async function sinceClosed(tx: Tx, meeting: string) {
  const [[row], decided] = await Promise.all([
    tx.sql<{ series: string; since: number; until: string; corrected: boolean; followed: boolean }[]>`
      select m.series, extract(epoch from app_now() - m.closed_at)::float8 * 1000 as since,
        to_char((m.closed_at + make_interval(mins => ${reopenMinutes})) at time zone 'Europe/Copenhagen', 'HH24.MI') as until,
        exists (select 1 from minutes_correction c where c.meeting_id = m.id) as corrected,
        door.later_stands(m.id) as followed
      from meeting m where m.id = ${meeting}`,
    isDecided(tx, meeting),
  ]);
  if (!row) throw new Error(`there is no meeting ${meeting}`);
  const { series, ...since } = row;
  return { ...since, decided, ending: await isEnding(tx, series) };
}

/** The meetings of its series that were called after it, and wait to be held. */
async function calledAfter({ sql }: Tx, meeting: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select n.id from meeting m join meeting n on n.series = m.series and n.number > m.number and n.state = 'called'
    where m.id = ${meeting}`;
  return rows.map(({ id }) => id);
}
