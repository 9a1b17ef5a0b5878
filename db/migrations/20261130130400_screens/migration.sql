set local role brobyg_door;
--> statement-breakpoint
-- What a look says it shows is one of the screens that there are (db/log/look.ts): no text gets into the log.
create function door.screens() returns text[] language sql immutable set search_path = '' as $$
  select '{referral,receipt,slip,new,access,print,inbox,work,board,leader,notices,meeting,minutes,log,find}'::text[] $$;
--> statement-breakpoint
revoke all on function door.screens() from public;
--> statement-breakpoint
create or replace function door.look(screen text, seen text[], meeting uuid DEFAULT NULL::uuid, again boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  here uuid;
  who uuid;
  mine uuid[];
  shown text[];
  detail jsonb := '{}';
begin
  select l.partnership_id, l.person_id into here, who from door.live() l;
  if who is null then raise exception 'nobody looks' using errcode = 'BB009'; end if;
  if screen is null or screen <> all (door.screens()) or cardinality(seen) > 2000
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
      and l.at > public.app_clock() - interval '1 hour'
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
end $function$;
--> statement-breakpoint
reset role;
