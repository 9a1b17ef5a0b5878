-- A login that is refused costs the same whether somebody has that address or not. The row in the log is written either
-- way; of an address that nobody has it is somebody's, and taken back before anybody sees it.
set local role brobyg_door;
--> statement-breakpoint
create function door.note_refused(account uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform door.note_login(coalesce(account, (select p.account_id from person p where p.account_id is not null limit 1)),
    'login.refused');
  if account is null then raise exception 'nobody has that address' using errcode = 'BB099'; end if;
exception when sqlstate 'BB099' then
  return;
end $$;
--> statement-breakpoint
revoke execute on function door.note_refused(uuid) from public;
--> statement-breakpoint
create or replace function door.check_password(email_address text, derived bytea, source bytea, device bytea, token_hash bytea, browser text, before bytea)
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
    perform door.note_refused(found_account.id);
  else
    perform door.uncount_try(door.login_bucket(email_address, device));
    perform door.uncount_try('source:' || encode(source, 'hex'));
  end if;
  return outcome;
end $$;
--> statement-breakpoint
reset role;
