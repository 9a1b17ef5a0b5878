-- After a recovery nothing of before opens the account: one function ends it all, and every path calls it.
grant delete on credential to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- What somebody may be in the middle of, or be remembered by: sessions but for one family, ceremonies, links, browsers.
create function door.end_under_way(account uuid, spared uuid default null, spared_link bytea default null) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update ceremony c set used_at = public.app_now() where c.account_id = account and c.used_at is null;
  update invitation i set used_at = public.app_now()
    where i.account_id = account and i.used_at is null and i.hash is distinct from spared_link;
  delete from device d where d.account_id = account;
  perform door.revoke_sessions(account, null, spared);
end $$;
--> statement-breakpoint
revoke execute on function door.end_under_way(uuid, uuid, bytea) from public;
--> statement-breakpoint
-- Everything that opened an account before a recovery. Whoever recovers by a code has shown the password just now, and
-- keeps it and the other codes; whoever recovers by a link begins anew. Which factor was lost nobody can tell, so all go.
create function door.end_all_before(account uuid, by_code boolean default false, spared uuid default null, spared_link bytea default null)
returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from account a where a.id = end_all_before.account for no key update;
  perform door.end_under_way(account, spared, spared_link);
  delete from calendar_feed f where f.account_id = account;
  delete from identity i where i.account_id = account;
  delete from factor f where f.account_id = account;
  if not by_code then
    delete from credential c where c.account_id = account;
    delete from recovery_code r where r.account_id = account;
  end if;
end $$;
--> statement-breakpoint
revoke execute on function door.end_all_before(uuid, boolean, uuid, bytea) from public;
--> statement-breakpoint
-- A factor, or a recovery code for whoever has none left: either comes after the password.
create or replace function door.can_prove(account uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from factor f where f.account_id = account and f.confirmed_at is not null)
    or exists (select 1 from recovery_code r where r.account_id = account and r.used_at is null);
