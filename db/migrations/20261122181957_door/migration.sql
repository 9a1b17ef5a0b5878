-- The door: the few functions that look behind the policies. Each answers about the live session of this transaction
-- only, which the application names by the hash of its token (`door.enter`). The role that owns them owns nothing else.
-- Bodies are checked when they first run, so the tables may follow in the next migration. Temporary tables come last in
-- every search path: put first, which is what PostgreSQL does unasked, anybody could lay one over a table read here.
create schema door;
--> statement-breakpoint
grant usage, create on schema door to brobyg_door;
--> statement-breakpoint
grant usage on schema door to brobyg_app, brobyg_jobs;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
create function door.today() returns date language sql stable set search_path = '' as
  $$ select (now() at time zone 'Europe/Copenhagen')::date $$;
--> statement-breakpoint
-- The live session of this transaction: no row when it has ended, was revoked, or its account is not active.
create function door.live() returns table (account_id uuid, partnership_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare told text := current_setting('app.session', true);
begin
  if told is null or told !~ '^[0-9a-f]{64}$' then return; end if;
  return query
    select s.account_id, s.partnership_id, p.id
    from session s
    join account a on a.id = s.account_id and a.active
    join person p on p.account_id = s.account_id and p.partnership_id = s.partnership_id
    where s.hash = decode(told, 'hex') and s.revoked_at is null and s.ends_at > now();
end $$;
--> statement-breakpoint
create function door.me() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (select l.person_id from door.live() l); end $$;
--> statement-breakpoint
create function door.partnership() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (select l.partnership_id from door.live() l); end $$;
--> statement-breakpoint
-- The posts that this person acts for today: held, or stood in for while every holder is away.
create function door.posts() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((
    select array_agg(distinct h.post_id)
    from door.live() l
    join holding h on h.partnership_id = l.partnership_id and h.person_id = l.person_id
      and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today())
    where h.kind = 'holder' or not exists (
      select 1 from holding o
      where o.partnership_id = h.partnership_id and o.post_id = h.post_id and o.kind = 'holder'
        and o.valid_from <= door.today() and (o.valid_to is null or o.valid_to >= door.today())
        and not exists (
          select 1 from absence a where a.partnership_id = o.partnership_id and a.person_id = o.person_id
            and door.today() between a.from_day and a.to_day))), '{}');
