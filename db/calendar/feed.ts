import type { Day } from "#lib/calendar/day.ts";
import type { CalendarMeeting } from "#lib/export/calendar.ts";
import { ok, type Result } from "#lib/result.ts";
import { newToken } from "../account/sign-in.ts";
import { hashOf, type Pool, type Tx } from "../client.ts";

type Found = Omit<CalendarMeeting, "url">;

/**
 * The meetings that the owner of a feed is called to, asked for without a session, and when they were read. Null for a token
 * that nobody has, or whose account is closed.
 */
export async function readFeed({ sql }: Pool, token: string): Promise<{ meetings: Found[]; read: Date } | null> {
  const rows = await sql<((Found | { id: null }) & { read: Date })[]>`
    select id, sequence, title, on_day as "onDay", starts_at as "startsAt", place, app_now()::text as read
    from door.calendar_of(${hashOf(token)})`;
  const [first] = rows;
  return first ? { meetings: rows.filter((row) => row.id !== null), read: new Date(first.read) } : null;
}

/** A new token for one's own feed, shown this once; the one before it opens nothing any more. */
export async function makeFeed({ sql }: Tx): Promise<Result<{ token: string }>> {
  const token = newToken();
  await sql`select door.set_calendar(${hashOf(token)})`;
  return ok({ token });
}

/** From now on no address shows one's meetings. */
export async function removeFeed({ sql }: Tx): Promise<Result<null>> {
  await sql`select door.drop_calendar()`;
  return ok(null);
}

/** Since when one has a feed. */
export async function feedSince({ sql }: Tx): Promise<Day | null> {
  const [row] = await sql<{ day: Day | null }[]>`select door.my_calendar() as day`;
  return row?.day ?? null;
}
