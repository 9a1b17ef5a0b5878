import type postgres from "postgres";

/**
 * What PostgreSQL still tells the application of rows that no policy lets it see. Only a superuser closes it
 * (`db/close-catalogue.sql`): the built-in server has one, a server of others may not have been asked.
 */
export async function findOpenCatalogue(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    select what from (values
      ('how many rows a table has', has_function_privilege('brobyg_app', 'pg_stat_get_live_tuples(oid)', 'execute')
        or has_column_privilege('brobyg_app', 'pg_class', 'reltuples', 'select')),
      ('how large a table is', has_function_privilege('brobyg_app', 'pg_relation_size(regclass)', 'execute')
        or has_column_privilege('brobyg_app', 'pg_class', 'relpages', 'select')),
      ('what other connections do and hold', has_function_privilege('brobyg_app', 'pg_stat_get_activity(integer)', 'execute')
        or has_function_privilege('brobyg_app', 'pg_lock_status()', 'execute')),
      ('how often a row was changed', has_function_privilege('brobyg_app', 'currtid2(text, tid)', 'execute')),
      ('which transactions run', has_function_privilege('brobyg_app', 'pg_current_snapshot()', 'execute')),
      ('end connections of the same login', has_function_privilege('brobyg_app', 'pg_terminate_backend(integer, bigint)', 'execute')
        or has_function_privilege('brobyg_app', 'pg_cancel_backend(integer)', 'execute')),
      ('large objects, outside every policy', has_function_privilege('brobyg_app', 'lo_from_bytea(oid, bytea)', 'execute')
        or has_function_privilege('brobyg_app', 'lo_creat(integer)', 'execute'))) open (what, told)
    where told`;
  return rows.map(({ what }) => what);
}
