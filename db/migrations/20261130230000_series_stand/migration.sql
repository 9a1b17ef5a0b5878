set local role brobyg_door;
--> statement-breakpoint
-- Does a version have that series of meetings?
create function door.has_series(content jsonb, series text) returns boolean language sql immutable set search_path = '' as $$
  select coalesce(content -> 'meetings' @> jsonb_build_array(jsonb_build_object('code', series)), false) $$;
--> statement-breakpoint
revoke execute on function door.has_series(jsonb, text) from public;
--> statement-breakpoint
-- Series with a meeting that is called or held, and its day: what whoever prepares or adopts a version may know before one is
-- taken out, who need not be called to it.
create function door.open_series() returns table (series text, on_day date) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if not door.has_duty('administer') and not door.has_duty('forum') then return; end if;
  return query
    select m.series, m.on_day from meeting m
    where m.partnership_id = door.partnership() and m.state in ('called', 'held') order by m.on_day, m.series;
end $$;
--> statement-breakpoint
revoke execute on function door.open_series() from public;
--> statement-breakpoint
grant execute on function door.open_series() to brobyg_app;
--> statement-breakpoint
-- Nobody adopts a version without a series that has a meeting called or held, nor calls one at the same moment.
create function door.series_stay() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := new.partnership_id;
  gone text;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  for gone in
    select distinct m.series from meeting m where m.partnership_id = here and not door.has_series(new.content, m.series) order by 1
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
-- The same as before, and none is called or opened again of a series that the newest version ends, whenever that begins.
create or replace function door.meeting_alone() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if new.state not in ('called', 'held') then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.partnership_id || new.series, 0));
  if exists (select 1 from meeting m where m.partnership_id = new.partnership_id and m.series = new.series
    and m.id <> new.id and m.state in ('called', 'held')) then
    raise exception 'another meeting of the series is called or held' using errcode = 'BB005';
  end if;
  -- One that is called or held already goes on to its end.
  if session_user <> 'brobyg_app' or tg_op = 'UPDATE' and old.state in ('called', 'held') then return null; end if;
  if not coalesce((
    select door.has_series(a.content, new.series) from agreement a
    where a.partnership_id = new.partnership_id order by a.number desc limit 1), true)
  then
    raise exception 'the series ends with the newest version' using errcode = 'BB005';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- The same as before; a meeting of a series that has ended is called as the last version that had it called it.
create or replace function door.meeting_words(here uuid, its uuid) returns table (title text, place text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select coalesce((
        select jsonb_path_query_first(a.content, '$.meetings[*] ? (@.code == $code).name.da',
          jsonb_build_object('code', m.series)) #>> '{}'
        from agreement a
        where a.partnership_id = here and a.valid_from <= door.today() and door.has_series(a.content, m.series)
        order by a.number desc limit 1), m.series) || ' ' || m.number,
      (select n.name from unit_name n where n.partnership_id = here and n.unit_id = m.place_unit
          and n.valid_from <= greatest(m.on_day, door.today())
        order by n.valid_from desc limit 1)
    from meeting m where m.partnership_id = here and m.id = its;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger agreement_series_stay before insert on agreement for each row execute function door.series_stay();
