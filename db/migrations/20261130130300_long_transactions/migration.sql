set local role brobyg_door;
--> statement-breakpoint
-- Each statement asks anew whether the session still lives, at this very moment: a transaction that keeps an old picture of
-- the rows sees nothing at all, and one that was begun before its session ended sees nothing from then on.
create or replace function door.live() returns table (account_id uuid, partnership_id uuid, person_id uuid) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  told text := current_setting('app.session', true);
  moment timestamptz;
begin
  if told is null or told !~ '^[0-9a-f]{64}$' or current_setting('transaction_isolation') <> 'read committed' then return; end if;
  moment := public.app_clock();
  return query
    select s.account_id, s.partnership_id, p.id
    from session s
    join account a on a.id = s.account_id and a.active
    join person p on p.account_id = s.account_id and p.partnership_id = s.partnership_id
    where s.hash = decode(told, 'hex') and s.revoked_at is null and s.ends_at > moment
      and s.seen_at > moment - interval '30 minutes' and (p.left_on is null or p.left_on > door.today());
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- No transaction of the application lasts as long as 100 seconds; one that does is somebody who holds rows: the log's chain,
-- a session that is to end and what is to be forgotten would wait for it. Whoever has the application's rights may end its
-- connections, and this role has them for nothing else. PostgreSQL says when a transaction began by its own clock.
create function door.end_long_transactions() returns integer language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with long as materialized (
    select a.pid from pg_stat_activity a
    where a.usename = 'brobyg_app' and a.datname = current_database() and a.xact_start < statement_timestamp() - interval '110 seconds')
  select count(*) filter (where pg_terminate_backend(pid))::integer from long $$;
--> statement-breakpoint
revoke all on function door.end_long_transactions() from public;
--> statement-breakpoint
grant execute on function door.end_long_transactions() to brobyg_jobs;
--> statement-breakpoint
grant create on schema door to brobyg_watch;
--> statement-breakpoint
alter function door.end_long_transactions() owner to brobyg_watch;
--> statement-breakpoint
revoke create on schema door from brobyg_watch;
--> statement-breakpoint
-- Where a superuser has closed these to everybody (db/close-catalogue.sql), the owner hands on what its own roles need.
do $$
begin
  if has_function_privilege('pg_stat_get_activity(integer)', 'execute with grant option') then
    grant execute on function pg_lock_status(), pg_stat_get_activity(integer) to brobyg_jobs;
    grant execute on function pg_stat_get_activity(integer) to brobyg_watch;
  end if;
end $$;
