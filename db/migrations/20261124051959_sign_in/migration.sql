-- Signing in, and what keeps it safe. The application makes the Argon2id hash of a password, opens sealed secrets and checks
-- signatures, which only it can; the door compares, counts, remembers, and says whose session it becomes. Who has the
-- application's login but neither a password, a key's name nor somebody's subject opens nothing.
set local role brobyg_door;
--> statement-breakpoint
-- What was kept before: the hash of the hash from now on.
update credential set password = 'argon2id$' || split_part(password, '$', 2) || '$'
    || encode(sha256(decode(rpad(translate(split_part(password, '$', 3), '-_', '+/'), 44, '='), 'base64')), 'hex')
  where split_part(password, '$', 3) !~ '^[0-9a-f]{64}$';
--> statement-breakpoint
do $$
begin
  if to_regproc('door.installation') is not null then
    update account set demo = true where door.installation() = 'demo';
  end if;
end $$;
--> statement-breakpoint
drop function door.credential_of(text);
--> statement-breakpoint
drop function door.open_session(uuid, bytea);
--> statement-breakpoint
drop function door.enter(bytea);
--> statement-breakpoint
-- The live session of this transaction: no row when it has ended, was revoked, stood still for half an hour, its account is
-- not active or its person has left.
create or replace function door.live() returns table (account_id uuid, partnership_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare told text := current_setting('app.session', true);
begin
  if told is null or told !~ '^[0-9a-f]{64}$' then return; end if;
  return query
    select s.account_id, s.partnership_id, p.id
    from session s
    join account a on a.id = s.account_id and a.active
    join person p on p.account_id = s.account_id and p.partnership_id = s.partnership_id
    where s.hash = decode(told, 'hex') and s.revoked_at is null and s.ends_at > now()
      and s.seen_at > now() - interval '30 minutes' and (p.left_on is null or p.left_on > door.today());
end $$;
--> statement-breakpoint
-- Opens a transaction for the bearer of a token: from here on every policy knows who asks. No row: nobody. Somebody who does
-- something keeps the session awake, written once a minute; what looks `again` by itself does not.
create function door.enter(token_hash bytea, again boolean default false)
returns table (account_id uuid, partnership_id uuid, person_id uuid, posts uuid[], duties text[],
  directory integer, agreement_id uuid, today date)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.session', encode(token_hash, 'hex'), true);
  if not again then
    update session s set seen_at = now() where s.hash in (
      select x.hash from session x where x.hash = token_hash and x.revoked_at is null and x.ends_at > now()
        and x.seen_at between now() - interval '30 minutes' and now() - interval '1 minute'
      for update skip locked);
  end if;
  return query
    select l.account_id, l.partnership_id, l.person_id, door.posts(), door.duties(), p.directory,
      (select a.id from agreement a where a.partnership_id = l.partnership_id and a.valid_from <= door.today()
       order by a.number desc limit 1),
      door.today()
    from door.live() l join partnership p on p.id = l.partnership_id;
end $$;
--> statement-breakpoint
-- One try more of a bucket: false when it has had `most`, and then until so long after the last that was let through. So no
-- stretch of that length holds more than `most`.
create function door.count_try(bucket text, most integer, lasting interval) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  moment timestamptz := clock_timestamp();
  counted integer;
begin
  insert into throttle as t (key, tries, since) values (sha256(convert_to(bucket, 'UTF8')), 1, moment)
    on conflict (key) do update set tries = case when t.since <= moment - lasting then 1 else t.tries + 1 end, since = moment
      where t.since <= moment - lasting or t.tries < most
    returning t.tries into counted;
  return counted is not null;
end $$;
--> statement-breakpoint
revoke execute on function door.count_try(text, integer, interval) from public;
--> statement-breakpoint
-- A try that was right was none.
create function door.uncount_try(bucket text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update throttle set tries = tries - 1 where key = sha256(convert_to(bucket, 'UTF8')) and tries > 0;
end $$;
--> statement-breakpoint
revoke execute on function door.uncount_try(text) from public;
--> statement-breakpoint
-- Has this account signed in from this browser before?
create function door.knows_device(account uuid, device bytea) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from device d where d.account_id = account and d.hash = sha256(device || uuid_send(account)));
end $$;
--> statement-breakpoint
revoke execute on function door.knows_device(uuid, bytea) from public;
--> statement-breakpoint
-- Whose tries: strangers share those of an address, whoever is there or not; a browser that the account knows has its own.
create function door.login_bucket(email_address text, device bytea) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  address text := lower(trim(email_address));
  account uuid := (select a.id from account a where a.email = address);
begin
  return case when door.knows_device(account, device) then 'known:' || encode(device, 'hex') else 'login' end || ':' || address;
end $$;
--> statement-breakpoint
revoke execute on function door.login_bucket(text, bytea) from public;
--> statement-breakpoint
-- Somebody is about to try a password: false when there were too many. Six a minute for an address, sixty from one source.
create function door.knock(email_address text, source bytea, device bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare bucket text := door.login_bucket(email_address, device);
begin
  delete from throttle t where t.key in (
    select x.key from throttle x where x.since < now() - interval '1 hour' limit 100 for update skip locked);
  if bucket like 'login:%' and not door.count_try('source:' || encode(source, 'hex'), 60, interval '1 minute') then
    return false;
  end if;
  return door.count_try(bucket, 6, interval '1 minute');
end $$;
--> statement-breakpoint
-- The salt of a password, which is no secret; nothing for an address without one.
create function door.salt_of(email_address text) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select split_part(c.password, '$', 2) from account a join credential c on c.account_id = a.id
    where a.email = lower(trim(email_address)));
end $$;
--> statement-breakpoint
create function door.password_fits(account uuid, derived bytea) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from credential c
    where c.account_id = account and split_part(c.password, '$', 3) = encode(sha256(derived), 'hex'));
