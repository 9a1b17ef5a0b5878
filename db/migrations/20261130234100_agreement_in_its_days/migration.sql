-- A post gives what its function is there for from its first day to its last, as a version lists it: nobody has anything of it
-- before. What binds those who come later is bounded. Of another partnership no trigger says anything: the policy refuses.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.posts() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((
    select array_agg(distinct h.post_id)
    from door.live() l
    join holding h on h.partnership_id = l.partnership_id and h.person_id = l.person_id
      and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today())
    join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
      and p.valid_from <= door.today() and (p.valid_to is null or p.valid_to >= door.today())
    where h.kind = 'holder' or not exists (
      select 1 from holding o
      where o.partnership_id = h.partnership_id and o.post_id = h.post_id and o.kind = 'holder'
        and o.valid_from <= door.today() and (o.valid_to is null or o.valid_to >= door.today())
        and not exists (
          select 1 from absence a where a.partnership_id = o.partnership_id and a.person_id = o.person_id
            and door.today() between a.from_day and a.to_day))), '{}');
end $$;
--> statement-breakpoint
-- Does nobody administer for good, from that day on, but by what is left out: one person's holding of a post, all of one
-- person's, or everybody's of one post? One who is to end does not count, since another would have to follow.
create function door.nobody_administers(place uuid, from_day date, without_person uuid, without_post uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare day date := greatest(from_day, door.today());
begin
  perform 1 from partnership s where s.id = place for no key update;
  return not exists (
    select 1 from holding o
    join post p on p.partnership_id = o.partnership_id and p.id = o.post_id and p.valid_from <= day and p.valid_to is null
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'administer' = any (f.duties)
    join person x on x.partnership_id = o.partnership_id and x.id = o.person_id and (x.left_on is null or x.left_on > day)
    join account a on a.id = x.account_id and a.active
    where o.partnership_id = place and o.kind = 'holder' and o.valid_from <= day and o.valid_to is null
      and not ((without_person is null or o.person_id = without_person) and (without_post is null or o.post_id = without_post)));
end $$;
--> statement-breakpoint
revoke execute on function door.nobody_administers(uuid, date, uuid, uuid) from public;
--> statement-breakpoint
create or replace function door.administers_alone(place uuid, person uuid, post uuid, from_day date) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return exists (
      select 1 from holding h
      join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
      join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'administer' = any (f.duties)
      where h.partnership_id = place and h.person_id = administers_alone.person and h.kind = 'holder'
        and (administers_alone.post is null or h.post_id = administers_alone.post)
        and (h.valid_to is null or h.valid_to >= door.today()))
    and door.nobody_administers(place, from_day, administers_alone.person, administers_alone.post);
end $$;
--> statement-breakpoint
create or replace function door.post_ends() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  mine record;
  heir record;
begin
  if session_user <> 'brobyg_app'
    or (new.valid_to, new.successor_id) is not distinct from (old.valid_to, old.successor_id) then return new; end if;
  -- Asked before anything else: whether something is open is told to nobody besides.
  if not door.has_duty('administer') then
    raise exception 'when a post ends is for the administrator to say' using errcode = 'BB006';
  end if;
  -- What has ended stays so: its referrals have moved.
  if old.valid_to < door.today() or new.valid_to < door.today() - 1 or new.valid_to < new.valid_from then
    raise exception 'not a day on which this post can end' using errcode = 'BB021';
  end if;
  if new.valid_to is null then
    if new.successor_id is not null then
      raise exception 'only what ends is followed by another' using errcode = 'BB021';
    end if;
    return new;
  end if;
  select f.duties, u.kind in ('municipality', 'administration', 'municipal-unit') as municipal into mine
    from unit u, function f
    where u.partnership_id = new.partnership_id and u.id = new.unit_id
      and f.partnership_id = new.partnership_id and f.code = new.function;
  if 'administer' = any (mine.duties) and new.valid_to < coalesce(old.valid_to, 'infinity')
    and door.nobody_administers(new.partnership_id, new.valid_to + 1, null, new.id)
  then
    raise exception 'somebody always administers' using errcode = 'BB006';
  end if;
  if new.successor_id is null then
    if door.open_of(new.id) > 0 then
      raise exception 'open referrals would be nobody''s' using errcode = 'BB022';
    end if;
    return new;
  end if;
  select f.duties, u.kind in ('municipality', 'administration', 'municipal-unit') as municipal, p.id,
    p.valid_from <= new.valid_to + 1 and (p.valid_to is null or p.valid_to > new.valid_to)
      and (u.valid_to is null or u.valid_to > new.valid_to) as lasts into heir
    from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = new.partnership_id and p.id = new.successor_id;
  if heir.id is null or heir.id = new.id or not heir.lasts or heir.municipal <> mine.municipal
    or not (array(select x from unnest(mine.duties) x where x in ('refer', 'receive')) <@ heir.duties)
  then
    raise exception 'not a post that can follow this one' using errcode = 'BB023';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- A post lies within the days of its function: none before it begins, none that goes on after it.
create or replace function door.post_within_function() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare f function;
begin
  if session_user <> 'brobyg_app' or new.partnership_id is distinct from door.partnership() then return new; end if;
  if tg_op = 'UPDATE' and new.valid_to is not distinct from old.valid_to then return new; end if;
  select * into f from function x where x.partnership_id = new.partnership_id and x.code = new.function for share;
  if coalesce(new.valid_to, 'infinity') > coalesce(f.valid_to, 'infinity') or tg_op = 'INSERT' and new.valid_from < f.valid_from then
    raise exception 'not a day on which there is that function' using errcode = 'BB021';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.give_unit_key() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  wish text := left(coalesce(nullif(new.key, ''), new.kind::text), 70);
  number integer := 1;
begin
  if session_user = 'brobyg_app' and not (new.partnership_id is not distinct from door.partnership() and door.has_duty('administer'))
  then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('unit key ' || new.partnership_id, 0));
  new.key := wish;
  while exists (select 1 from unit u where u.partnership_id = new.partnership_id and u.key = new.key) loop
    number := number + 1;
    new.key := wish || '-' || number;
  end loop;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.give_post_key() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  wish text := left(coalesce(nullif(new.key, ''), lower(replace(new.function, '_', '-')) || coalesce(
    (select '.' || u.key from unit u where u.partnership_id = new.partnership_id and u.id = new.unit_id), '')), 70);
  number integer := 1;
