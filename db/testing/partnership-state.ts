import postgres from "postgres";
import { asOwner } from "../seed/as-owner.ts";

type Owned = { ownerUrl: string };

const tables = "partnership unit function function_name post person account holding invitation log mail".split(" ");

/** Everything that stands in the partnerships, but for ids, moments and secrets. */
export const stateOf = ({ ownerUrl }: Owned) =>
  asOwner(
    ownerUrl,
    (sql) => sql<Record<string, unknown>[]>`
      select s.name, s.directory,
        (select jsonb_agg(u.kind order by u.kind) from unit u where u.partnership_id = s.id) as units,
        (select jsonb_agg(f.code order by f.code) from function f where f.partnership_id = s.id) as functions,
        (select jsonb_agg(n.da order by n.da) from function_name n where n.partnership_id = s.id) as names,
        (select jsonb_agg(p.function order by p.function) from post p where p.partnership_id = s.id) as posts,
        (select jsonb_agg(jsonb_build_array(x.name, a.email, p.function) order by p.function, a.email) from holding h
          join person x on x.partnership_id = s.id and x.id = h.person_id join account a on a.id = x.account_id
          join post p on p.partnership_id = s.id and p.id = h.post_id where h.partnership_id = s.id) as people,
        (select count(*)::int from invitation i where i.partnership_id = s.id and i.used_at is null) as links,
        (select jsonb_agg(l.what order by l.what) from log l where l.partnership_id = s.id) as log,
        (select jsonb_agg(m.kind order by m.kind) from mail m where m.partnership_id = s.id) as mail
      from partnership s order by s.name`,
    tables,
  );

/** Every function, policy, trigger, grant and column of a database, and its logins' settings, as text. */
export async function definitionsOf({ ownerUrl }: Owned): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ said: string }[]>`
      select 'function ' || pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') || p.proowner::regrole as said
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('door', 'public') and p.prokind = 'f'
      union all select 'policy ' || to_jsonb(y)::text from pg_policies y
      union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal
      union all select 'table ' || c.oid::regclass || coalesce(c.relacl::text, '') || c.relforcerowsecurity from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
      union all select 'column ' || table_name || '.' || column_name || data_type || is_nullable
        from information_schema.columns where table_schema = 'public'
      union all select 'login ' || s.setrole::regrole || array_to_string(s.setconfig, ',') from pg_db_role_setting s
        join pg_database d on d.oid = s.setdatabase where d.datname = current_database()
      order by 1`;
    return rows.map(({ said }) => said);
  } finally {
    await sql.end();
  }
}
