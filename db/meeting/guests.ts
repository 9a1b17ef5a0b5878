import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import type { Words } from "#lib/agreement/words.ts";
import { mailAddress } from "#lib/directory/inputs.ts";
import type { Guests } from "#lib/meeting/meeting-view.ts";
import { id } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { leadMeeting, type MeetingRow } from "./find-meeting.ts";
import { seriesOf } from "./series.ts";
import { tellCalled } from "./tell-called.ts";

/** As many as a room takes: nobody mails a whole town from here. */
const most = 60;

/** Who is invited as a guest, for whoever calls the meeting while it is to come; null where the series takes none. */
export async function guestsOf(
  { sql }: Tx,
  me: Member,
  meeting: Pick<MeetingRow, "id" | "state" | "convener">,
  { series, lang }: { series: MeetingSeries | null; lang: keyof Words },
): Promise<Guests | null> {
  if (!series?.guests || meeting.state !== "called" || !me.posts.includes(meeting.convener)) return null;
  const invited = await sql<Guests["invited"]>`
    select id, address from meeting_guest where meeting_id = ${meeting.id} and not off order by address`;
  return { who: series.guests[lang], invited: [...invited] };
}

export const guestInput = z.strictObject({ mail: mailAddress });

/**
 * Invites somebody without an account, by mail alone: caretakers, at the thematic meeting. Their address is kept until the
 * meeting is closed or its day is over. Inviting them twice mails them once. Refuses like `leadMeeting`, "no-guests" where the series takes none,
 * and "too-many-guests".
 */
export async function inviteGuest(
  tx: Tx,
  me: Member,
  { meeting, mail }: { meeting: string; mail: string },
): Promise<Result<null>> {
  const led = await takesGuests(tx, me, meeting);
  if (!led.ok) return led;
  const { sql } = tx;
  const [row] = await sql<{ guests: number }[]>`
    select count(*)::int as guests from meeting_guest where meeting_id = ${meeting} and not off`;
  if ((row?.guests ?? 0) >= most) return refused("too-many-guests", "mail");
  await sql`
    insert into meeting_guest (partnership_id, id, meeting_id, address)
    values (${me.partnership}, ${randomUUID()}, ${meeting}, ${mail}) on conflict do nothing`;
  await tellCalled(tx, meeting);
  return ok(null);
}

export const guestChosen = z.strictObject({ guest: id });

/** Takes a guest off again: they are mailed that the meeting does not concern them. Refuses like `inviteGuest`, "not-found". */
export async function takeOffGuest(
  tx: Tx,
  me: Member,
  { meeting, guest }: { meeting: string; guest: string },
): Promise<Result<null>> {
  const led = await takesGuests(tx, me, meeting);
  if (!led.ok) return led;
  const { count } = await tx.sql`update meeting_guest set off = true where meeting_id = ${meeting} and id = ${guest}`;
  if (count === 0) return refused("not-found");
  await tellCalled(tx, meeting);
  return ok(null);
}

/** Guests are the convener's own: whoever coordinates sees addresses only where they call the series themselves. */
async function takesGuests(tx: Tx, me: Member, meeting: string): Promise<Result<MeetingRow>> {
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called"] });
  if (!led.ok) return led;
  if (!me.posts.includes(led.value.convener)) return refused("not-yours");
  const series = seriesOf(await agreementOf(tx, me, me.agreement), led.value.series);
  return series?.guests ? led : refused("no-guests");
}