end $$;
--> statement-breakpoint
-- The bearer of a link sets a password, and has a quarter of an hour for the factor. From here on nothing of before opens
-- the account, and neither does the password alone.
create or replace function door.accept_invitation(invited bytea, kept_password text, token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid;
begin
  perform 1 from account a join invitation i on i.account_id = a.id where i.hash = invited for no key update of a;
  select i.account_id into owner_id from door.live_invitation(invited) i;
  if owner_id is null or kept_password !~ '^argon2id\$[A-Za-z0-9_-]{22}\$[0-9a-f]{64}$' then return false; end if;
  perform door.end_all_before(owner_id, spared_link => invited);
  insert into credential (account_id, password) values (owner_id, kept_password);
  perform door.begin_ceremony('enrol', owner_id, token_hash);
  return true;
end $$;
--> statement-breakpoint
-- The link has done its work, and one is in. What was before ended when the password was set.
create or replace function door.finish_enrolment(token_hash bytea, invited bytea, session_hash bytea, browser text, device bytea, before bytea)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held ceremony;
  link invitation;
begin
  select c.* into held from door.live_ceremony(token_hash) c where c.kind = 'enrol';
  select i.* into link from door.live_invitation(invited) i where i.account_id = held.account_id;
  if link.hash is null then return false; end if;
  update invitation i set used_at = public.app_now() where i.account_id = held.account_id and i.used_at is null;
  if not found then return false; end if;
  if not exists (select 1 from factor f where f.account_id = held.account_id and f.confirmed_at is not null) then
    raise exception 'nothing to prove oneself with' using errcode = 'BB007';
  end if;
  delete from factor f where f.account_id = held.account_id and f.confirmed_at is null;
  perform door.end_under_way(held.account_id);
  perform door.note_login(held.account_id, 'login.enrolled', link.partnership_id);
  perform door.remember_device(held.account_id, device);
  return door.start_session(held.account_id, link.partnership_id, 'password', session_hash, browser, before);
end $$;
--> statement-breakpoint
-- Ties whom a provider vouches for to the account of a link: never by a mail address. It is from now on the one way in.
create or replace function door.link_identity(invited bytea, issued_by text, subject_there text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare link invitation;
begin
  perform 1 from account a join invitation i on i.account_id = a.id where i.hash = invited for no key update of a;
  select i.* into link from door.live_invitation(invited) i;
  if link.hash is null or exists (select 1 from identity i
    where i.issuer = issued_by and i.subject = subject_there and i.account_id <> link.account_id) then return false; end if;
  perform door.end_all_before(link.account_id);
  insert into identity (issuer, subject, account_id) values (issued_by, subject_there, link.account_id)
    on conflict (issuer, subject) do nothing;
  if not found then raise exception 'somebody else was tied meanwhile' using errcode = 'BB007'; end if;
  perform door.note_login(link.account_id, 'login.linked', link.partnership_id);
  return true;
end $$;
--> statement-breakpoint
-- A factor was shown, as the application has checked: a code's time step and a recovery code count once, a key's counter
-- only forward. What the ceremony was for happens: a session, or a new token for the one there is. Whoever shows a recovery
-- code has lost a factor: what was before ends.
create or replace function door.pass(token_hash bytea, proof text, which text, number bigint, session_hash bytea, browser text, device bytea, before bytea)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held ceremony;
  owner_id uuid;
  place uuid;
begin
  -- The account first: whatever ends what is under way takes it before any ceremony.
  perform 1 from account a join ceremony c on c.account_id = a.id where c.hash = token_hash for no key update of a;
  select c.* into held from ceremony c
    where c.hash = token_hash and c.used_at is null and c.ends_at > public.app_now() and c.kind <> 'enrol' for update;
  if held.hash is null or held.kind in ('passkey', 'unlock') and proof <> 'passkey' then return false; end if;
  if proof = 'totp' then
    update factor f set last_step = number, used_at = public.app_now()
      where f.id = which::uuid and f.account_id = held.account_id and f.kind = 'totp' and f.confirmed_at is not null
        and number > coalesce(f.last_step, 0)
      returning f.account_id into owner_id;
  elsif proof = 'passkey' then
    update factor f set counter = number, used_at = public.app_now()
      where f.credential_id = which and f.kind = 'passkey' and f.confirmed_at is not null
        and (held.account_id is null or f.account_id = held.account_id)
        and (number > coalesce(f.counter, 0) or number = 0 and coalesce(f.counter, 0) = 0)
      returning f.account_id into owner_id;
  elsif proof = 'recovery' then
    update recovery_code r set used_at = public.app_now()
      where r.account_id = held.account_id and r.hash = decode(which, 'hex') and r.used_at is null
      returning r.account_id into owner_id;
  end if;
  if owner_id is null then return false; end if;
  update ceremony c set used_at = public.app_now() where c.hash = token_hash;
  if held.kind = 'step-up' then
    select s.partnership_id into place from session s where s.hash = before and s.account_id = owner_id;
  end if;
  if proof = 'recovery' then
    perform door.end_all_before(owner_id, by_code => true, spared => case when held.kind = 'step-up'
      then (select s.family from session s where s.hash = before and s.account_id = owner_id) end);
    perform door.note_login(owner_id, 'recovery.used');
  end if;
  if held.kind = 'step-up' then
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
-- A factor is about to be added: within ten minutes of having shown one, or of having recovered without any.
create or replace function door.begin_enrolment(token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner_id uuid := (
  select m.account_id from door.my_session() m join session s on s.id = m.id
  where m.strong and (door.can_prove(m.account_id) or s.method in ('password', 'passkey')));
begin
  if owner_id is null then return false; end if;
  perform door.begin_ceremony('enrol', owner_id, token_hash);
  return true;
end $$;
--> statement-breakpoint
-- Another password, from somebody who has just shown a factor and knows the old one. Every other session ends, and what was
-- begun with the old password.
create or replace function door.change_password(derived bytea, kept_password text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare mine record;
begin
  select m.account_id, m.family into mine from door.my_session() m where m.strong;
  if mine.account_id is null or kept_password !~ '^argon2id\$[A-Za-z0-9_-]{22}\$[0-9a-f]{64}$'
    or not door.password_fits(mine.account_id, derived) then return false; end if;
  perform 1 from account a where a.id = mine.account_id for no key update;
  update credential c set password = kept_password where c.account_id = mine.account_id;
  perform door.end_under_way(mine.account_id, mine.family);
  perform door.note_login(mine.account_id, 'password.changed');
  return true;
end $$;
--> statement-breakpoint
-- Takes a factor away, but never the last. It may have been lost: what it opened elsewhere ends.
create or replace function door.remove_factor(factor_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare mine record;
begin
  select m.account_id, m.family into mine from door.my_session() m where m.strong;
  perform 1 from account a where a.id = mine.account_id for no key update;
  delete from factor f where f.id = factor_id and f.account_id = mine.account_id and f.confirmed_at is not null
    and exists (select 1 from factor o where o.account_id = mine.account_id and o.id <> factor_id and o.confirmed_at is not null);
  if not found then return false; end if;
  perform door.end_under_way(mine.account_id, mine.family);
  perform door.note_login(mine.account_id, 'factor.removed');
  return true;
end $$;
--> statement-breakpoint
reset role;
