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
-- The same as before, and a series with a meeting that is called or held stays.
create or replace function door.agreement_adopted() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  last agreement;
  draft agreement_draft;
  here uuid := new.partnership_id;
  gone text;
begin
  -- What the owner seeds begins a partnership; a revision goes through the application.
  if session_user <> 'brobyg_app' then return new; end if;
  select * into last from agreement a where a.partnership_id = here order by a.number desc limit 1;
  select * into draft from agreement_draft d where d.partnership_id = here;
  if not coalesce(draft.proposed, false) or draft.based_on is distinct from last.id or draft.content is distinct from new.content then
    raise exception 'not the revision that was proposed' using errcode = 'BB020';
  end if;
  if new.number is distinct from coalesce(last.number, 0) + 1 then
    raise exception 'not the next version' using errcode = 'BB020';
  end if;
  if new.valid_from < door.today() or new.valid_from < last.valid_from then
    raise exception 'a version governs from its adoption on, never before' using errcode = 'BB020';
  end if;
  if new.adopted_on is distinct from door.today() or new.meeting_on is null or new.meeting_on > door.today() then
    raise exception 'adopted today, at a meeting that was held' using errcode = 'BB020';
  end if;
  if new.adopted_by is null or not new.adopted_by = any (door.posts()) or not exists (
    select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = here and p.id = new.adopted_by and 'forum' = any (f.duties))
  then
    raise exception 'only Boligsocialt Forum adopts' using errcode = 'BB006';
  end if;
  if coalesce(new.content #>> '{contract,title,da}', '') = ''
    or coalesce(jsonb_array_length(new.content #> '{contract,frame}'), 0) = 0
    or coalesce(jsonb_array_length(new.content -> 'services'), 0) = 0
  then
    raise exception 'what governs is whole' using errcode = 'BB020';
  end if;
  -- Nobody calls a meeting of a series that is about to go.
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
  if not new.content ? 'functions' then return new; end if;
  if not door.functions_sound(new.content -> 'functions') then
    raise exception 'not functions that there can be' using errcode = 'BB020';
  end if;
  -- Nobody gives a post of a function that is about to go.
  perform 1 from function f where f.partnership_id = here order by f.code for update;
  if exists (
    select 1 from function f join door.functions_of(new.content) n on n.code = f.code
    where f.partnership_id = here and door.powers_of(f.duties) <> door.powers_of(n.duties))
  then
    raise exception 'a function keeps its power for as long as it is there' using errcode = 'BB020';
  end if;
  if exists (
    select 1 from post p where p.partnership_id = here and coalesce(p.valid_to, 'infinity') >= new.valid_from
      and p.function not in (select n.code from door.functions_of(new.content) n))
  then
    raise exception 'there are still posts of a function that goes' using errcode = 'BB022';
  end if;
  if exists (
    select 1 from unnest(array['administer', 'forum', 'protect']) power where not exists (
      select 1 from door.functions_of(new.content) n
      join post p on p.partnership_id = here and p.function = n.code and p.valid_to is null
      join holding h on h.partnership_id = here and h.post_id = p.id and h.kind = 'holder' and h.valid_to is null
      join person who on who.partnership_id = here and who.id = h.person_id and who.left_on is null
      where power = any (n.duties)))
  then
    raise exception 'somebody always administers, adopts and protects' using errcode = 'BB006';
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
