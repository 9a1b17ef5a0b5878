import type { Pool } from "#db/client.ts";
import { forumName } from "#db/directory/forum-name.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { letterOf } from "./letter.ts";
import type { MailRoute } from "./mail-route.ts";

type Row = {
  id: string;
  partnership: string;
  to: string;
  kind: string;
  values: Record<string, string>;
  locale: Locale;
  at: Date;
  today: Day;
  old: boolean;
  gone: boolean;
};

/** How mails leave, the address that people type, and the one that mails come from. */
export type Sending = { route: MailRoute; origin: string; from: string };

/** So many at a time: the next turn takes the rest. */
const most = 50;

/**
 * Sends what waits, oldest first, and forgets what was in it: a link stands in the database only until its mail has left.
 * What a server refuses for good is marked, as is what could not be sent for a day or is for somebody who has left (but that they have); everything else waits for the next turn.
 * Answers how many were sent; throws what kept every one of them back, so that the next turn waits longer.
 */
export async function sendMail({ sql }: Pool, { route, ...sender }: Sending): Promise<number> {
  const waiting = await sql<Row[]>`
    select m.id, m.partnership_id as partnership, door.today() as today, m.to_address as to, m.kind, m."values", m.locale, m.at, m.at < app_now() - interval '1 day' as old,
      exists (select 1 from person p
        where p.partnership_id = m.partnership_id and p.id = m.person_id and p.left_on is not null
          and m.kind <> 'left') as gone
    from mail m where m.sent_at is null and m.failed is null order by m.at limit ${most}`;
  const forums = new Map<string, Words | null>();
  for (const { partnership, today } of waiting)
    if (!forums.has(partnership)) forums.set(partnership, await forumName({ sql }, { partnership, today }));
  let sent = 0;
  let last: Error | undefined;
  for (const { id, to, old, gone, partnership, ...row } of waiting) {
    const letter = letterOf({ to, forum: forums.get(partnership) ?? null, ...row }, sender);
    const failure = letter && !gone ? await failureOf(() => route({ id, to, ...letter })) : unsent(gone);
    if (!failure) {
      await sql`update mail set sent_at = app_now(), "values" = '{}' where id = ${id}`;
      sent += 1;
    } else if (failure.final || old) {
      await sql`update mail set failed = ${failure.why}, "values" = '{}' where id = ${id}`;
    } else last = failure.error;
  }
  if (sent === 0 && last) throw last;
  return sent;
}

const unsent = (gone: boolean): Failure => ({ why: gone ? "left" : "unknown-kind", final: true });

type Failure = { why: string; final: boolean; error?: Error };

/** Why a mail could not be sent: a code, never what the server wrote, which may name somebody. */
async function failureOf(send: () => Promise<void>): Promise<Failure | null> {
  try {
    await send();
    return null;
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    return {
      why: responseCode ? String(responseCode) : (code ?? "unknown"),
      final: code === "EENVELOPE" && (responseCode === undefined || responseCode >= 500),
      ...(error instanceof Error ? { error } : {}),
    };
  }
}
