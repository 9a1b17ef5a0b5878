import type { Tx } from "../client.ts";

/** Screens that show one referral: each time it is shown there is a row. */
const single = ["referral", "receipt", "slip", "new", "access", "print"] as const;
/** Lists, which look again by themselves: a row when one is opened, and when what stands in it has changed. */
const several = ["inbox", "work", "board", "leader", "notices", "meeting", "minutes", "log", "find"] as const;
/** Every screen there is: the database takes no other into the log. */
export const screens = [...single, ...several];
export type Screen = (typeof screens)[number];

/**
 * Says in the log which referrals this transaction is about to show, before anything of it leaves. Called by every read
 * that shows a code or a fact of a referral, with all of them. It is sent along with what follows and costs no waiting of
 * its own; when the row cannot be written, `asMember` throws and nothing is shown.
 *
 * @param seen what it shows: codes, without their hyphen, and the meeting whose cases it shows without codes
 */
export function look(tx: Tx, screen: Screen, seen: { codes: readonly string[]; meeting?: string }): void {
  const { codes, meeting } = seen;
  if (codes.length === 0 && !meeting) return;
  const again = tx.again && !(single as readonly Screen[]).includes(screen);
  tx.underway.push(
    tx.sql`select door.look(${screen}, ${[...codes]}::text[], ${meeting ?? null}::uuid, ${again})`.execute(),
  );
}
