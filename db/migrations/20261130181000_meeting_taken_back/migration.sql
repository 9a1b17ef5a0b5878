ALTER TABLE "meeting" ADD COLUMN "called_for" date;--> statement-breakpoint
CREATE POLICY "minutes_door" ON "minutes" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "minutes_door_remove" ON "minutes" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "minutes_approval_door" ON "minutes_approval" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "minutes_correction_door" ON "minutes_correction" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
grant update (state, on_day, called_for, closed_at, asked) on meeting to brobyg_door;
--> statement-breakpoint
grant select, delete on minutes to brobyg_door;
--> statement-breakpoint
grant select on minutes_correction, minutes_approval to brobyg_door;
--> statement-breakpoint
-- A meeting that is closed or cancelled does not change, and none goes back: only the two functions below take a start or an
-- end back, and they run as the door.
create or replace function meeting_is_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  row_now record := coalesce(new, old);
  over boolean;
begin
  if tg_table_name = 'meeting' then
    if current_user = 'brobyg_door' and (old.state, new.state) in (('held', 'called'), ('closed', 'held')) then
      return new;
    end if;
    over := old.state in ('closed', 'cancelled')
      or (old.state <> new.state and (old.state, new.state) not in
        (('called', 'held'), ('called', 'cancelled'), ('held', 'closed')));
    if not over then
      -- What its being taken back rests on nobody writes: when it began and was closed, and for which day it was called.
      new.begun_at := case when new.state = 'held' then coalesce(old.begun_at, public.app_now()) else old.begun_at end;
      new.closed_at := case when new.state = 'closed' then public.app_now() end;
      new.called_for := case when old.state = 'called' and new.state = 'held' then old.on_day else old.called_for end;
      if old.state = 'held' then new.on_day := old.on_day; end if;
      return new;
    end if;
  else
    select m.state in ('closed', 'cancelled') into over from meeting m
      where m.partnership_id = row_now.partnership_id and m.id = row_now.meeting_id;
  end if;
  if over and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') = (to_jsonb(old) - 'done_on') then
    return new;
  end if;
  -- The question to the door stands by itself: whoever else changes a decision may not even ask it.
  if current_user = 'brobyg_app' and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') is distinct from (to_jsonb(old) - 'done_on') then
    if not (door.has_duty('coordinate') or door.leads(row_now.meeting_id)) then
      raise exception 'whoever owns a decision says when it is done, and nothing else' using errcode = 'BB005';
    end if;
  end if;
  if over then
    raise exception 'a meeting that is closed or cancelled does not change' using errcode = 'BB005';
  end if;
  return row_now;
