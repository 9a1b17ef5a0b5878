-- What PostgreSQL 15 to 17 do not have is not asked for.
set local role brobyg_door;
--> statement-breakpoint
-- An id that sorts by its moment, as RFC 9562 describes version 7: 48 bits of milliseconds, the rest by chance. PostgreSQL
-- makes such ids by itself from 18 on only.
create function door.new_row_id() returns uuid language sql volatile set search_path = pg_catalog, pg_temp as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from public.app_clock()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;
--> statement-breakpoint
revoke execute on function door.new_row_id() from public;
--> statement-breakpoint
create or replace function door.note(partnership uuid, person uuid, posts uuid[], kind text, what text, codes text[], detail jsonb)
returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare row_id uuid := door.new_row_id();
begin
  insert into log (partnership_id, id, person_id, posts, kind, what, referrals, detail)
    values (partnership, row_id, person, posts, kind, what, codes, detail);
  return row_id;
end $$;
--> statement-breakpoint
create or replace function door.is_day(told text) returns boolean language plpgsql immutable set search_path = '' as $$
begin
  return told ~ '^\d{4}-\d\d-\d\d$' and told::date is not null;
exception when datetime_field_overflow or invalid_datetime_format then
  return false;
end $$;
--> statement-breakpoint
-- A coded reason for sending it back, as lib/referral/acts/answering.ts asks for it.
create or replace function door.may_return(e event, w handover, given text) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral := (select x from referral x where x.partnership_id = e.partnership_id and x.id = e.referral_id);
  reason jsonb := door.choice(r, 'returnReasons', given);
  municipal boolean := exists (
    select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    where p.partnership_id = w.partnership_id and p.id = w.to_post and u.kind in ('municipality', 'administration', 'municipal-unit'));
  told text := e.details ->> 'destination';
begin
  return reason is not null
    and not (reason ? 'wrong' and municipal)
    and not (reason ? 'onlyAfterAsked' and w.questions = 0)
    and not (reason ? 'afterIdentity' and w.identity_on is null)
    and (reason ->> 'needs' is not distinct from 'date') = (e.details ? 'date')
    and (reason ->> 'needs' is not distinct from 'destination') = (e.details ? 'destination')
    and (told is null or door.choice(r, 'outside', told) is not null
      or case when told ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then told::uuid <> w.to_post and door.takes(e.referral_id, told::uuid) else false end);
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- For how long the application's oldest transaction has run: what it has written may still show up, so the log's chain waits
-- for it. Only whoever has the application's rights sees when its transactions began.
create function door.oldest_transaction() returns interval language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(clock_timestamp() - a.xact_start), interval '0') from pg_stat_activity a
  where a.usename = 'brobyg_app' and a.datname = current_database() $$;
--> statement-breakpoint
revoke all on function door.oldest_transaction() from public;
--> statement-breakpoint
grant execute on function door.oldest_transaction() to brobyg_jobs;
--> statement-breakpoint
grant create on schema door to brobyg_watch;
--> statement-breakpoint
alter function door.oldest_transaction() owner to brobyg_watch;
--> statement-breakpoint
revoke create on schema door from brobyg_watch;
--> statement-breakpoint
-- The same of the login that asks, and only of what has begun to write: the jobs read for as long as it takes.
create function door.oldest_writing() returns interval language sql volatile set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(clock_timestamp() - a.xact_start), interval '0') from pg_stat_activity a
  where a.usename = current_user and a.datname = current_database() and a.backend_xid is not null $$;
--> statement-breakpoint
revoke all on function door.oldest_writing() from public;
--> statement-breakpoint
grant execute on function door.oldest_writing() to brobyg_jobs;
