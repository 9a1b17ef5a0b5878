-- Somebody always administers a partnership: on every day on which somebody who does goes, however they go, another is there.
set local role brobyg_door;
--> statement-breakpoint
-- Does nobody besides administer on the day on which this person goes from a post, or from all of them? Two who go at once
-- are asked one after the other.
create function door.administers_alone(place uuid, person uuid, post uuid, from_day date) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  day date := greatest(from_day, door.today());
  administering uuid[] := array(
    select p.id from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = place and 'administer' = any (f.duties));
begin
  if not exists (
    select 1 from holding h where h.partnership_id = place and h.person_id = administers_alone.person and h.kind = 'holder'
      and h.post_id = any (administering) and (administers_alone.post is null or h.post_id = administers_alone.post)
      and (h.valid_to is null or h.valid_to >= door.today()))
  then return false; end if;
  perform 1 from partnership s where s.id = place for no key update;
  return not exists (
    select 1 from holding o
    join person p on p.partnership_id = o.partnership_id and p.id = o.person_id and (p.left_on is null or p.left_on > day)
    join account a on a.id = p.account_id and a.active
    where o.partnership_id = place and o.kind = 'holder' and o.post_id = any (administering)
      and (o.person_id <> administers_alone.person or o.post_id <> administers_alone.post)
      and o.valid_from <= day and (o.valid_to is null or o.valid_to >= day));
end $$;
--> statement-breakpoint
create or replace function door.post_given_by_others() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if new.valid_to < coalesce(old.valid_to, 'infinity') and new.kind = 'holder'
      and door.administers_alone(new.partnership_id, new.person_id, new.post_id, new.valid_to + 1)
    then
      raise exception 'somebody always administers' using errcode = 'BB006';
    end if;
    if new.valid_to <= coalesce(old.valid_to, 'infinity') then return new; end if;
  end if;
  if door.may_give(new.person_id, new.post_id) then return new; end if;
  raise exception 'not for this person to give' using errcode = 'BB006';
end $$;
--> statement-breakpoint
create function door.administrator_stays() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.left_on is not null and new.left_on is distinct from old.left_on
    and door.administers_alone(new.partnership_id, new.id, null, new.left_on)
  then
    raise exception 'somebody always administers' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.leave(gone uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner_id uuid;
begin
  if not door.keeps_person(gone) then
    raise exception 'not for this person to end' using errcode = 'BB006';
  end if;
  if door.administers_alone(here, gone, null, door.today()) then
    raise exception 'somebody always administers' using errcode = 'BB006';
  end if;
  select p.account_id into owner_id from person p where p.partnership_id = here and p.id = gone;
  perform door.note(here, door.me(), door.posts(), 'directory', 'account.closed', '{}', jsonb_build_object('person_id', gone));
  perform door.tell_of_power(here, gone, 'left');
  delete from draft d where d.partnership_id = here and d.person_id = gone;
  delete from own_view v where v.partnership_id = here and v.person_id = gone;
  delete from holding_request r where r.partnership_id = here and r.person_id = gone and r.outcome is null;
  update invitation i set used_at = public.app_now()
    where i.account_id = owner_id and i.partnership_id = here and i.used_at is null;
  perform door.revoke_sessions(owner_id, here);
  update account a set active = false where a.id = owner_id and not exists (
    select 1 from person p where p.account_id = owner_id and p.partnership_id <> here and p.left_on is null);
end $$;
--> statement-breakpoint
revoke execute on function door.administers_alone(uuid, uuid, uuid, date) from public;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger administrator_stays before update of left_on on person
  for each row execute function door.administrator_stays();