end $$;
--> statement-breakpoint
create function door.duties() returns text[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  return coalesce((
    select array_agg(distinct duty)
    from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function, unnest(f.duties) duty
    where p.partnership_id = here and p.id = any (mine)), '{}');
end $$;
--> statement-breakpoint
create function door.has_duty(duty text) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return duty = any (door.duties()); end $$;
--> statement-breakpoint
-- Posts of the units that this person leads, and of the units below them, of one side.
create function door.below(kinds text[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  held uuid[] := door.posts();
begin
  return coalesce((
    with recursive mine as (
      select u.partnership_id, u.id
      from post p
      join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'lead' = any (f.duties)
      join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id and u.kind::text = any (kinds)
      where p.partnership_id = here and p.id = any (held)
      union
      select u.partnership_id, u.id from unit u join mine on u.partnership_id = mine.partnership_id and u.parent_id = mine.id
    )
    select array_agg(p.id) from post p join mine on mine.partnership_id = p.partnership_id and mine.id = p.unit_id), '{}');
end $$;
--> statement-breakpoint
create function door.overseen() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return door.below(array['municipality', 'administration', 'municipal-unit']); end $$;
--> statement-breakpoint
create function door.led() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return door.below(array['housing-organisation', 'helhedsplan', 'estate']); end $$;
--> statement-breakpoint
-- May this person change that referral? Its origin, a party that sees its facts, the leader who was told its code, or
-- whoever may still undo the latest act.
-- What exactly may be changed is a matter of the steps below.
create function door.writes(referral_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  return exists (
      select 1 from party p where p.partnership_id = here and p.referral_id = writes.referral_id
        and p.post_id = any (mine) and p.scope in ('whole', 'facts') and (p.until is null or p.until >= door.today()))
    or exists (
      select 1 from referral r where r.partnership_id = here and r.id = writes.referral_id and (
        r.origin_post = any (mine)
        or (r.code = nullif(current_setting('app.code', true), '') and r.origin_post = any (door.led()))))
    or door.undoing(referral_id);
end $$;
--> statement-breakpoint
create function door.attends(meeting_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  return exists (
    select 1 from meeting_post m where m.partnership_id = here and m.meeting_id = attends.meeting_id
      and m.post_id = any (mine));
end $$;
--> statement-breakpoint
-- Opens a transaction for the bearer of a token: from here on every policy knows who asks. No row: nobody.
create function door.enter(token_hash bytea)
returns table (account_id uuid, partnership_id uuid, person_id uuid, posts uuid[], duties text[],
  directory integer, agreement_id uuid, today date)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.session', encode(token_hash, 'hex'), true);
  return query
    select l.account_id, l.partnership_id, l.person_id, door.posts(), door.duties(), p.directory,
      (select a.id from agreement a where a.partnership_id = l.partnership_id and a.valid_from <= door.today()
       order by a.number desc limit 1),
      door.today()
    from door.live() l join partnership p on p.id = l.partnership_id;
end $$;
--> statement-breakpoint
-- What a sign-in compares: nothing for an account that does not exist or is not active.
create function door.credential_of(email_address text) returns table (account_id uuid, password text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select a.id, c.password from account a join credential c on c.account_id = a.id
    where a.email = lower(email_address) and a.active;
end $$;
--> statement-breakpoint
-- A new session of an account, for at most twelve hours. False when the account belongs to no partnership.
create function door.open_session(account uuid, token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into session (hash, account_id, partnership_id, ends_at)
    select token_hash, p.account_id, p.partnership_id, now() + interval '12 hours'
    from person p join account a on a.id = p.account_id and a.active
    where p.account_id = account order by p.partnership_id limit 1;
  return found;
end $$;
--> statement-breakpoint
create function door.close_session(token_hash bytea) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin update session set revoked_at = now() where hash = token_hash and revoked_at is null; end $$;
--> statement-breakpoint
-- Counts up the partnership's directory, so that every process knows its copy is old.
create function door.directory_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update partnership set directory = directory + 1
    where id in (select c.partnership_id from changed c);
  return null;
end $$;
--> statement-breakpoint
-- May this person speak for the resident and write the matter? Whoever logged the referral, and whoever has it.
create function door.keeps(referral_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare mine uuid[] := door.posts();
begin
  return exists (
    select 1 from referral r where r.partnership_id = door.partnership() and r.id = keeps.referral_id
      and (r.origin_post = any (mine) or r.holder_post = any (mine)));
end $$;
--> statement-breakpoint
-- What this person is doing to a referral right now: the event that this transaction has written, if it is the
-- referral's latest. What stands beside an event is written with it or not at all.
create function door.acting(referral_id uuid) returns table (event_id uuid, act text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select e.id, e.act from (
      select x.*, x.xmin as written from event x
      where x.partnership_id = door.partnership() and x.referral_id = acting.referral_id order by x.seq desc limit 1) e
    where e.person_id = door.me() and e.written = pg_current_xact_id()::xid;
end $$;
--> statement-breakpoint
-- The referral's latest event, with what it kept, if this person may still undo it: its own, undoable, within ten
-- seconds, and done before: nobody makes an event in order to undo it.
create function door.undoable(referral_id uuid) returns table (event_id uuid, before jsonb)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query
    select e.id, e.before from (
      select x.*, x.xmin as written from event x
      where x.partnership_id = door.partnership() and x.referral_id = undoable.referral_id order by x.seq desc limit 1) e
    where e.person_id = door.me() and e.act in ('accept', 'return', 'redirect', 'complete') and e.before is not null
      and e.written <> pg_current_xact_id()::xid and e.at > clock_timestamp() - interval '10 seconds';
end $$;
--> statement-breakpoint
create function door.undoing(referral_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin return exists (select 1 from door.undoable(referral_id)); end $$;
--> statement-breakpoint
-- Referrals that are in this person's hands for a moment without a part in them: the one whose code a leader was told,
-- and those whose latest act may still be undone.
create function door.in_hand() returns uuid[] language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  told text := nullif(current_setting('app.code', true), '');
begin
  return array(
    select r.id from referral r where told is not null and r.partnership_id = here and r.code = told
      and r.origin_post = any (door.led())
    union
    select e.referral_id from event e
    where e.partnership_id = here and e.person_id = door.me() and e.at > clock_timestamp() - interval '10 seconds'
      and door.undoing(e.referral_id));
end $$;
--> statement-breakpoint
reset role;
