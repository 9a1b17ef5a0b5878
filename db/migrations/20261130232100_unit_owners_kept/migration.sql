-- To whom a helhedsplan belongs: others by name, kept by the administrator; the one that answers for it, by two of them.
alter table unit_owner force row level security;
--> statement-breakpoint
alter table responsible_request force row level security;
--> statement-breakpoint
revoke all on unit_owner, responsible_request from public;
--> statement-breakpoint
grant select, insert, update (valid_to) on unit_owner to brobyg_app;
--> statement-breakpoint
grant select on responsible_request to brobyg_app;
--> statement-breakpoint
grant select, insert, update (valid_to) on unit_owner to brobyg_door;
--> statement-breakpoint
grant select, insert, update, delete on responsible_request to brobyg_door;
--> statement-breakpoint
grant update (parent_id) on unit to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- As before, and which organisation: ids, days and codes only.
create or replace function door.log_directory() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  coded constant text[] := array['id', 'unit_id', 'owner_id', 'post_id', 'person_id', 'parent_id', 'successor_id', 'based_on',
    'adopted_by', 'function', 'code', 'service', 'kind', 'state', 'duties', 'number', 'version', 'proposed', 'valid_from',
    'valid_to', 'from_day', 'to_day', 'until_day', 'checked_on', 'left_on', 'meeting_on', 'adopted_on'];
  keys constant text[] := array['id', 'unit_id', 'owner_id', 'post_id', 'person_id', 'function', 'code', 'service', 'valid_from',
    'from_day'];
  was jsonb := '{}';
  becomes jsonb := '{}';
  place uuid;
  changed text[];
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then becomes := to_jsonb(new); end if;
  place := coalesce(becomes ->> 'partnership_id', was ->> 'partnership_id');
  changed := array(
    select key from jsonb_object_keys(was || becomes) key
    where (was -> key) is distinct from (becomes -> key) and key <> 'partnership_id' order by key);
  if tg_op = 'UPDATE' and cardinality(changed) = 0 then return null; end if;
  perform door.note(place, case when door.partnership() = place then door.me() end, door.posts(), 'directory',
    tg_table_name || '.' || lower(tg_op), '{}',
    (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(was || becomes)
      where key = any (coded) and (key = any (changed) or key = any (keys)) and value <> 'null')
    || case tg_op when 'UPDATE' then jsonb_build_object('changed', changed) else '{}' end);
  return null;
end $$;
--> statement-breakpoint
-- A helhedsplan belongs to housing organisations, to each once at a time, and not also to the one that it lies under. The
-- application writes what begins or ends today or later: what was stays.
create function door.owner_fits() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  perform 1 from unit u where u.partnership_id = new.partnership_id and u.id = new.unit_id for no key update;
  if session_user = 'brobyg_app' and (
    tg_op = 'INSERT' and new.valid_from < door.today()
    or tg_op = 'UPDATE' and (old.valid_to < door.today() - 1 or new.valid_to < door.today() - 1))
  then
    raise exception 'what was stays' using errcode = 'BB010';
  end if;
  if new.valid_to < new.valid_from then return new; end if;
  if not exists (
      select 1 from unit u where u.partnership_id = new.partnership_id and u.id = new.unit_id and u.kind = 'helhedsplan'
        and (u.parent_id is distinct from new.owner_id or new.valid_to < door.today()))
    or not exists (
      select 1 from unit o where o.partnership_id = new.partnership_id and o.id = new.owner_id and o.kind = 'housing-organisation')
    or exists (
      select 1 from unit_owner o
      where o.partnership_id = new.partnership_id and o.unit_id = new.unit_id and o.owner_id = new.owner_id
        and o.valid_from <> new.valid_from and o.valid_from <= coalesce(new.valid_to, 'infinity')
        and coalesce(o.valid_to, 'infinity') >= greatest(new.valid_from, o.valid_from))
  then
    raise exception 'no such owner' using errcode = 'BB010';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Would this person get something over what belongs to that unit: do they lead in it or above it, today or later, as holder
-- or as deputy?
create function door.leads_in(place uuid, who uuid, target uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    with recursive above as (
      select u.partnership_id, u.id, u.parent_id from unit u where u.partnership_id = place and u.id = target
      union
      select u.partnership_id, u.id, u.parent_id from unit u
        join above a on a.partnership_id = u.partnership_id and a.parent_id = u.id)
    select 1 from above a
    join post p on p.partnership_id = a.partnership_id and p.unit_id = a.id
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'lead' = any (f.duties)
    join holding h on h.partnership_id = p.partnership_id and h.post_id = p.id and h.person_id = who
      and (h.valid_to is null or h.valid_to >= door.today()));
end $$;
--> statement-breakpoint
revoke execute on function door.leads_in(uuid, uuid, uuid) from public;
--> statement-breakpoint
-- May that organisation answer for that helhedsplan from today on? It is one of its others today, goes on itself, and does
-- not lie below it.
create function door.may_be_responsible(place uuid, target uuid, owner uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
      select 1 from unit_owner o
      join unit u on u.partnership_id = o.partnership_id and u.id = o.unit_id and (u.valid_to is null or u.valid_to >= door.today())
      join unit w on w.partnership_id = o.partnership_id and w.id = o.owner_id and w.valid_from <= door.today()
        and (w.valid_to is null or w.valid_to >= door.today())
      where o.partnership_id = place and o.unit_id = target and o.owner_id = owner
        and o.valid_from <= door.today() and (o.valid_to is null or o.valid_to >= door.today()))
    and not exists (
      with recursive above as (
        select u.partnership_id, u.id, u.parent_id from unit u where u.partnership_id = place and u.id = owner
        union
        select u.partnership_id, u.id, u.parent_id from unit u
          join above a on a.partnership_id = u.partnership_id and a.parent_id = u.id)
      select 1 from above a where a.id = target);
