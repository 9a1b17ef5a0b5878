import { asTx, type Pool, type Tx } from "#db/client.ts";
import { agreementOf, type Directory, directoryOf, peopleOf } from "#db/directory/directory.ts";
import { partnerships } from "#db/log/chain.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { hasService, serviceOf } from "#lib/agreement/service-of.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { within } from "#lib/directory/presence.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import type { NoticeKind } from "#lib/referral/change.ts";
import { showCode } from "#lib/referral/code.ts";
import { type MailKind, type MailOf, mailKindOf, mailOf, morning, tellsWithin } from "#lib/referral/notice-mail.ts";

type Notice = {
  id: string;
  kind: NoticeKind;
  post: PostId;
  by: PersonId | null;
  old: boolean;
  due: Day | null;
  code: string;
  service: string;
  agreement: string;
};
type Place = { partnership: string; today: Day; hour: number };
type Choice = { person: PersonId; off: MailKind[]; locale: Locale };

/**
 * Writes the mails that tell of notices: the digest of a working day once, from eight o'clock on, and what cannot wait for
 * it. A notice is taken once it can no longer be undone, and marked in the transaction that writes the mails, so that none
 * is told twice, none is left out and none tells of what did not happen. Answers how many mails it wrote.
 *
 * @param hour of the day in Denmark; the database's own clock when left out
 */
export async function tellByMail(pool: Pool, today: Day, hour?: number): Promise<number> {
  const now = hour ?? (await hourOf(pool));
  let mails = 0;
  for (const partnership of await partnerships(pool))
    mails += await pool.sql.begin((sql) => tell(asTx(pool, sql), { partnership, today, hour: now }));
  return mails;
}

async function hourOf({ sql }: Pool): Promise<number> {
  const [row] = await sql<
    { hour: number }[]
  >`select extract(hour from app_now() at time zone 'Europe/Copenhagen')::int as hour`;
  return row?.hour ?? 0;
}

async function tell(tx: Tx, place: Place): Promise<number> {
  const { partnership, today } = place;
  const [known] = await tx.sql<{ directory: number; agreement: string }[]>`
    select p.directory, a.id as agreement from partnership p
    join lateral (
      select id from agreement a where a.partnership_id = p.id and a.valid_from <= ${today}
      order by a.number desc limit 1) a on true
    where p.id = ${partnership}`;
  if (!known) return 0;
  const inForce = await agreementOf(tx, { partnership, agreement: known.agreement });
  const digest = await isDigestDue(tx, place, inForce);
  const waiting = await unmailed(tx, partnership);
  const mails = new Map<string, MailOf>();
  for (const notice of waiting)
    mails.set(notice.id, mailOf({ ...notice, eviction: await isEviction(tx, notice, partnership) }, today));
  const due = waiting.filter(({ id, old }) => old || isDue(mails.get(id) ?? "digest", { ...place, digest }));
  if (due.length === 0) return 0;
  const directory = await directoryOf(tx, { partnership, today, directory: known.directory });
  const [choices, seen] = await Promise.all([choicesIn(tx, partnership), seenOf(tx, partnership, due)]);

  const letters = new Map<string, { person: PersonId; mail: MailOf; codes: Set<string> }>();
  for (const notice of due.filter(({ old }) => !old))
    for (const person of readersOf(notice, { directory, today })) {
      if (choices.get(person)?.off.includes(mailKindOf(notice.kind)) || seen.has(`${notice.id} ${person}`)) continue;
      const mail = mails.get(notice.id) ?? "digest";
      const letter = letters.get(`${person} ${mail}`) ?? { person, mail, codes: new Set() };
      letters.set(`${person} ${mail}`, letter);
      letter.codes.add(showCode(notice.code));
    }
  let written = 0;
  for (const { person, mail, codes } of letters.values()) {
    const [row] = await tx.sql<{ written: boolean }[]>`
      select door.mail_person(${partnership}, ${person}, ${mail}, ${tx.sql.json({ codes: [...codes].join("\n") })},
        ${choices.get(person)?.locale ?? "da"}) as written`;
    if (row?.written) written += 1;
  }
  await tx.sql`
    update notice set mailed_at = app_now() where partnership_id = ${partnership} and id = any (${due.map(({ id }) => id)}::uuid[])`;
  return written;
}

/** What waits for the digest is told by it alone, and a last day once it has begun; what is urgent never waits. */
const isDue = (mail: MailOf, { digest, hour }: { digest: boolean; hour: number }): boolean =>
  mail === "digest" ? digest : mail === "urgent" || hour >= morning;

/** From eight o'clock on, of a working day, whoever comes first makes it, and nobody again that day. */
async function isDigestDue(
  { sql }: Tx,
  { partnership, today, hour }: Place,
  inForce: AgreementContent,
): Promise<boolean> {
  if (hour < morning || !workingDays(inForce.workingDays.exceptions).isWorkingDay(today)) return false;
  const { count } = await sql`
    insert into digest (partnership_id, on_day) values (${partnership}, ${today}) on conflict do nothing`;
  return count === 1;
}

/** Notices that no mail has told of and that nobody can drop any more: an undo may, until a second after their release. */
const unmailed = ({ sql }: Tx, partnership: string) => sql<Notice[]>`
  select n.id, n.kind, n.to_post as post, n.person_id as by, e.details ->> 'due' as due, r.code, r.service,
    r.agreement_id as agreement, n.release_at < app_now() - make_interval(days => ${tellsWithin}) as old
  from notice n
  join event e on e.partnership_id = n.partnership_id and e.id = n.event_id
  join referral r on r.partnership_id = n.partnership_id and r.id = n.referral_id
  where n.partnership_id = ${partnership} and n.mailed_at is null and n.dropped_at is null
    and n.release_at <= app_clock() - interval '2 seconds'
  order by n.release_at, n.id for update of n`;

async function isEviction(tx: Tx, { agreement, service }: Notice, partnership: string): Promise<boolean> {
  const content = await agreementOf(tx, { partnership, agreement });
  return hasService(content, service) && serviceOf(content, service).clock === "eviction";
}

/** Whoever acts for the post today, and its deputies too when it is late; never the one who did it. */
function readersOf({ post, kind, by }: Notice, { directory, today }: { directory: Directory; today: Day }): PersonId[] {
  const deputies = directory.holdings.filter((each) => each.post === post && each.deputy && within(today, each));
  const people = [
    ...peopleOf(directory, post, today),
    ...(kind === "late" ? deputies : []).map(({ person }) => person),
  ];
  return [...new Set(people)].filter((person) => person !== by);
}

async function choicesIn({ sql }: Tx, partnership: string): Promise<Map<PersonId, Choice>> {
  const rows = await sql<Choice[]>`
    select person_id as person, off, locale from mail_choice where partnership_id = ${partnership}`;
  return new Map(rows.map((row) => [row.person, row]));
}

/** Who has read which of them in the app: nobody is told again. */
async function seenOf({ sql }: Tx, partnership: string, notices: readonly Notice[]): Promise<Set<string>> {
  const rows = await sql<{ notice: string; person: PersonId }[]>`
    select notice_id as notice, person_id as person from notice_seen
    where partnership_id = ${partnership} and notice_id = any (${notices.map(({ id }) => id)}::uuid[])`;
  return new Set(rows.map(({ notice, person }) => `${notice} ${person}`));
}
