set local role brobyg_door;
--> statement-breakpoint
-- Nobody adopts a version without a series that has a meeting called or held; whoever calls one at that moment waits, and is
-- refused. A guard of its own, whatever else an adopted version has to be.
create function door.series_stay() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := new.partnership_id;
  gone text;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  for gone in
    select known.code from (
      select m.series as code from meeting m where m.partnership_id = here
      union
      select x ->> 'code' from agreement a, jsonb_array_elements(a.content -> 'meetings') x where a.partnership_id = here) known
    where not door.has_series(new.content, known.code) order by 1
  loop
    perform pg_advisory_xact_lock(hashtextextended(here || gone, 0));
  end loop;
  if exists (
    select 1 from meeting m
    where m.partnership_id = here and m.state in ('called', 'held') and not door.has_series(new.content, m.series))
  then
    raise exception 'a meeting of a series that goes is called or held' using errcode = 'BB022';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger agreement_series_stay before insert on agreement for each row execute function door.series_stay();