end $$;
--> statement-breakpoint
revoke execute on function door.may_be_responsible(uuid, uuid, uuid) from public;
--> statement-breakpoint
-- Whoever leads in a unit is told.
create function door.tell_leaders(place uuid, target uuid, kind text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform door.tell_person(place, h.person_id, tell_leaders.kind, '/contacts')
    from holding h join post p on p.partnership_id = h.partnership_id and p.id = h.post_id and p.unit_id = target
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'lead' = any (f.duties)
    where h.partnership_id = place and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today());
end $$;
--> statement-breakpoint
revoke execute on function door.tell_leaders(uuid, uuid, text) from public;
--> statement-breakpoint
-- An administrator asks that another of its organisations answers for a helhedsplan. Null when something is asked of it already.
create function door.request_responsible(target uuid, owner uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  request uuid := gen_random_uuid();
begin
  if here is null or not door.has_duty('administer') or door.leads_in(here, who, owner)
    or not door.may_be_responsible(here, target, owner)
  then
    raise exception 'not for this person to ask' using errcode = 'BB006';
  end if;
  insert into responsible_request (partnership_id, id, unit_id, owner_id, asked_by)
    values (here, request, target, request_responsible.owner, who)
    on conflict (partnership_id, unit_id) where outcome is null do nothing;
  if not found then return null; end if;
  perform door.note(here, who, door.posts(), 'directory', 'responsible_request.asked', '{}', jsonb_build_object(
    'id', request, 'unit_id', target, 'owner_id', request_responsible.owner));
  perform door.tell_duty(here, 'administer', 'responsible-waits', '/admin/units/' || target, array[who]);
  perform door.tell_of_power(here, null, null);
  return request;
end $$;
--> statement-breakpoint
-- Another administrator says yes or no, or whoever asked takes it back. False when it was answered before. A yes counts from
-- today: the organisation that answered for it is one of the others from then on.
create function door.answer_responsible(request uuid, answer request_outcome) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  asked responsible_request;
  before uuid;
begin
  select r.* into asked from responsible_request r where r.partnership_id = here and r.id = request for update;
  if asked.id is null or answer is null or who is null or not door.has_duty('administer')
    or (answer = 'withdrawn') <> (asked.asked_by = who)
    or answer = 'confirmed' and door.leads_in(here, who, asked.owner_id)
  then
    raise exception 'not for this person to answer' using errcode = 'BB006';
  end if;
  if asked.outcome is not null then return false; end if;
  update responsible_request r set outcome = answer, answered_by = who, answered_at = public.app_now()
    where r.partnership_id = here and r.id = request;
  perform door.note(here, who, door.posts(), 'directory', 'responsible_request.' || answer, '{}', jsonb_build_object(
    'id', request, 'unit_id', asked.unit_id, 'owner_id', asked.owner_id));
  if answer = 'confirmed' then
    select u.parent_id into before from unit u where u.partnership_id = here and u.id = asked.unit_id for update;
    if not door.may_be_responsible(here, asked.unit_id, asked.owner_id) or door.leads_in(here, asked.asked_by, asked.owner_id) then
      raise exception 'no longer one of its owners' using errcode = 'BB010';
    end if;
    update unit_owner o set valid_to = greatest(o.valid_from, door.today()) - 1
      where o.partnership_id = here and o.unit_id = asked.unit_id and o.owner_id = asked.owner_id
        and (o.valid_to is null or o.valid_to >= door.today());
    update unit u set parent_id = asked.owner_id where u.partnership_id = here and u.id = asked.unit_id;
    insert into unit_owner (partnership_id, unit_id, owner_id, valid_from)
      select here, asked.unit_id, u.id, door.today() from unit u
      where u.partnership_id = here and u.id = before and u.kind = 'housing-organisation'
      on conflict on constraint unit_owner_pkey do update set valid_to = null;
    perform door.tell_leaders(here, asked.owner_id, 'responsible-changed');
    perform door.tell_leaders(here, before, 'responsible-changed');
  end if;
  if answer <> 'withdrawn' then
    perform door.tell_person(here, asked.asked_by, 'responsible-' || answer, '/admin/units/' || asked.unit_id);
  end if;
  perform door.tell_of_power(here, null, null);
  return true;
end $$;
--> statement-breakpoint
revoke all on function door.request_responsible(uuid, uuid), door.answer_responsible(uuid, request_outcome) from public;
--> statement-breakpoint
grant execute on function door.request_responsible(uuid, uuid), door.answer_responsible(uuid, request_outcome) to brobyg_app;
--> statement-breakpoint
-- As before, and requests about who answers for a helhedsplan: what came of one stands in the log.
create or replace function door.purge() returns integer language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  gone integer := 0;
  these integer;
begin
  delete from session where ends_at < public.app_now() - interval '30 days' or revoked_at < public.app_now() - interval '30 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from ceremony where ends_at < public.app_now() - interval '1 day';
  get diagnostics these = row_count; gone := gone + these;
  delete from throttle where since < public.app_now() - interval '2 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from invitation where ends_at < public.app_now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from holding_request where coalesce(answered_at, asked_at) < public.app_now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from responsible_request where coalesce(answered_at, asked_at) < public.app_now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from device where used_at < public.app_now() - interval '180 days';
  get diagnostics these = row_count;
  return gone + these;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger owner_fits before insert or update on unit_owner for each row execute function door.owner_fits();
--> statement-breakpoint
create trigger log_directory after insert or update or delete on unit_owner
  for each row execute function door.log_directory();
