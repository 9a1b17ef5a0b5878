-- What whoever leads a meeting writes of it: when, where and how it goes on. Which series it is of, who calls it, its number
-- and what its being taken back rests on nobody writes.
revoke insert, update on meeting, meeting_post from brobyg_app;
--> statement-breakpoint
grant insert (partnership_id, id, series, state, on_day, starts_at, place_unit, convener_post),
  update (state, on_day, starts_at, place_unit, quiet, asked) on meeting to brobyg_app;
--> statement-breakpoint
grant insert (partnership_id, meeting_id, post_id), update (attendance) on meeting_post to brobyg_app;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- A meeting is the next of its series, unless another is called or held; for a day of the coming year; and it was held on the
-- day it began. A demo tells of earlier days.
create function door.meeting_written() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare today date := door.today();
begin
  if tg_op = 'INSERT' then
    -- Whoever does not call this series is refused by the policy, and hears nothing of its meetings.
    if new.partnership_id is distinct from door.partnership() or not coalesce(new.convener_post = any (door.posts()), false)
      or not door.calls(new.series, new.convener_post) then
      return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.partnership_id || new.series, 0));
    if exists (select 1 from meeting m where m.partnership_id = new.partnership_id and m.series = new.series
      and m.state in ('called', 'held')) then
      return null;
    end if;
    new.number := 1 + coalesce((select max(m.number) from meeting m
      where m.partnership_id = new.partnership_id and m.series = new.series), 0);
  end if;
  if door.installation() = 'demo' then return new; end if;
  if tg_op = 'UPDATE' and (old.state, new.state) = ('called', 'held') then
    new.on_day := today;
  elsif (tg_op = 'INSERT' or new.on_day <> old.on_day) and new.on_day not between today and today + 366 then
    raise exception 'a meeting is called for a day of the coming year' using errcode = 'BB005';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Is it a post that the series of a meeting calls, by the agreement in force, or the one that leads it?
create function door.invitable(meeting uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  return exists (
    select 1 from meeting m join post p on p.partnership_id = m.partnership_id and p.id = invitable.post
    where m.partnership_id = here and m.id = invitable.meeting and (door.has_duty('coordinate') or door.leads(m.id))
      and (p.id = m.convener_post or jsonb_path_exists((
        select a.content from agreement a where a.partnership_id = here and a.valid_from <= door.today() order by a.number desc limit 1),
        '$.meetings[*] ? (@.code == $code).participants[*] ? (@.function == $function)',
        jsonb_build_object('code', m.series, 'function', p.function))));
end $$;
--> statement-breakpoint
-- Does a later meeting of its series keep a closed one closed, for whoever leads it: one that has begun, even if that was
-- taken back, or that somebody else calls?
create function door.later_stands(its uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  return (door.has_duty('coordinate') or door.leads(its)) and (door.followed(here, its) or exists (
    select 1 from meeting m join meeting n on n.partnership_id = m.partnership_id and n.series = m.series and n.number > m.number
    where m.partnership_id = here and m.id = its and n.state = 'called' and not (door.has_duty('coordinate') or door.leads(n.id))));
end $$;
--> statement-breakpoint
revoke execute on function door.invitable(uuid, uuid), door.later_stands(uuid) from public;
--> statement-breakpoint
grant execute on function door.invitable(uuid, uuid), door.later_stands(uuid) to brobyg_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger meeting_written before insert or update on meeting for each row when (current_user = 'brobyg_app')
  execute function door.meeting_written();
