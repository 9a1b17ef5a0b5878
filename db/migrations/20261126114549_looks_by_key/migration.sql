-- A look at one referral asked for its party by the text of its id, and so read every referral of one's posts: 40 ms where
-- there are 30,000 of them. And looks stood in the order of how often, so that each look could turn them round: they stand by
-- who and what now. Both are the functions of looks_by_id but for those lines.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.looks_at(code text) returns table (posts uuid[], day date, own boolean, kind text, what text, times integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
  its text[] := door.ids_of(here, array[looks_at.code]);
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
      where l.partnership_id = here and l.referrals @> its and l.kind in ('look', 'export')) x
    group by 1, 2, 3, 4, 5 order by 2 desc, 1, 4, 5 limit 300;
end $$;
--> statement-breakpoint
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
  shown := door.ids_of(here, seen);
  if meeting is not null then
    detail := jsonb_build_object('meeting', meeting);
    shown := array(
      select id from unnest(shown) id
      union
      select c.referral_id::text from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      where i.partnership_id = here and i.meeting_id = look.meeting
      order by 1);
  end if;
  if again and shown is not distinct from (
    select l.referrals from log l
    where l.partnership_id = here and l.person_id = who and l.what = screen and l.kind = 'look'
      and l.at > clock_timestamp() - interval '1 hour'
    order by l.at desc limit 1) then
    return;
  end if;
  mine := door.posts();
  if screen in ('referral', 'receipt', 'slip', 'access', 'print') and not exists (
    select 1 from referral r
    join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = any (mine)
    where r.partnership_id = here and r.id = any (shown::uuid[])) then
    detail := detail || '{"outside": true}';
  end if;
  if screen in ('slip', 'print') then
    perform door.note(here, who, mine, 'export', screen, shown, detail || '{"purpose": "resident"}');
  else
    perform door.note(here, who, mine, 'look', screen, shown, nullif(detail, '{}'));
  end if;
end $$;
--> statement-breakpoint
reset role;
