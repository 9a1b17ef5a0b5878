import type { Day } from "#lib/calendar/day.ts";
import type { LogAsked, LogKind, LogLine } from "#lib/log/log-view.ts";
import { showCode } from "#lib/referral/code.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, postLabel } from "../directory/directory.ts";

export type FoundRow = {
  id: string;
  day: Day;
  time: string;
  person: string | null;
  posts: string[];
  kind: LogKind;
  what: string;
  /** Ids; a referral that is gone has no code any more. */
  referrals: string[];
  outside: boolean;
  purpose: string | null;
};

/** `referral`: the id behind a code that was asked for; a code that is nobody's stands for no row at all. */
export type Asked = Omit<LogAsked, "code"> & { referral: string | null };
type Finding = Asked & { limit: number; offset?: number };

/** Rows of the log by person, referral and period (days in Denmark, both included), the newest first. */
export const findRows = (
  { sql }: Tx,
  me: Member,
  { person, referral, from, to, limit, offset = 0 }: Finding,
): Promise<FoundRow[]> => sql<FoundRow[]>`
  select id, to_char(at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day,
    to_char(at at time zone 'Europe/Copenhagen', 'HH24.MI') as time,
    person_id as person, posts, kind, what, referrals, coalesce(detail -> 'outside' = 'true', false) as outside,
    case when kind = 'export' then detail ->> 'purpose' end as purpose
  from log
  where partnership_id = ${me.partnership}
    and at >= ${from}::date::timestamp at time zone 'Europe/Copenhagen'
    and at < (${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen'
    ${person ? sql`and person_id = ${person}` : sql``} ${referral ? sql`and referrals @> array[${referral}]` : sql``}
  order by at desc, id desc limit ${limit} offset ${offset}`;

export type Codes = ReadonlyMap<string, string>;

/** The codes of referrals that still stand, by their ids. */
export async function codesOf({ sql }: Tx, rows: readonly { referrals: readonly string[] }[]): Promise<Codes> {
  const ids = [...new Set(rows.flatMap(({ referrals }) => referrals))];
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; code: string }[]>`select id, code from door.codes_of(${ids}::text[])`;
  return new Map(found.map(({ id, code }) => [id, code]));
}

export const codesIn = (referrals: readonly string[], codes: Codes): string[] =>
  referrals.flatMap((id) => codes.get(id) ?? []).toSorted();

/** The same with names: of people and posts as they are called today. */
export const lineFor =
  (directory: Directory, codes: Codes, locale: "da" | "en") =>
  ({ person, posts, referrals, ...row }: FoundRow): LogLine => ({
    ...row,
    person: person && (directory.people.get(person) ?? "–"),
    posts: posts.map((post) => postLabel(directory, post, locale)),
    codes: codesIn(referrals, codes).map(showCode),
  });
