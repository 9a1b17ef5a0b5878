import { z } from "zod";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type MailKind, mailKinds } from "#lib/referral/notice-mail.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** A form without a single kind says no to all of them. */
export const mailChoiceInput = z.strictObject({
  on: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(mailKinds)).max(mailKinds.length),
  ),
});

/** What this person wants mail about; everything, until they say otherwise. */
export async function readMailChoice({ sql }: Tx, me: Member): Promise<MailKind[]> {
  const [row] = await sql<{ off: MailKind[] }[]>`
    select off from mail_choice where partnership_id = ${me.partnership} and person_id = ${me.person}`;
  return mailKinds.filter((kind) => !row?.off.includes(kind));
}

/** Chooses one's own mails, and that they come in the language in which one chose. */
export async function chooseMail(
  { sql }: Tx,
  me: Member,
  { on, locale }: { on: readonly MailKind[]; locale: Locale },
): Promise<Result<null>> {
  const off = mailKinds.filter((kind) => !on.includes(kind));
  await sql`
    insert into mail_choice (partnership_id, person_id, off, locale)
    values (${me.partnership}, ${me.person}, ${off}, ${locale})
    on conflict (partnership_id, person_id) do update set off = excluded.off, locale = excluded.locale`;
  return ok(null);
}