end $$;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Has anything been decided at this meeting, or minutes approved?
create function door.meeting_decided(here uuid, its uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (
      select 1 from meeting_item i where i.partnership_id = here and i.meeting_id = its and i.outcome is not null)
    or exists (select 1 from minutes_approval a where a.partnership_id = here and a.at_meeting = its);
end $$;
--> statement-breakpoint
-- Takes back that a meeting has begun: it is called again, for the day it was called for. On its day, while nothing is decided.
create function door.undo_start(its uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  m meeting;
begin
  select * into m from meeting x where x.partnership_id = here and x.id = its for update;
  if m.state is distinct from 'held' or not (door.has_duty('coordinate') or door.leads(its))
    or m.on_day <> door.today() or door.meeting_decided(here, its) then
    raise exception 'no start that this person takes back' using errcode = 'BB005';
  end if;
  update meeting x set state = 'called', on_day = coalesce(m.called_for, m.on_day), called_for = null
    where x.partnership_id = here and x.id = its;
end $$;
--> statement-breakpoint
-- Opens a closed meeting again: its minutes go, and the meeting that was called at its end is cancelled, which whoever was
-- called to it is told. For ten minutes, and as long as nothing was decided at it; never once its minutes were corrected or a
-- later meeting of its series has begun. What was answered about it stays.
create function door.reopen(its uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  m meeting;
  later uuid;
begin
  select * into m from meeting x where x.partnership_id = here and x.id = its for update;
  if m.state is distinct from 'closed' or not (door.has_duty('coordinate') or door.leads(its))
    or (m.closed_at <= public.app_now() - interval '10 minutes' and door.meeting_decided(here, its))
    or exists (select 1 from minutes_correction c where c.partnership_id = here and c.meeting_id = its)
    or door.followed(here, its) then
    raise exception 'no meeting that this person opens again' using errcode = 'BB005';
  end if;
  for later in
    select x.id from meeting x
      where x.partnership_id = here and x.series = m.series and x.number > m.number and x.state = 'called'
      order by x.number for update
  loop
    if not (door.has_duty('coordinate') or door.leads(later)) then
      raise exception 'a meeting that somebody else calls' using errcode = 'BB005';
    end if;
    update meeting x set state = 'cancelled' where x.partnership_id = here and x.id = later;
    perform door.tell_meeting(here, later);
  end loop;
  -- One may have begun while it was waited for.
  if door.followed(here, its) then raise exception 'a later meeting has begun' using errcode = 'BB005'; end if;
  delete from minutes w where w.partnership_id = here and w.meeting_id = its;
  update meeting x set state = 'held', closed_at = null, asked = null where x.partnership_id = here and x.id = its;
end $$;
--> statement-breakpoint
-- Has a later meeting of its series begun, even if that was taken back? Until then a meeting may be rated, and nothing of it is
-- told: two looks at it would differ by somebody's answer.
create or replace function door.followed(here uuid, its uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from meeting m
      join meeting n on n.partnership_id = m.partnership_id and n.series = m.series and n.number > m.number
        and (n.begun_at is not null or n.state in ('held', 'closed'))
    where m.partnership_id = here and m.id = its);
end $$;
--> statement-breakpoint
-- A series has one meeting that is called or held, whoever writes at the same moment.
create function door.meeting_alone() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if new.state not in ('called', 'held') then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.partnership_id || new.series, 0));
  if exists (select 1 from meeting m where m.partnership_id = new.partnership_id and m.series = new.series
    and m.id <> new.id and m.state in ('called', 'held')) then
    raise exception 'another meeting of the series is called or held' using errcode = 'BB005';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What was told of a meeting, and its guests, are kept while a start can still be taken back on its day.
create or replace function door.tell_all_called() returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare m record;
begin
  for m in
    select x.partnership_id, x.id from meeting x where x.state = 'called' and x.on_day >= door.today() order by 1, 2
  loop
    perform door.tell_meeting(m.partnership_id, m.id);
  end loop;
  delete from meeting_told t using meeting x
    where x.partnership_id = t.partnership_id and x.id = t.meeting_id
      and (x.state = 'closed' or x.on_day < door.today());
  delete from meeting_guest g using meeting x
    where x.partnership_id = g.partnership_id and x.id = g.meeting_id
      and (x.state = 'closed' or x.on_day < door.today());
end $$;
--> statement-breakpoint
create or replace function door.log_meeting() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare said text := new.state;
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  if tg_op = 'UPDATE' then
    if new.state = old.state then return null; end if;
    if (old.state, new.state) = ('held', 'called') then said := 'start-undone'; end if;
    if (old.state, new.state) = ('closed', 'held') then said := 'reopened'; end if;
  end if;
  perform door.note(new.partnership_id, door.me(), door.posts(), 'change', 'meeting-' || said,
    array(
      select distinct c.referral_id::text from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      where i.partnership_id = new.partnership_id and i.meeting_id = new.id order by 1),
    jsonb_build_object('meeting', new.id));
  return null;
end $$;
--> statement-breakpoint
revoke execute on function door.meeting_decided(uuid, uuid), door.undo_start(uuid), door.reopen(uuid) from public;
--> statement-breakpoint
grant execute on function door.undo_start(uuid), door.reopen(uuid) to brobyg_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger meeting_alone after insert or update of state on meeting for each row execute function door.meeting_alone();
