-- "Who can see this?" is answered by the policies themselves: the door asks each of them in the name of every post that
-- somebody has. A policy that is made of a word this function does not know is an error, never a guess.
set local role brobyg_door;
--> statement-breakpoint
-- The rule of `door.below`, for any posts.
create function door.below_of(held uuid[], kinds text[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  return coalesce((
    with recursive mine as (
      select u.partnership_id, u.id
      from post p
      join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'lead' = any (f.duties)
      join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id and u.kind::text = any (kinds)
      where p.partnership_id = here and p.id = any (held)
      union
      select u.partnership_id, u.id from unit u join mine on u.partnership_id = mine.partnership_id and u.parent_id = mine.id
    )
    select array_agg(p.id) from post p join mine on mine.partnership_id = p.partnership_id and mine.id = p.unit_id), '{}');
end $$;
--> statement-breakpoint
revoke execute on function door.below_of(uuid[], text[]) from public;
--> statement-breakpoint
create or replace function door.below(kinds text[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return door.below_of(door.posts(), kinds); end $$;
--> statement-breakpoint
-- What the application's role may read of a table, as its policies say it, asked for somebody (`s`) who is not here: what
-- the door would look up of a session stands in the columns of `s`. A moment's leave (an act that may still be undone)
-- is nobody's access.
create function door.policy_for(table_name text) returns text language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare said text;
begin
  select string_agg('(' || pg_get_expr(p.polqual, p.polrelid) || ')', ' or ') into said
    from pg_policy p
    where p.polrelid = ('public.' || quote_ident(table_name))::regclass and p.polpermissive and p.polcmd in ('r', '*')
      and 'brobyg_app'::regrole = any (p.polroles);
  said := replace(said, 'door.posts()', 's.posts');
  said := replace(said, 'door.overseen()', 's.overseen');
  said := replace(said, 'door.led()', 's.led');
  said := replace(said, 'door.in_hand()', '''{}''::uuid[]');
  said := replace(said, 'door.asked_of_me()', '''{}''::uuid[]');
  said := replace(said, 'current_setting(''app.code''::text, true)', 's.told');
  said := regexp_replace(said, 'door\.has_duty\((''[a-z]+'')::text\)', '(\1 = any (s.duties))', 'g');
  if said is null or regexp_replace(said, 'door\.partnership\(\)', '', 'g') ~ 'door\.|current_setting' then
    raise exception 'a policy of % is made of what this does not know', table_name using errcode = 'BB010';
  end if;
  return said;
end $$;
--> statement-breakpoint
revoke execute on function door.policy_for(text) from public;
--> statement-breakpoint
-- The referral with that code, for somebody who has a part in the whole of it: nobody else is told who sees it.
create function door.whole_to_me(code text) returns uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  return (
    select r.id from referral r join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id
    where r.partnership_id = here and r.code = whole_to_me.code and p.post_id = any (mine) and p.scope = 'whole'
      and (p.until is null or p.until >= door.today())
    limit 1);
end $$;
--> statement-breakpoint
revoke execute on function door.whole_to_me(text) from public;
--> statement-breakpoint
-- Every post that somebody has, holder or deputy, with the tables in which it finds something of the referral; `told` is
-- what it finds only once somebody has told it the code. Of tables that the door itself does not read, the policy is
-- asked about a row as it would stand there.
create function door.who_sees(code text) returns table (post_id uuid, told boolean, sees text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  its uuid := door.whole_to_me(code);
  beside constant text := 'select r.partnership_id, r.id as referral_id from public.referral r where r.partnership_id = $1 and r.id = $2';
  sources constant jsonb := jsonb_build_object(
    'referral', 'select * from public.referral r where r.partnership_id = $1 and r.id = $2',
    'handover', 'select * from public.handover h where h.partnership_id = $1 and h.referral_id = $2',
    'event', 'select * from public.event e where e.partnership_id = $1 and e.referral_id = $2',
    'consent', beside, 'referral_matter', beside, 'message', beside, 'resident_mark', beside,
    'result', 'select e.partnership_id, e.referral_id, e.id as event_id from public.event e
      where e.partnership_id = $1 and e.referral_id = $2 and e.act in (''progress'', ''complete'', ''close'')',
    'log', 'select r.partnership_id from public.referral r where r.partnership_id = $1 and r.id = $2');
  asked text;
begin
  if its is null then return; end if;
  select string_agg(format(
      'select s.post_id, s.told is not null, %L::text from s where exists (select 1 from (%s) %I where %s)',
      name, source, name, door.policy_for(name)), ' union all ')
    into asked from jsonb_each_text(sources) as x (name, source);
  return query execute format(
    'with s as materialized (
       select p.id as post_id, array[p.id] as posts, f.duties::text[] as duties, t.told,
         door.below_of(array[p.id], array[''municipality'', ''administration'', ''municipal-unit'']) as overseen,
         door.below_of(array[p.id], array[''housing-organisation'', ''helhedsplan'', ''estate'']) as led
       from public.post p
       join public.function f on f.partnership_id = p.partnership_id and f.code = p.function
       cross join (values (null::text), ($3)) t (told)
       where p.partnership_id = $1 and exists (
         select 1 from public.holding h where h.partnership_id = p.partnership_id and h.post_id = p.id
           and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today()))),
     found (post_id, told, name) as (%s)
     select post_id, told, array_agg(name order by name) from found group by post_id, told', asked)
    using here, its, code;
end $$;
--> statement-breakpoint
-- Who was shown the referral, or printed it: as which posts, and in which week; the day where it was a post of one of my
-- own units. Never who, and never when.
create function door.looks_at(code text) returns table (posts uuid[], day date, own boolean, kind text, what text, times integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  if door.whole_to_me(code) is null then return; end if;
  return query
    select x.posts, x.day, x.own, x.kind, x.what, count(*)::integer from (
      select array(select distinct p from unnest(l.posts) p order by p) as posts, l.kind, l.what, o.own,
        case when o.own then (l.at at time zone 'Europe/Copenhagen')::date
          else date_trunc('week', l.at at time zone 'Europe/Copenhagen')::date end as day
      from log l cross join lateral (
        select exists (
          select 1 from post theirs join post ours on ours.partnership_id = theirs.partnership_id
            and ours.unit_id = theirs.unit_id
          where theirs.partnership_id = here and theirs.id = any (l.posts) and ours.id = any (mine)) as own) o
      where l.partnership_id = here and l.codes @> array[looks_at.code] and l.kind in ('look', 'export')) x
    group by 1, 2, 3, 4, 5 order by 2 desc, 6 desc limit 300;
end $$;
--> statement-breakpoint
-- As before, and a print for the resident is, like the slip, something that was carried out.
create or replace function door.look(screen text, seen text[], meeting uuid default null, again boolean default false)
returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid;
  who uuid;
  mine uuid[];
  shown text[];
  detail jsonb := '{}';
begin
  select l.partnership_id, l.person_id into here, who from door.live() l;
  if who is null then raise exception 'nobody looks' using errcode = 'BB009'; end if;
  if screen !~ '^[a-z][a-z-]{1,20}$' or cardinality(seen) > 2000
    or exists (select 1 from unnest(seen) code where code is null or code !~ '^[2-9AFHKMRX]{8}$') then
    raise exception 'not a look' using errcode = 'BB009';
  end if;
  shown := array(select distinct code from unnest(seen) code order by code);
  if meeting is not null then
    detail := jsonb_build_object('meeting', meeting);
    shown := array(
      select code from unnest(shown) code
      union
      select r.code from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id
      where i.partnership_id = here and i.meeting_id = look.meeting
      order by 1);
  end if;
  if again and shown is not distinct from (
    select l.codes from log l
    where l.partnership_id = here and l.person_id = who and l.what = screen and l.kind = 'look'
      and l.at > clock_timestamp() - interval '1 hour'
    order by l.at desc limit 1) then
    return;
  end if;
  mine := door.posts();
  if screen in ('referral', 'receipt', 'slip', 'access', 'print') and not exists (
    select 1 from referral r
    join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = any (mine)
    where r.partnership_id = here and r.code = any (shown)) then
    detail := detail || '{"outside": true}';
  end if;
  if screen in ('slip', 'print') then
    perform door.note(here, who, mine, 'export', screen, shown, detail || '{"purpose": "resident"}');
  else
    perform door.note(here, who, mine, 'look', screen, shown, nullif(detail, '{}'));
  end if;
end $$;
--> statement-breakpoint
-- What the residents' page names, without a login: who answers for it, which services there are by the agreement in force,
-- and which units receive. Names of institutions and services; nothing of anybody.
create function door.told_to_residents()
returns table (partnership text, controllers text[], receivers text[], services jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select p.name,
      array(select distinct n.name from unit u join lateral (
          select x.name from unit_name x where x.partnership_id = u.partnership_id and x.unit_id = u.id
            and x.valid_from <= door.today() order by x.valid_from desc limit 1) n on true
        where u.partnership_id = p.id and u.kind in ('municipality', 'housing-organisation')
          and (u.valid_to is null or u.valid_to >= door.today()) order by n.name),
      array(select distinct n.name from post o
        join function f on f.partnership_id = o.partnership_id and f.code = o.function and 'receive' = any (f.duties)
        join unit u on u.partnership_id = o.partnership_id and u.id = o.unit_id and u.kind = 'municipal-unit'
          and (u.valid_to is null or u.valid_to >= door.today())
        join lateral (
          select x.name from unit_name x where x.partnership_id = u.partnership_id and x.unit_id = u.id
            and x.valid_from <= door.today() order by x.valid_from desc limit 1) n on true
        where o.partnership_id = p.id and (o.valid_to is null or o.valid_to >= door.today()) order by n.name),
      (select jsonb_agg(coalesce(service -> 'short', service -> 'name'))
        from jsonb_array_elements((
          select a.content -> 'services' from agreement a
          where a.partnership_id = p.id and a.valid_from <= door.today() order by a.number desc limit 1)) service)
    from partnership p order by p.name;
end $$;
--> statement-breakpoint
reset role;
