-- Views of one's own, and who has a referral open just now.
do $$
declare t text;
begin
  foreach t in array array['own_view', 'presence'] loop
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, delete on %I to brobyg_app', t);
  end loop;
end $$;
--> statement-breakpoint
grant update on presence to brobyg_app;
--> statement-breakpoint
grant select, delete on presence to brobyg_jobs;
--> statement-breakpoint
grant select, delete on own_view to brobyg_door;
--> statement-breakpoint
-- Who was where a moment ago is nothing that an archive or a backup may keep.
alter table presence set unlogged;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- As before, and the views that somebody kept for themselves go with them.
create or replace function door.leave(gone uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner_id uuid;
begin
  if gone = door.me() or not door.keeps_person(gone) then
    raise exception 'not for this person to end' using errcode = 'BB006';
  end if;
  select p.account_id into owner_id from person p where p.partnership_id = here and p.id = gone;
  delete from draft d where d.partnership_id = here and d.person_id = gone;
  delete from own_view v where v.partnership_id = here and v.person_id = gone;
  update invitation i set used_at = now()
    where i.account_id = owner_id and i.partnership_id = here and i.used_at is null;
  update session s set revoked_at = now()
    where s.account_id = owner_id and s.partnership_id = here and s.revoked_at is null;
  update account a set active = false where a.id = owner_id and not exists (
    select 1 from person p where p.account_id = owner_id and p.partnership_id <> here and p.left_on is null);
end $$;
--> statement-breakpoint
reset role;
