-- What a session may is looked up once and kept beside it. What its bearer's own transactions write lies there too, so that
-- ending a session waits for none of them.
alter table session_rights force row level security;
--> statement-breakpoint
revoke all on session_rights from public;
--> statement-breakpoint
grant select, insert, update on session_rights to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
create function door.session_begins() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  insert into session_rights (hash) values (new.hash);
  return null;
end $$;
--> statement-breakpoint
-- Posts of the units of those kinds that these posts lead, and of all that lies below them.
create function door.below_of(place uuid, held uuid[], kinds text[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((
    with recursive mine as (
      select u.partnership_id, u.id
      from post p
      join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'lead' = any (f.duties)
      join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id and u.kind::text = any (kinds)
      where p.partnership_id = place and p.id = any (held)
      union
      select u.partnership_id, u.id from unit u join mine on u.partnership_id = mine.partnership_id and u.parent_id = mine.id
    )
    select array_agg(p.id) from post p join mine on mine.partnership_id = p.partnership_id and mine.id = p.unit_id), '{}');
end $$;
--> statement-breakpoint
revoke execute on function door.below_of(uuid, uuid[], text[]) from public;
--> statement-breakpoint
-- Who an account is in a partnership, and what they may there today. Nobody where they have left.
create function door.work_out(account uuid, place uuid, out person_id uuid, out posts uuid[], out duties text[],
  out led uuid[], out overseen uuid[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare today date := door.today();
begin
  select p.id into person_id from person p
    where p.partnership_id = place and p.account_id = account and (p.left_on is null or p.left_on > today);
  if person_id is null then return; end if;
  posts := coalesce((
    select array_agg(distinct h.post_id)
    from holding h
    join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
      and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
    where h.partnership_id = place and h.person_id = work_out.person_id
      and h.valid_from <= today and (h.valid_to is null or h.valid_to >= today)
      and (h.kind = 'holder' or not exists (
        select 1 from holding o
        where o.partnership_id = h.partnership_id and o.post_id = h.post_id and o.kind = 'holder'
          and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today)
          and not exists (
            select 1 from absence a where a.partnership_id = o.partnership_id and a.person_id = o.person_id
              and today between a.from_day and a.to_day)))), '{}');
  duties := coalesce((
    select array_agg(distinct duty)
    from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function, unnest(f.duties) duty
    where p.partnership_id = place and p.id = any (work_out.posts)), '{}');
  led := door.below_of(place, posts, array['housing-organisation', 'helhedsplan', 'estate']);
  overseen := door.below_of(place, posts, array['municipality', 'administration', 'municipal-unit']);
end $$;
--> statement-breakpoint
revoke execute on function door.work_out(uuid, uuid) from public;
--> statement-breakpoint
-- What the transaction's session may: as it is kept, where day and version are still those under which it was found, and
-- looked up where they are not. Nothing at all unless the session is live just now. The one place that says what is live.
-- Stable: version and holdings are of one picture of the rows. Without a definer's own cost: only the door can call it.
create function door.rights(out account_id uuid, out partnership_id uuid, out person_id uuid, out posts uuid[],
  out duties text[], out led uuid[], out overseen uuid[], out directory integer, out seen_at timestamptz, out kept boolean)
language plpgsql stable as $$
declare
  told text := pg_catalog.current_setting('app.session', true);
  moment timestamptz;
begin
  if told is null or told !~ '^[0-9a-f]{64}$' or pg_catalog.current_setting('transaction_isolation') <> 'read committed' then
    return;
  end if;
  moment := public.app_clock();
  select s.account_id, s.partnership_id, r.person_id, r.posts, r.duties, r.led, r.overseen, p.directory, r.seen_at,
      r.directory = p.directory and r.day = door.today()
    into account_id, partnership_id, person_id, posts, duties, led, overseen, directory, seen_at, kept
    from public.session s
    join public.account a on a.id = s.account_id and a.active
    join public.session_rights r on r.hash = s.hash
    join public.partnership p on p.id = s.partnership_id
    where s.hash = pg_catalog.decode(told, 'hex') and s.revoked_at is null and s.ends_at > moment
      and r.seen_at > moment - interval '30 minutes';
  if account_id is null or kept then return; end if;
  kept := false;
  select w.* into person_id, posts, duties, led, overseen from door.work_out(account_id, partnership_id) w;
end $$;
--> statement-breakpoint
revoke execute on function door.rights() from public;
--> statement-breakpoint
create or replace function door.live() returns table (account_id uuid, partnership_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select r.account_id, r.partnership_id, r.person_id from door.rights() r where r.person_id is not null;
end $$;
--> statement-breakpoint
create or replace function door.partnership() returns uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return (select r.partnership_id from door.rights() r where r.person_id is not null); end $$;
--> statement-breakpoint
create or replace function door.me() returns uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return (door.rights()).person_id; end $$;
--> statement-breakpoint
create or replace function door.posts() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce((door.rights()).posts, '{}'); end $$;
--> statement-breakpoint
create or replace function door.duties() returns text[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce((door.rights()).duties, '{}'); end $$;
--> statement-breakpoint
create or replace function door.has_duty(duty text) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce(duty = any ((door.rights()).duties), false); end $$;
--> statement-breakpoint
create or replace function door.led() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce((door.rights()).led, '{}'); end $$;
--> statement-breakpoint
create or replace function door.overseen() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce((door.rights()).overseen, '{}'); end $$;
--> statement-breakpoint
-- What a bearer's transaction writes of its session is this row, and it never waits for another of theirs.
create or replace function door.enter(token_hash bytea, again boolean default false)
returns table (account_id uuid, partnership_id uuid, person_id uuid, posts uuid[], duties text[], directory integer,
  agreement_id uuid, today date)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  its record;
  on_day date := door.today();
  moved boolean;
begin
  perform set_config('app.session', encode(token_hash, 'hex'), true);
  its := door.rights();
  if its.person_id is null then return; end if;
  moved := not again and its.seen_at <= public.app_now() - interval '1 minute';
  if moved or not its.kept then
    update session_rights r set
        seen_at = case when moved then public.app_now() else r.seen_at end, day = on_day, directory = its.directory,
        person_id = its.person_id, posts = its.posts, duties = its.duties, led = its.led, overseen = its.overseen
      where r.hash in (select x.hash from session_rights x where x.hash = token_hash for no key update skip locked);
  end if;
  return query
    select its.account_id, its.partnership_id, its.person_id, its.posts, its.duties, its.directory,
      (select a.id from agreement a where a.partnership_id = its.partnership_id and a.valid_from <= on_day
       order by a.number desc limit 1),
      on_day;
end $$;
--> statement-breakpoint
create or replace function door.my_session()
returns table (id uuid, family uuid, account_id uuid, strong boolean, idle integer, absolute integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.id, s.family, s.account_id, s.strong_at > public.app_now() - interval '10 minutes',
      extract(epoch from l.seen_at + interval '30 minutes' - public.app_now())::integer, extract(epoch from s.ends_at - public.app_now())::integer
    from door.rights() l join session s on s.account_id = l.account_id and s.partnership_id = l.partnership_id
    where l.person_id is not null and s.hash = decode(current_setting('app.session', true), 'hex');
end $$;
--> statement-breakpoint
create or replace function door.my_sessions()
returns table (id uuid, method session_method, browser text, started_at timestamptz, seen_at timestamptz, current boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.id, s.method, s.browser, s.started_at, r.seen_at, s.id = m.id
    from door.my_session() m join session s on s.account_id = m.account_id join session_rights r on r.hash = s.hash
    where s.revoked_at is null and s.ends_at > public.app_now() and r.seen_at > public.app_now() - interval '30 minutes'
    order by s.id = m.id desc, r.seen_at desc;
end $$;
--> statement-breakpoint
create or replace function door.locked(token_hash bytea)
returns table (account_id uuid, partnership_id uuid, email text, passkey boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.id, s.partnership_id, a.email,
      exists (select 1 from factor f where f.account_id = a.id and f.kind = 'passkey' and f.confirmed_at is not null)
    from session s join account a on a.id = s.account_id and a.active and not a.demo
    join session_rights r on r.hash = s.hash
    where s.hash = token_hash and s.revoked_at is null and s.ends_at > public.app_now()
      and r.seen_at <= public.app_now() - interval '30 minutes';
end $$;
--> statement-breakpoint
create or replace function door.who_sees(code text) returns table (post_id uuid, told boolean, sees text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  its uuid := door.whole_to_me(code);
  beside constant text := 'select r.partnership_id, r.id as referral_id from public.referral r where r.partnership_id = $1 and r.id = $2';
  sources constant jsonb := jsonb_build_object(
    'referral', 'select * from public.referral r where r.partnership_id = $1 and r.id = $2',
    'handover', 'select * from public.handover h where h.partnership_id = $1 and h.referral_id = $2',
    'event', 'select * from public.event e where e.partnership_id = $1 and e.referral_id = $2',
    'consent', beside, 'referral_matter', beside, 'resident_mark', beside,
    'message', 'select r.partnership_id, r.id as referral_id, null::uuid as handover_id from public.referral r
      where r.partnership_id = $1 and r.id = $2',
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
         door.below_of(p.partnership_id, array[p.id], array[''municipality'', ''administration'', ''municipal-unit'']) as overseen,
         door.below_of(p.partnership_id, array[p.id], array[''housing-organisation'', ''helhedsplan'', ''estate'']) as led
       from public.post p
       join public.function f on f.partnership_id = p.partnership_id and f.code = p.function
       cross join (values (null::text), ($3)) t (told)
       where p.partnership_id = $1 and exists (
         select 1 from public.holding h where h.partnership_id = p.partnership_id and h.post_id = p.id
           and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today()))),
     found (post_id, told, name) as (%s)
     select post_id, told, array_agg(name order by name) from found group by post_id, told', asked)
    using here, its, code;
end 
$$;
--> statement-breakpoint
drop function door.below(text[]);
--> statement-breakpoint
drop function door.below_of(uuid[], text[]);
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger session_begins after insert on session for each row execute function door.session_begins();
