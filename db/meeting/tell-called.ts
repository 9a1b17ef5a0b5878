import type { Tx } from "../client.ts";

/**
 * Mails whoever holds a called post, or stands in, what they do not know of the meeting yet: that they are called, another
 * time or place, that it is cancelled. In the transaction that changes the meeting, after the change.
 */
export async function tellCalled({ sql }: Tx, meeting: string): Promise<void> {
  await sql`select door.tell_called(${meeting})`;
}
