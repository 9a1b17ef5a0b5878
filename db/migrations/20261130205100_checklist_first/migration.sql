-- A live installation takes no referral, and keeps no draft of one, before its checklist is whole (C14): the database refuses
-- by itself.
alter table checklist_tick force row level security;
--> statement-breakpoint
alter table log_check force row level security;
--> statement-breakpoint
revoke all on checklist_tick, log_check from public;
--> statement-breakpoint
-- A tick is made and taken back, never changed.
grant select, insert, delete on checklist_tick to brobyg_app;
--> statement-breakpoint
grant select on log_check to brobyg_app;
--> statement-breakpoint
grant select on checklist_tick, log_check to brobyg_door;
--> statement-breakpoint
grant select, insert, update on log_check to brobyg_jobs;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Whoever logs it: a point that is added to the list is asked for at once. A demo asks for none, since it holds nobody.
create function door.checklist_first() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if door.installation() = 'live' and exists (
    select 1 from unnest(enum_range(null::checklist_point)) needed
    where not exists (
      select 1 from checklist_tick t where t.partnership_id = new.partnership_id and t.point = needed))
  then
    raise exception 'no referral before the checklist is whole' using errcode = 'BB024';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Which point, by which function, of which day: made and taken back alike.
create function door.log_tick() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare tick checklist_tick := coalesce(new, old);
begin
  if session_user <> 'brobyg_app' then return null; end if;
  perform door.note(tick.partnership_id, door.me(), door.posts(), 'directory', 'checklist_tick.' || lower(tg_op), '{}',
    jsonb_build_object('point', tick.point, 'post_id', tick.post_id, 'on_day', tick.on_day));
  return null;
end $$;
--> statement-breakpoint
-- What an administrator may know of the machinery that no screen shows: has any mail left, does an anchored head cover
-- the log but for its last day, when was the chain checked, and did it hold. Nothing for anybody else.
create function door.operation() returns table (mailed boolean, anchored boolean, checked_on date, sound boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  head bigint;
  old uuid;
begin
  if not door.has_duty('administer') then return; end if;
  select max(a.number) into head from anchor a where a.partnership_id = here;
  select l.id into old from log l
    where l.partnership_id = here and l.at < public.app_now() - interval '1 day' order by l.at desc limit 1;
  return query
    select exists (select 1 from mail m where m.partnership_id = here and m.sent_at is not null),
      head is not null and (old is null or exists (
        select 1 from link k where k.partnership_id = here and k.log_id = old and k.number <= head)),
      (select (c.at at time zone 'Europe/Copenhagen')::date from log_check c where c.partnership_id = here),
      (select c.sound from log_check c where c.partnership_id = here);
end $$;
--> statement-breakpoint
revoke all on function door.operation() from public;
--> statement-breakpoint
grant execute on function door.operation() to brobyg_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger checklist_first before insert on referral for each row execute function door.checklist_first();
--> statement-breakpoint
create trigger checklist_first before insert or update on draft for each row execute function door.checklist_first();
--> statement-breakpoint
create trigger log_tick after insert or delete on checklist_tick for each row execute function door.log_tick();
