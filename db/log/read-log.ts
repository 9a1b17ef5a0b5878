import { addDays, type Day } from "#lib/calendar/day.ts";
import { type ChainStatus, daysAtFirst, type LogView, rowsOnPage } from "#lib/log/log-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { type Asked, codesIn, codesOf, findRows, lineFor } from "./find-rows.ts";
import { findUnusual } from "./find-unusual.ts";
import { look } from "./look.ts";

type Asking = { search?: string | undefined; page: number; locale: "da" | "en" };

/**
 * The log for who protects data: how its chain stands, what is unusual lately, or one page of what was searched for.
 * Refuses everybody else, and somebody else's search, with "not-found". What it shows is a look like any other.
 */
export async function readLog(tx: Tx, me: Member, { search, page, locale }: Asking): Promise<Result<LogView>> {
  if (!me.duties.includes("protect")) return refused("not-found");
  const asked = search ? await readSearch(tx, me, search) : null;
  if (search && !asked) return refused("not-found");
  const [directory, chain] = await Promise.all([directoryOf(tx, me), readChain(tx, me)]);
  const rows = asked
    ? await findRows(tx, me, { ...asked, limit: rowsOnPage + 1, offset: (page - 1) * rowsOnPage })
    : [];
  const found = asked ? [] : await findUnusual(tx, me, directory);
  const shown = rows.slice(0, rowsOnPage);
  const codes = await codesOf(tx, [...shown, ...found, { referrals: asked?.referral ? [asked.referral] : [] }]);
  const line = lineFor(directory, codes, locale);
  const unusual = found.map(({ referrals, ...row }) => ({ ...row, codes: codesIn(referrals, codes) }));
  look(tx, "log", { codes: [...shown, ...found].flatMap(({ referrals }) => codesIn(referrals, codes)) });
  return ok({
    chain,
    people: [...directory.people].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)),
    today: me.today,
    from: addDays(me.today, -daysAtFirst),
    found:
      search && asked
        ? {
            search,
            asked: { ...asked, code: codes.get(asked.referral ?? "") ?? null },
            rows: shown.map(line),
            page,
            more: rows.length > rowsOnPage,
          }
        : null,
    unusual,
  });
}

/** What this person asked; the search is its own row of the log. A code that was nobody's is looked for as "unknown". */
export async function readSearch({ sql }: Tx, me: Member, id: string): Promise<Asked | null> {
  const [row] = await sql<Asked[]>`
    select detail ->> 'person' as person, case when detail ? 'unknown' then 'unknown' else referrals[1] end as referral, detail ->> 'from' as from, detail ->> 'to' as to
    from log where partnership_id = ${me.partnership} and id = ${id} and person_id = ${me.person}
      and kind = 'look' and what = 'log' and detail ? 'from'`;
  return row ?? null;
}

type Point = { number: string; day: Day; time: string };

async function readChain({ sql }: Tx, me: Member): Promise<ChainStatus> {
  const local = (at: string) =>
    sql.unsafe(`to_char(${at} at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day,
    to_char(${at} at time zone 'Europe/Copenhagen', 'HH24.MI') as time`);
  const [last, anchored, waiting] = await Promise.all([
    sql<Point[]>`
      select k.number, ${local("l.at")} from link k join log l on l.partnership_id = k.partnership_id and l.id = k.log_id
      where k.partnership_id = ${me.partnership} order by k.number desc limit 1`,
    sql<Point[]>`
      select number, ${local("at")} from anchor where partnership_id = ${me.partnership} order by number desc limit 1`,
    sql<{ rows: number }[]>`
      select count(*)::int as rows from log l
      where l.partnership_id = ${me.partnership} and l.at > app_now() - interval '1 day'
        and not exists (select 1 from link k where k.partnership_id = l.partnership_id and k.log_id = l.id)`,
  ]);
  const point = ([row]: readonly Point[]) => (row ? { ...row, number: Number(row.number) } : null);
  return { last: point(last), anchored: point(anchored), waiting: waiting[0]?.rows ?? 0 };
}