end $$;
--> statement-breakpoint
revoke execute on function door.password_fits(uuid, bytea) from public;
--> statement-breakpoint
-- Ends sessions of an account, with whatever they became while this waited for them.
create function door.revoke_sessions(account uuid, partnership uuid, spared uuid default null) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  loop
    update session s set revoked_at = now()
      where s.account_id = account and (partnership is null or s.partnership_id = partnership)
        and s.family is distinct from spared and s.revoked_at is null;
    exit when not exists (select 1 from session s
      where s.account_id = account and (partnership is null or s.partnership_id = partnership)
        and s.family is distinct from spared and s.revoked_at is null);
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function door.revoke_sessions(uuid, uuid, uuid) from public;
--> statement-breakpoint
create function door.revoke_family(ended uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  loop
    update session s set revoked_at = now() where s.family = ended and s.revoked_at is null;
    exit when not exists (select 1 from session s where s.family = ended and s.revoked_at is null);
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function door.revoke_family(uuid) from public;
--> statement-breakpoint
-- Logs out: the session ends everywhere, and so does what it became when it got a new token.
create or replace function door.close_session(token_hash bytea) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended session;
begin
  select s.* into ended from session s where s.hash = token_hash for update;
  if ended.hash is null or not exists (select 1 from session s where s.family = ended.family and s.revoked_at is null) then
    return;
  end if;
  perform door.revoke_family(ended.family);
  perform door.note_login(ended.account_id, 'logout', ended.partnership_id);
end $$;
--> statement-breakpoint
-- The one place where a session begins, for at most twelve hours. The one that the browser had ends. An account of the demo
-- gets one only in a demo, and nobody else gets one of the demo's kind.
create function door.start_session(account uuid, partnership uuid, method session_method, token_hash bytea, browser text, before bytea)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare place uuid;
begin
  insert into session (hash, account_id, partnership_id, method, browser, ends_at)
    select token_hash, p.account_id, p.partnership_id, start_session.method, left(start_session.browser, 60), now() + interval '12 hours'
    from person p join account a on a.id = p.account_id and a.active
    where p.account_id = account and (partnership is null or p.partnership_id = partnership)
      and (p.left_on is null or p.left_on > door.today())
      and (a.demo = (start_session.method = 'demo')) and (not a.demo or door.installation() = 'demo')
    order by (select max(s.started_at) from session s
      where s.account_id = p.account_id and s.partnership_id = p.partnership_id) desc nulls last, p.partnership_id
    limit 1
    returning partnership_id into place;
  if place is null then return false; end if;
  perform door.revoke_family(s.family) from session s where s.hash = before and s.revoked_at is null;
  perform door.note_login(account, 'login.' || start_session.method, place);
  return true;
end $$;
--> statement-breakpoint
revoke execute on function door.start_session(uuid, uuid, session_method, bytea, text, bytea) from public;
--> statement-breakpoint
-- The same session under a new token, with its end: after a step up, or in another partnership. False when it ended meanwhile.
create function door.rotate(before bytea, after bytea, place uuid, strong boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare old session;
begin
  select s.* into old from session s where s.hash = before for update;
  if old.hash is null or old.revoked_at is not null or old.ends_at <= now() then return false; end if;
  update session s set revoked_at = now() where s.hash = before;
  insert into session (hash, family, account_id, partnership_id, method, browser, started_at, strong_at, ends_at)
    values (after, old.family, old.account_id, place, old.method, old.browser, old.started_at,
      case when strong then now() else old.strong_at end, old.ends_at);
  return true;
end $$;
--> statement-breakpoint
revoke execute on function door.rotate(bytea, bytea, uuid, boolean) from public;
--> statement-breakpoint
create function door.remember_device(account uuid, device bytea) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if device is null then return; end if;
  insert into device as d (hash, account_id) values (sha256(device || uuid_send(account)), account)
    on conflict (hash) do update set used_at = now();
end $$;
--> statement-breakpoint
revoke execute on function door.remember_device(uuid, bytea) from public;
--> statement-breakpoint
create function door.begin_ceremony(kind ceremony_kind, account uuid, token_hash bytea, challenge text default null) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from ceremony c where c.hash in (
    select x.hash from ceremony x where x.ends_at < now() - interval '1 hour' limit 100 for update skip locked);
  insert into ceremony (hash, kind, account_id, challenge, ends_at) values (token_hash, begin_ceremony.kind, account,
    begin_ceremony.challenge, now() + case when begin_ceremony.kind = 'enrol' then interval '15 minutes' else interval '5 minutes' end);
end $$;
--> statement-breakpoint
revoke execute on function door.begin_ceremony(ceremony_kind, uuid, bytea, text) from public;
--> statement-breakpoint
create function door.can_prove(account uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return exists (select 1 from factor f where f.account_id = account and f.confirmed_at is not null); end $$;
--> statement-breakpoint
revoke execute on function door.can_prove(uuid) from public;
--> statement-breakpoint
-- An address and the Argon2id hash of a password. `session`: one of the demo's people is in. `factor`: right, and a ceremony
-- under that token waits for the second factor. `no`: anything else.
create function door.check_password(email_address text, derived bytea, source bytea, device bytea, token_hash bytea, browser text, before bytea)
returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_account account;
  outcome text := 'no';
begin
  select a.* into found_account from account a where a.email = lower(trim(email_address));
  if door.password_fits(found_account.id, derived) and found_account.active then
    if found_account.demo then
      if door.start_session(found_account.id, null, 'demo', token_hash, browser, before) then outcome := 'session'; end if;
    elsif door.can_prove(found_account.id) then
      perform door.begin_ceremony('second-factor', found_account.id, token_hash);
      outcome := 'factor';
    end if;
  end if;
  if outcome = 'no' then
    perform door.note_login(found_account.id, 'login.refused');
  else
    perform door.uncount_try(door.login_bucket(email_address, device));
    perform door.uncount_try('source:' || encode(source, 'hex'));
  end if;
  return outcome;
end $$;
--> statement-breakpoint
create function door.live_ceremony(token_hash bytea) returns setof ceremony
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select c.* from ceremony c left join account a on a.id = c.account_id
    where c.hash = token_hash and c.used_at is null and c.ends_at > now() and (a.id is null or a.active);
end $$;
--> statement-breakpoint
revoke execute on function door.live_ceremony(bytea) from public;
--> statement-breakpoint
-- A ceremony that is under way, for the bearer of its token.
create function door.ceremony_of(token_hash bytea)
returns table (kind ceremony_kind, account_id uuid, email text, challenge text, recovery integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select c.kind, c.account_id, a.email, c.challenge,
      (select count(*)::integer from recovery_code r where r.account_id = c.account_id and r.used_at is null)
    from door.live_ceremony(token_hash) c left join account a on a.id = c.account_id;
end $$;
--> statement-breakpoint
-- What its account can prove itself with. Secrets are sealed with a key that is not here.
create function door.factors_of(token_hash bytea)
returns table (id uuid, kind factor_kind, label text, secret bytea, last_step bigint, credential_id text, public_key bytea,
  counter bigint, transports text[], confirmed boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select f.id, f.kind, f.label, f.secret, f.last_step, f.credential_id, f.public_key, f.counter, f.transports,
      f.confirmed_at is not null
    from door.live_ceremony(token_hash) c join factor f on f.account_id = c.account_id order by f.confirmed_at;
end $$;
--> statement-breakpoint
-- The public half of a key, by the name that its device gave for it.
create function door.passkey_of(credential text) returns table (account_id uuid, public_key bytea, counter bigint, transports text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select f.account_id, f.public_key, f.counter, f.transports from factor f
    where f.credential_id = credential and f.kind = 'passkey' and f.confirmed_at is not null;
end $$;
--> statement-breakpoint
create function door.set_challenge(token_hash bytea, challenge text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update ceremony c set challenge = set_challenge.challenge
    where c.hash = token_hash and c.used_at is null and c.ends_at > now();
  return found;
end $$;
--> statement-breakpoint
-- A key shows who it belongs to: a ceremony of nobody yet. False when there are too many from one source.
create function door.begin_passkey(token_hash bytea, source bytea, challenge text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not door.count_try('passkey:' || encode(source, 'hex'), 60, interval '1 minute') then return false; end if;
  perform door.begin_ceremony('passkey', null, token_hash, challenge);
  return true;
end $$;
--> statement-breakpoint
-- A session that stood still too long and is over for nothing else: whose, and can a key open it again?
create function door.locked(token_hash bytea) returns table (account_id uuid, partnership_id uuid, email text, passkey boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.id, s.partnership_id, a.email,
      exists (select 1 from factor f where f.account_id = a.id and f.kind = 'passkey' and f.confirmed_at is not null)
    from session s join account a on a.id = s.account_id and a.active and not a.demo
    where s.hash = token_hash and s.revoked_at is null and s.ends_at > now() and s.seen_at <= now() - interval '30 minutes';
end $$;
--> statement-breakpoint
create function door.begin_unlock(locked_hash bytea, token_hash bytea, source bytea, challenge text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (select l.account_id from door.locked(locked_hash) l where l.passkey);
begin
  if owner_id is null or not door.count_try('passkey:' || encode(source, 'hex'), 60, interval '1 minute') then return false; end if;
  perform door.begin_ceremony('unlock', owner_id, token_hash, challenge);
  return true;
end $$;
--> statement-breakpoint
-- Somebody is about to try a code: six a minute and thirty an hour for an account, apart for browsers that it knows.
create function door.knock_factor(token_hash bytea, device bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  owner_id uuid := (select c.account_id from door.live_ceremony(token_hash) c);
  bucket text;
begin
  if owner_id is null then return false; end if;
  bucket := 'factor:' || case when door.knows_device(owner_id, device) then encode(device, 'hex') else '' end || ':' || owner_id;
  return door.count_try(bucket, 6, interval '1 minute') and door.count_try('hour:' || bucket, 30, interval '1 hour');
end $$;
--> statement-breakpoint
create function door.refuse_factor(token_hash bytea) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform door.note_login(c.account_id, 'factor.refused') from door.live_ceremony(token_hash) c;
end $$;
--> statement-breakpoint
-- A factor was shown, as the application has checked: a code's time step and a recovery code count once, a key's counter
-- only forward. What the ceremony was for happens: a session, or a new token for the one there is.
create function door.pass(token_hash bytea, proof text, which text, number bigint, session_hash bytea, browser text, device bytea, before bytea)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held ceremony;
  owner_id uuid;
  place uuid;
begin
  select c.* into held from ceremony c
    where c.hash = token_hash and c.used_at is null and c.ends_at > now() and c.kind <> 'enrol' for update;
  if held.hash is null or held.kind in ('passkey', 'unlock') and proof <> 'passkey' then return false; end if;
  if proof = 'totp' then
    update factor f set last_step = number, used_at = now()
      where f.id = which::uuid and f.account_id = held.account_id and f.kind = 'totp' and f.confirmed_at is not null
        and number > coalesce(f.last_step, 0)
      returning f.account_id into owner_id;
  elsif proof = 'passkey' then
    update factor f set counter = number, used_at = now()
      where f.credential_id = which and f.kind = 'passkey' and f.confirmed_at is not null
        and (held.account_id is null or f.account_id = held.account_id)
        and (number > coalesce(f.counter, 0) or number = 0 and coalesce(f.counter, 0) = 0)
      returning f.account_id into owner_id;
  elsif proof = 'recovery' then
    update recovery_code r set used_at = now()
      where r.account_id = held.account_id and r.hash = decode(which, 'hex') and r.used_at is null
      returning r.account_id into owner_id;
  end if;
  if owner_id is null then return false; end if;
  update ceremony c set used_at = now() where c.hash = token_hash;
  if held.kind = 'step-up' then
    select s.partnership_id into place from session s where s.hash = before and s.account_id = owner_id;
    if place is null or not door.rotate(before, session_hash, place, true) then return false; end if;
    perform door.note_login(owner_id, 'login.step-up', place);
    return true;
  end if;
  if held.kind = 'unlock' then
    select l.partnership_id into place from door.locked(before) l where l.account_id = owner_id;
    if place is null then return false; end if;
  end if;
  if not door.start_session(owner_id, place, case when held.kind = 'second-factor' then 'password' else 'passkey' end::session_method,
    session_hash, browser, before) then return false; end if;
  perform door.remember_device(owner_id, device);
  return true;
end $$;
--> statement-breakpoint
-- Whoever the organisation's own provider says it is: a session, if an invitation once tied that subject to an account.
create function door.open_by_identity(issued_by text, subject_there text, session_hash bytea, browser text, before bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select door.start_session(i.account_id, null, 'provider', session_hash, browser, before)
    from identity i where i.issuer = issued_by and i.subject = subject_there), false);
end $$;
--> statement-breakpoint
create function door.live_invitation(token_hash bytea) returns setof invitation
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select i.* from invitation i join account a on a.id = i.account_id and a.active and not a.demo
    where i.hash = token_hash and i.used_at is null and i.ends_at > now();
end $$;
--> statement-breakpoint
revoke execute on function door.live_invitation(bytea) from public;
--> statement-breakpoint
-- Whom a link lets in, and where. No row: used, too old, or never there.
create function door.invitation_of(token_hash bytea) returns table (email text, name text, partnership text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.email, p.name, s.name
    from door.live_invitation(token_hash) i join account a on a.id = i.account_id
    join person p on p.partnership_id = i.partnership_id and p.account_id = i.account_id
    join partnership s on s.id = i.partnership_id;
end $$;
--> statement-breakpoint
-- The bearer of a link sets a password, and has a quarter of an hour for the factor. The password alone opens nothing.
create function door.accept_invitation(invited bytea, kept_password text, token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (select i.account_id from door.live_invitation(invited) i);
begin
  if owner_id is null or kept_password !~ '^argon2id\$[A-Za-z0-9_-]{22}\$[0-9a-f]{64}$' then return false; end if;
  insert into credential (account_id, password) values (owner_id, kept_password)
    on conflict (account_id) do update set password = excluded.password;
  perform door.begin_ceremony('enrol', owner_id, token_hash);
  return true;
end $$;
--> statement-breakpoint
-- The link has done its work: only what was set up with it counts from now on, and one is in.
create function door.finish_enrolment(token_hash bytea, invited bytea, session_hash bytea, browser text, device bytea, before bytea)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held ceremony;
  link invitation;
begin
  select c.* into held from door.live_ceremony(token_hash) c where c.kind = 'enrol';
  select i.* into link from door.live_invitation(invited) i where i.account_id = held.account_id;
  if link.hash is null then return false; end if;
  update invitation i set used_at = now() where i.account_id = held.account_id and i.used_at is null;
  if not found then return false; end if;
  update ceremony c set used_at = now() where c.hash = token_hash;
  delete from factor f where f.account_id = held.account_id
    and (f.confirmed_at is null or f.confirmed_at <= held.ends_at - interval '15 minutes');
  if not door.can_prove(held.account_id) then raise exception 'nothing to prove oneself with' using errcode = 'BB007'; end if;
  delete from device d where d.account_id = held.account_id;
  perform door.revoke_sessions(held.account_id, null);
  perform door.note_login(held.account_id, 'login.enrolled', link.partnership_id);
  perform door.remember_device(held.account_id, device);
  return door.start_session(held.account_id, link.partnership_id, 'password', session_hash, browser, before);
end $$;
--> statement-breakpoint
-- Ties whom a provider vouches for to the account of a link: never by a mail address.
create function door.link_identity(invited bytea, issued_by text, subject_there text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare link invitation;
begin
  select i.* into link from door.live_invitation(invited) i;
  if link.hash is null then return false; end if;
  insert into identity (issuer, subject, account_id) values (issued_by, subject_there, link.account_id)
    on conflict (issuer, subject) do nothing;
  if not exists (select 1 from identity i
    where i.issuer = issued_by and i.subject = subject_there and i.account_id = link.account_id) then return false; end if;
  update invitation i set used_at = now() where i.account_id = link.account_id and i.used_at is null;
  perform door.note_login(link.account_id, 'login.linked', link.partnership_id);
  return true;
end $$;
--> statement-breakpoint
-- From here on: what somebody who is signed in does with their own account.
create function door.my_session() returns table (id uuid, family uuid, account_id uuid, strong boolean, idle integer, absolute integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.id, s.family, s.account_id, s.strong_at > now() - interval '10 minutes',
      extract(epoch from s.seen_at + interval '30 minutes' - now())::integer, extract(epoch from s.ends_at - now())::integer
    from session s join door.live() l on l.account_id = s.account_id and l.partnership_id = s.partnership_id
    where s.hash = decode(current_setting('app.session', true), 'hex');
end $$;
--> statement-breakpoint
create function door.my_account()
returns table (email text, demo boolean, password boolean, recovery integer, strong boolean, issuers text[], partnerships jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.email, a.demo, exists (select 1 from credential c where c.account_id = a.id),
      (select count(*)::integer from recovery_code r where r.account_id = a.id and r.used_at is null), m.strong,
      array(select i.issuer from identity i where i.account_id = a.id order by 1),
      (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'current', s.id = l.partnership_id) order by s.name)
        from person p join partnership s on s.id = p.partnership_id
        where p.account_id = a.id and (p.left_on is null or p.left_on > door.today()))
    from door.my_session() m join account a on a.id = m.account_id cross join door.live() l;
end $$;
--> statement-breakpoint
create function door.my_sessions() returns table (id uuid, method session_method, browser text, started_at timestamptz, seen_at timestamptz, current boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.id, s.method, s.browser, s.started_at, s.seen_at, s.id = m.id
    from door.my_session() m join session s on s.account_id = m.account_id
    where s.revoked_at is null and s.ends_at > now() and s.seen_at > now() - interval '30 minutes'
    order by s.id = m.id desc, s.seen_at desc;
end $$;
--> statement-breakpoint
create function door.my_factors() returns table (id uuid, kind factor_kind, label text, confirmed_at timestamptz, used_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select f.id, f.kind, f.label, f.confirmed_at, f.used_at
    from door.my_session() m join factor f on f.account_id = m.account_id and f.confirmed_at is not null
    order by f.confirmed_at;
end $$;
--> statement-breakpoint
-- Ends one of one's own sessions, or every other one.
create function door.end_my_session(ended uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare one session;
begin
  select s.* into one from session s join door.my_session() m on m.account_id = s.account_id
    where s.id = ended and s.revoked_at is null;
  if one.hash is null then return false; end if;
  perform door.revoke_family(one.family);
  perform door.note_login(one.account_id, 'logout', one.partnership_id);
  return true;
end $$;
--> statement-breakpoint
create function door.end_my_others() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform door.revoke_sessions(m.account_id, null, m.family), door.note_login(m.account_id, 'logout.others')
    from door.my_session() m;
end $$;
--> statement-breakpoint
create function door.switch_partnership(place uuid, session_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return coalesce((
    select door.rotate(decode(current_setting('app.session', true), 'hex'), session_hash, place, false)
    from door.my_session() m join person p on p.account_id = m.account_id and p.partnership_id = place
      and (p.left_on is null or p.left_on > door.today())), false);
end $$;
--> statement-breakpoint
create function door.begin_step_up(token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (select m.account_id from door.my_session() m);
begin
  if owner_id is null or not door.can_prove(owner_id) then return false; end if;
  perform door.begin_ceremony('step-up', owner_id, token_hash);
  return true;
end $$;
--> statement-breakpoint
-- A factor is about to be added: within ten minutes of having shown one.
create function door.begin_enrolment(token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (select m.account_id from door.my_session() m where m.strong);
begin
  if owner_id is null or not door.can_prove(owner_id) then return false; end if;
  perform door.begin_ceremony('enrol', owner_id, token_hash);
  return true;
end $$;
--> statement-breakpoint
create function door.enroller(token_hash bytea) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (select c.account_id from door.live_ceremony(token_hash) c where c.kind = 'enrol'); end $$;
--> statement-breakpoint
revoke execute on function door.enroller(bytea) from public;
--> statement-breakpoint
create function door.may_add_factor(account uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return account is not null and (select count(*) < 10 from factor f where f.account_id = account and f.confirmed_at is not null);
end $$;
--> statement-breakpoint
revoke execute on function door.may_add_factor(uuid) from public;
--> statement-breakpoint
-- A shared secret that waits for its first code. One at a time.
create function door.begin_totp(token_hash bytea, factor_id uuid, label text, secret bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := door.enroller(token_hash);
begin
  if not door.may_add_factor(owner_id) then return false; end if;
  delete from factor f where f.account_id = owner_id and f.confirmed_at is null;
  insert into factor (id, account_id, kind, label, secret) values (factor_id, owner_id, 'totp', left(begin_totp.label, 40), begin_totp.secret);
  return true;
end $$;
--> statement-breakpoint
create function door.confirm_totp(token_hash bytea, factor_id uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := door.enroller(token_hash);
begin
  update factor f set confirmed_at = clock_timestamp(), last_step = step
    where f.id = factor_id and f.account_id = owner_id and f.kind = 'totp' and f.confirmed_at is null;
  if not found then return false; end if;
  perform door.note_login(owner_id, 'factor.added');
  return true;
end $$;
--> statement-breakpoint
create function door.add_passkey(token_hash bytea, label text, credential text, public_key bytea, counter bigint, transports text[])
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := door.enroller(token_hash);
begin
  if not door.may_add_factor(owner_id) then return false; end if;
  insert into factor (id, account_id, kind, label, credential_id, public_key, counter, transports, confirmed_at)
    values (gen_random_uuid(), owner_id, 'passkey', left(add_passkey.label, 40), credential, add_passkey.public_key,
      add_passkey.counter, add_passkey.transports, clock_timestamp())
    on conflict (credential_id) do nothing;
  if not found then return false; end if;
  perform door.note_login(owner_id, 'factor.added');
  return true;
end $$;
--> statement-breakpoint
-- Ten new codes; the old ones open nothing more.
create function door.set_recovery(token_hash bytea, hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := door.enroller(token_hash);
begin
  if owner_id is null or cardinality(hashes) <> 10 then return false; end if;
  delete from recovery_code r where r.account_id = owner_id;
  insert into recovery_code (account_id, hash) select owner_id, h from unnest(hashes) h;
  perform door.note_login(owner_id, 'recovery.new');
  return true;
end $$;
--> statement-breakpoint
create function door.end_enrolment(token_hash bytea) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin update ceremony c set used_at = now() where c.hash = token_hash and c.kind = 'enrol' and c.used_at is null; end $$;
--> statement-breakpoint
-- Takes a factor away, but never the last.
create function door.remove_factor(factor_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (select m.account_id from door.my_session() m where m.strong);
begin
  perform 1 from account a where a.id = owner_id for update;
  delete from factor f where f.id = factor_id and f.account_id = owner_id and f.confirmed_at is not null
    and exists (select 1 from factor o where o.account_id = owner_id and o.id <> factor_id and o.confirmed_at is not null);
  if not found then return false; end if;
  perform door.note_login(owner_id, 'factor.removed');
  return true;
end $$;
--> statement-breakpoint
-- Another password, from somebody who has just shown a factor and knows the old one. Every other session ends.
create function door.change_password(derived bytea, kept_password text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare mine record;
begin
  select m.account_id, m.family into mine from door.my_session() m where m.strong;
  if mine.account_id is null or kept_password !~ '^argon2id\$[A-Za-z0-9_-]{22}\$[0-9a-f]{64}$'
    or not door.password_fits(mine.account_id, derived) then return false; end if;
  update credential c set password = kept_password where c.account_id = mine.account_id;
  perform door.revoke_sessions(mine.account_id, null, mine.family);
  perform door.note_login(mine.account_id, 'password.changed');
  return true;
end $$;
--> statement-breakpoint
-- Whose posts change, who leaves and whose account is shut or opened signs in anew.
create function door.holding_ends_sessions() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare changed holding := coalesce(new, old);
begin
  if tg_op = 'UPDATE' then
    if new is not distinct from old then return null; end if;
  end if;
  perform door.revoke_sessions(p.account_id, p.partnership_id) from person p
    where p.partnership_id = changed.partnership_id and p.id = changed.person_id;
  return null;
end $$;
--> statement-breakpoint
create function door.leaving_ends_sessions() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if new.left_on is distinct from old.left_on and new.left_on is not null then
    perform door.revoke_sessions(new.account_id, new.partnership_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function door.account_ends_sessions() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if new.active is distinct from old.active then perform door.revoke_sessions(new.id, null); end if;
  return null;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger holding_ends_sessions after insert or update or delete on holding
  for each row execute function door.holding_ends_sessions();
--> statement-breakpoint
create trigger leaving_ends_sessions after update of left_on on person
  for each row execute function door.leaving_ends_sessions();
--> statement-breakpoint
create trigger account_ends_sessions after update of active on account
  for each row execute function door.account_ends_sessions();
