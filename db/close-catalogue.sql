-- What PostgreSQL tells every login of rows that no policy lets it see: how many there are, how large a table is, what other
-- connections do and hold; large objects, which stand outside every policy; and ending the connections of the same login. Only a superuser may close these, in each
-- database, as the built-in server does. Of a server of others: psql -f db/close-catalogue.sql, as its superuser, in the
-- database of Brobyg; npm start tells when it was not done.
do $$
declare its record;
begin
  for its in
    select p.oid::regprocedure as name, p.proname in ('pg_lock_status', 'pg_stat_get_activity', 'pg_terminate_backend', 'pg_export_snapshot') as needed
    from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ ('^(lo_|lo(open|close|read|write|creat|tell|lseek|import|export|unlink)'
      || '|pg_stat_get_|pg_(relation|total_relation|table|indexes|database|tablespace)_size$|pg_lock_status$|pg_prepared_xact$'
      || '|pg_current_wal_|pg_get_wal|pg_show_replication|currtid2$|pg_(safe_snapshot_)?blocking_pids$|pg_notification_queue_usage$'
      || '|pg_(terminate|cancel)_backend$|pg_(export|current)_snapshot$|txid_current_snapshot$|pg_logical_emit_message$)')
  loop
    execute format('revoke execute on function %s from public', its.name);
    if its.needed then execute format('grant execute on function %s to brobyg_owner with grant option', its.name); end if;
  end loop;
end $$;
revoke select on pg_class from public;
do $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = 'pg_class'::regclass and attnum > 0 and attname not in ('reltuples', 'relpages', 'relallvisible', 'relallfrozen');
  execute format('grant select (%s) on pg_class to public', columns);
end $$;
revoke select on pg_largeobject_metadata from public;
