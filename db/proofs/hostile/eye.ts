import { makeLive, tickChecklist } from "../../testing/live.ts";
import type { World } from "../../testing/world.ts";

export type Table = string;
export type Column = { table: Table; name: string; type: string; labels: string[]; granted: boolean };
/** Every row of one referral, by its table; and the posts of its partnership that an attacker could name. */
export type Rows = Record<Table, Record<string, unknown>[]>;

/** Rows that are nobody's act: who has it open now, and what a meeting has on its list. */
const elsewhere = ["presence", "meeting_case"];

/** Every table that holds something of a referral, with its columns, as the catalogue has them: a new one is tried by itself. */
export const readColumns = async ({ owns }: World): Promise<Map<Table, Column[]>> =>
  owns([], async (sql) => {
    const rows = await sql<Column[]>`
      select c.relname as table, a.attname as name, t.typname as type,
        array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels,
        has_column_privilege('brobyg_app', c.oid, a.attnum, 'update') as granted
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (${elsewhere})
        and (c.relname = 'referral' or exists (
          select 1 from pg_attribute r where r.attrelid = c.oid and r.attname = 'referral_id'))
      order by c.relname <> 'referral', c.relname, a.attnum`;
    return Map.groupBy(rows, ({ table }) => table) as Map<Table, Column[]>;
  });

/**
 * From now on it is this moment, for the database and whoever asks it; and the installation is a live one, in which nobody
 * says when something happened, and whose checklist is whole.
 */
export const freezeClock = async (world: World): Promise<void> => {
  await world.owns([], async (sql) => {
    const [row] = await sql<{ now: string }[]>`select app_now()::text as now`;
    for (const clock of [
      "app_now() returns timestamptz language sql stable",
      "app_clock() returns timestamptz language sql volatile",
    ])
      await sql.unsafe(`create or replace function ${clock} as $$ select '${row?.now}'::timestamptz $$`);
  });
  await makeLive(world);
  await tickChecklist(world);
};

/** A function of the proof's own that sees every row of a referral, whoever calls it. */
export const makeEye = async ({ owns }: World, columns: ReadonlyMap<Table, readonly Column[]>): Promise<void> =>
  owns([], async (sql) => {
    const tables = [...columns].map(([table, its]) => {
      const key = table === "referral" ? "id" : "referral_id";
      const own = its.some(({ name }) => name === "tx")
        ? `to_jsonb(x) || jsonb_build_object('tx', case when x.tx = pg_current_xact_id_if_assigned() then 'own' else x.tx::text end)`
        : "to_jsonb(x)";
      return `'${table}', (select coalesce(jsonb_agg(${own} order by x::text), '[]') from ${table} x where x.${key} = its)`;
    });
    for (const table of [...columns.keys(), "post"])
      await sql.unsafe(`create policy proof on ${table} for select to current_user using (true)`);
    await sql.unsafe(`create function proof_rows(its uuid) returns jsonb language sql stable security definer
      set search_path = public, pg_temp as $$ select jsonb_build_object(${tables.join(", ")},
        'seats', (select jsonb_agg(distinct jsonb_build_object('id', p)) from referral r
          left join handover h on h.referral_id = r.id, unnest(array[r.origin_post, r.holder_post, h.to_post] ) p where r.id = its and p is not null),
        'stranger', (select jsonb_agg(jsonb_build_object('id', p.id)) from (select p.id from post p join referral r
          on r.partnership_id = p.partnership_id and r.id = its
          where not exists (select 1 from party y where y.referral_id = its and y.post_id = p.id) order by p.id limit 1) p)) $$`);
    await sql.unsafe("grant execute on function proof_rows(uuid) to brobyg_app");
  });
