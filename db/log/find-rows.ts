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
  codes: string[];
  outside: boolean;
  purpose: string | null;
};

type Finding = LogAsked & { limit: number; offset?: number };

/** Rows of the log by person, code and period (days in Denmark, both included), the newest first. */
export const findRows = (
  { sql }: Tx,
  me: Member,
  { person, code, from, to, limit, offset = 0 }: Finding,
): Promise<FoundRow[]> => sql<FoundRow[]>`
  select id, to_char(at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day,
    to_char(at at time zone 'Europe/Copenhagen', 'HH24.MI') as time,
    person_id as person, posts, kind, what, codes, coalesce(detail -> 'outside' = 'true', false) as outside,
    case when kind = 'export' then detail ->> 'purpose' end as purpose
  from log
  where partnership_id = ${me.partnership}
    and at >= ${from}::date::timestamp at time zone 'Europe/Copenhagen'
    and at < (${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen'
    ${person ? sql`and person_id = ${person}` : sql``} ${code ? sql`and codes @> array[${code}]` : sql``}
  order by at desc, id desc limit ${limit} offset ${offset}`;

/** The same with names: of people and posts as they are called today. */
export const lineFor =
  (directory: Directory, locale: "da" | "en") =>
  ({ person, posts, codes, ...row }: FoundRow): LogLine => ({
    ...row,
    person: person && (directory.people.get(person) ?? "–"),
    posts: posts.map((post) => postLabel(directory, post, locale)),
    codes: codes.map(showCode),
  });
