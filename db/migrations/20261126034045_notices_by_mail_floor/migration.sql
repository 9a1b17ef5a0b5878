-- The floor under the mails: FORCE, and what the application and the jobs may do with them.
do $$
declare t text;
begin
  foreach t in array array['digest', 'mail_choice'] loop
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on mail_choice to brobyg_app;
--> statement-breakpoint
grant update (off, locale) on mail_choice to brobyg_app;
--> statement-breakpoint
grant select on mail_choice to brobyg_jobs;
--> statement-breakpoint
grant select, insert on digest to brobyg_jobs;
--> statement-breakpoint
grant delete on mail to brobyg_jobs;
--> statement-breakpoint
grant select on mail to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- A mail to a colleague, at the address of the account: nobody else needs to know it. None to whoever has left, or whose
-- account is closed; answers whether there is one.
create function door.mail_person(partnership uuid, person uuid, kind text, said jsonb, locale text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
    select p.partnership_id, gen_random_uuid(), p.id, a.email, mail_person.kind, said, mail_person.locale
    from person p join account a on a.id = p.account_id
    where p.partnership_id = mail_person.partnership and p.id = mail_person.person and p.left_on is null and a.active;
  return found;
end $$;
--> statement-breakpoint
revoke execute on function door.mail_person(uuid, uuid, text, jsonb, text) from public;
--> statement-breakpoint
grant execute on function door.mail_person(uuid, uuid, text, jsonb, text) to brobyg_jobs;
--> statement-breakpoint
create or replace function door.send_invitation(person uuid, token text, locale text, anew boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner account;
  link boolean;
begin
  if not door.keeps_person(person) or token !~ '^[A-Za-z0-9_-]{43}$' or locale not in ('da', 'en') then
    raise exception 'not for this person to invite' using errcode = 'BB006';
  end if;
  select a.* into owner from account a join person p on p.account_id = a.id
    where p.partnership_id = here and p.id = send_invitation.person;
  update account a set active = true where a.id = owner.id and not a.active;
  link := anew or not (exists (select 1 from credential c where c.account_id = owner.id)
    or exists (select 1 from identity i where i.account_id = owner.id)
    or exists (select 1 from factor f where f.account_id = owner.id and f.confirmed_at is not null));
  if link then
    update invitation i set used_at = now() where i.account_id = owner.id and i.used_at is null;
    insert into invitation (hash, account_id, partnership_id, ends_at)
      values (sha256(convert_to(token, 'UTF8')), owner.id, here, now() + interval '3 days');
  end if;
  insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
    values (here, gen_random_uuid(), person, owner.email, case when link then 'invitation' else 'welcome' end,
      case when link then jsonb_build_object('token', token) else '{}' end, locale);
end $$;
--> statement-breakpoint
reset role;
