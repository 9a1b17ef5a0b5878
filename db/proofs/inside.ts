import type postgres from "postgres";

/** The tables that hold something of a referral, each with the order of its rows. */
const tables = {
  handover: "seq",
  event: "seq",
  party: "post_id",
  result: "id",
  referral_matter: "version",
  consent: "seq",
  message: "id",
  resident_mark: "mark",
  notice: "id",
};

export type Inside = {
  status: string;
  holder: string;
  waiting: { to: string; from: string; state: string; discussion: boolean }[];
  current: { to: string; state: string }[];
  agenda: boolean;
  events: number;
  /** One word for everything that is stored of it. */
  rows: string;
};

const each = Object.entries(tables)
  .map(
    ([table, order]) =>
      `(select string_agg(md5(x::text), '' order by ${order}) from ${table} x where x.referral_id = r.id)`,
  )
  .join(", ");

/** A referral as it is stored, seen with the jobs' login, which no policy hides anything from. */
export async function lookInside(jobs: postgres.Sql, code: string): Promise<Inside> {
  const [row] = await jobs.unsafe<Inside[]>(
    `select r.status, r.holder_post as holder, r.on_agenda as agenda, md5(concat(r::text, ${each})) as rows,
      (select count(*)::int from event e where e.referral_id = r.id) as events,
      (select coalesce(json_agg(json_build_object('to', h.to_post, 'from', h.from_post, 'state', h.state,
          'discussion', h.discussion)), '[]') from handover h
        where h.referral_id = r.id and h.state in ('proposed', 'sent', 'opened', 'asked')) as waiting,
      (select coalesce(json_agg(json_build_object('to', h.to_post, 'state', h.state)), '[]') from handover h
        where h.referral_id = r.id and h.state in ('accepted', 'on_hold')) as current
    from referral r where r.code = $1`,
    [code],
  );
  if (!row) throw new Error(`there is no referral ${code}`);
  return row;
}