begin
  if session_user = 'brobyg_app' and not (new.partnership_id is not distinct from door.partnership() and door.has_duty('administer'))
  then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('post key ' || new.partnership_id, 0));
  new.key := wish;
  while exists (select 1 from post p where p.partnership_id = new.partnership_id and p.key = new.key) loop
    number := number + 1;
    new.key := wish || '-' || number;
  end loop;
  return new;
end $$;
--> statement-breakpoint
-- Whoever logs it: a point that is added to the list is asked for at once. A demo asks for none, since it holds nobody.
create or replace function door.checklist_first() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.partnership_id is distinct from door.partnership() then return new; end if;
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
-- Is every function of a list one that a row can be made of, each once, with each of its duties once?
create or replace function door.functions_sound(listed jsonb) returns boolean language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(listed) <> 'array' or jsonb_array_length(listed) not between 1 and 60 then return false; end if;
  return not exists (
    select 1 from jsonb_array_elements(listed) f where not coalesce(
      jsonb_typeof(f) = 'object' and f ->> 'code' ~ '^[A-Z][A-Z0-9_]*$' and length(f ->> 'code') <= 60
      and length(trim(f #>> '{name,da}')) between 1 and 1000 and length(coalesce(f #>> '{name,en}', '')) <= 1000
      and jsonb_typeof(f -> 'duties') = 'array' and f -> 'duties' <> '[]'
      and f -> 'duties' <@ '["refer","receive","coordinate","lead","forum","administer","protect"]'
      and (select count(distinct d) = count(*) from jsonb_array_elements(f -> 'duties') d), false))
    and (select count(distinct f ->> 'code') = count(*) from jsonb_array_elements(listed) f);
end $$;
--> statement-breakpoint
create or replace function door.draft_kept() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare last uuid;
begin
  if session_user <> 'brobyg_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if not door.has_duty('administer') and not exists (
      select 1 from agreement a
      where a.partnership_id = old.partnership_id and a.content = old.content and a.adopted_on = door.today()
        and a.number > coalesce(
          (select b.number from agreement b where b.partnership_id = old.partnership_id and b.id = old.based_on), 0))
    then
      raise exception 'a proposal goes by being adopted or given back' using errcode = 'BB006';
    end if;
    return old;
  end if;
  if new.partnership_id is distinct from door.partnership() then return new; end if;
  select a.id into last from agreement a where a.partnership_id = new.partnership_id order by a.number desc limit 1;
  if new.based_on is distinct from last then
    raise exception 'a revision is made of the newest version' using errcode = 'BB020';
  end if;
  -- Some forty times the longest agreement so far: everybody reads it, in every process.
  if jsonb_typeof(new.content) <> 'object' or octet_length(new.content::text) > 4000000 then
    raise exception 'not an agreement that can be read' using errcode = 'BB020';
  end if;
  if tg_op = 'INSERT' then
    if new.proposed or new.version <> 1 or new.returned_on is not null then
      raise exception 'a revision begins as a draft' using errcode = 'BB020';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 or old.proposed
    and (new.content, new.comments_until) is distinct from (old.content, old.comments_until)
  then
    raise exception 'what was proposed stands as it is' using errcode = 'BB020';
  end if;
  if new.proposed and not old.proposed
    and not coalesce(new.comments_until between door.today() and door.today() + 183, false)
  then
    raise exception 'there is a day until which one may comment' using errcode = 'BB020';
  end if;
  if new.returned_on is not null and new.returned_on is distinct from old.returned_on
    and not (old.proposed and not new.proposed and new.returned_on = door.today() and door.has_duty('forum'))
  then
    raise exception 'only Boligsocialt Forum gives a proposal back' using errcode = 'BB020';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Has whoever asks written on a revision since the version before was adopted? The log tells it, whatever they are by now.
create function door.prepared_version() returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  since date := (select a.adopted_on from agreement a where a.partnership_id = here order by a.number desc limit 1);
begin
  return exists (
    select 1 from log l where l.partnership_id = here and l.person_id = door.me() and l.kind = 'directory'
      and l.at >= coalesce(since::timestamp at time zone 'Europe/Copenhagen', '-infinity')
      and (l.what = 'agreement_draft.insert' or l.what = 'agreement_draft.update' and l.detail -> 'changed' ? 'content'));
end $$;
--> statement-breakpoint
revoke execute on function door.prepared_version() from public;
--> statement-breakpoint
grant execute on function door.prepared_version() to brobyg_app;
--> statement-breakpoint
create or replace function door.agreement_adopted() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  last agreement;
  draft agreement_draft;
  here uuid := new.partnership_id;
begin
  -- What the owner seeds begins a partnership; a revision goes through the application.
  if session_user <> 'brobyg_app' or here is distinct from door.partnership() then return new; end if;
  select * into last from agreement a where a.partnership_id = here order by a.number desc limit 1;
  select * into draft from agreement_draft d where d.partnership_id = here;
  if not coalesce(draft.proposed, false) or draft.based_on is distinct from last.id or draft.content is distinct from new.content then
    raise exception 'not the revision that was proposed' using errcode = 'BB020';
  end if;
  if new.number is distinct from coalesce(last.number, 0) + 1 then
    raise exception 'not the next version' using errcode = 'BB020';
  end if;
  -- No later version governs before this one does: for too late a day it would be the last one for good.
  if new.valid_from < door.today() or new.valid_from < last.valid_from or new.valid_from > door.today() + 366 then
    raise exception 'a version governs from its adoption on, never before, and within a year' using errcode = 'BB020';
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
  if door.prepared_version() then
    raise exception 'nobody adopts what they prepared' using errcode = 'BB006';
  end if;
  if coalesce(new.content #>> '{contract,title,da}', '') = ''
    or coalesce(jsonb_array_length(new.content #> '{contract,frame}'), 0) = 0
    or coalesce(jsonb_array_length(new.content -> 'services'), 0) = 0
  then
    raise exception 'what governs is whole' using errcode = 'BB020';
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
      join post p on p.partnership_id = here and p.function = n.code and p.valid_from <= new.valid_from and p.valid_to is null
      join holding h on h.partnership_id = here and h.post_id = p.id and h.kind = 'holder' and h.valid_from <= new.valid_from
        and h.valid_to is null
      join person who on who.partnership_id = here and who.id = h.person_id and who.left_on is null
      where power = any (n.duties)))
  then
    raise exception 'somebody always administers, adopts and protects' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
