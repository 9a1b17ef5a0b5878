-- A post or a unit ends, and no referral is left without somebody: whoever ends a post that has open referrals names the
-- post that follows, on the same side and with the same duties. The referrals themselves are moved by the jobs.
set local role brobyg_door;
--> statement-breakpoint
-- Does anything open lie with this post, wait for it, or come from it? Nobody but the functions below may ask of one post.
create function door.open_of(post uuid) returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return (
    select count(*) from referral r
    left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
    where r.partnership_id = door.partnership() and r.status = 'open'
      and open_of.post in (r.origin_post, r.holder_post, w.to_post));
end $$;
--> statement-breakpoint
revoke execute on function door.open_of(uuid) from public;
--> statement-breakpoint
-- What an administrator may know before ending a post, who sees no referral: none, a few (no number under five ever leaves
-- the database), or how many.
create function door.post_loads() returns table (post_id uuid, load integer) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if not door.has_duty('administer') then return; end if;
  return query
    select n.id, case when n.open = 0 or n.open >= 5 then n.open end
    from (select p.id, door.open_of(p.id) as open from post p where p.partnership_id = door.partnership()) n;
end $$;
--> statement-breakpoint
create function door.post_ends() returns trigger language plpgsql stable security definer
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
  if new.successor_id is null then
    if door.open_of(new.id) > 0 then
      raise exception 'open referrals would be nobody''s' using errcode = 'BB022';
    end if;
    return new;
  end if;
  select f.duties, u.kind in ('municipality', 'administration', 'municipal-unit') as municipal into mine
    from unit u, function f
    where u.partnership_id = new.partnership_id and u.id = new.unit_id
      and f.partnership_id = new.partnership_id and f.code = new.function;
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
-- A unit ends after everything in it: its posts, each with its own successor, and the units below it.
create function door.unit_ends() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' or new.valid_to is not distinct from old.valid_to then return new; end if;
  if old.valid_to < door.today() or new.valid_to < door.today() - 1 or new.valid_to < new.valid_from then
    raise exception 'not a day on which this unit can end' using errcode = 'BB021';
  end if;
  if exists (select 1 from post p where p.partnership_id = new.partnership_id and p.unit_id = new.id
      and new.valid_to < coalesce(p.valid_to, 'infinity'))
    or exists (select 1 from unit u where u.partnership_id = new.partnership_id and u.parent_id = new.id
      and new.valid_to < coalesce(u.valid_to, 'infinity'))
  then
    raise exception 'there is still something in this unit' using errcode = 'BB022';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger post_ends before update on post for each row execute function door.post_ends();
--> statement-breakpoint
create trigger unit_ends before update on unit for each row execute function door.unit_ends();
--> statement-breakpoint
alter table unit_name add constraint unit_name_says_something
  check (length(trim(name)) between 1 and 120 and length(trim(short)) between 1 and 40);
