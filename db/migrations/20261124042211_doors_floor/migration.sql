-- The floor under the tables of the doors: FORCE, and what each role may do with them.
do $$
declare t text;
begin
  foreach t in array array['factor', 'recovery_code', 'identity', 'ceremony', 'invitation', 'throttle', 'device',
    'capacity', 'agreement_draft', 'log', 'link', 'anchor', 'mail'] loop
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update, delete on factor, recovery_code, identity, ceremony, invitation, throttle, device to brobyg_door;
--> statement-breakpoint
grant insert, update on account, credential to brobyg_door;
--> statement-breakpoint
grant insert on person, log, mail to brobyg_door;
--> statement-breakpoint
grant select on capacity, agreement_draft, log, link, anchor to brobyg_app;
--> statement-breakpoint
grant insert on unit, unit_name, function, function_name, post, holding, absence, capacity, agreement, agreement_draft to brobyg_app;
--> statement-breakpoint
grant update on absence, capacity, agreement_draft to brobyg_app;
--> statement-breakpoint
grant update (parent_id, valid_to) on unit to brobyg_app;
--> statement-breakpoint
grant update (name, short) on unit_name to brobyg_app;
--> statement-breakpoint
grant update (duties, valid_to) on function to brobyg_app;
--> statement-breakpoint
grant update (da, en) on function_name to brobyg_app;
--> statement-breakpoint
grant update (phone, mail, hours, checked_on, valid_to, successor_id) on post to brobyg_app;
--> statement-breakpoint
grant update (name, phone, mail, left_on) on person to brobyg_app;
--> statement-breakpoint
grant update (valid_to) on holding to brobyg_app;
--> statement-breakpoint
grant delete on absence, capacity, agreement_draft to brobyg_app;
--> statement-breakpoint
grant select on capacity, log, link, anchor, mail to brobyg_jobs;
--> statement-breakpoint
grant insert on link, anchor to brobyg_jobs;
--> statement-breakpoint
grant update on mail to brobyg_jobs;
--> statement-breakpoint
grant delete on capacity to brobyg_jobs;
--> statement-breakpoint
do $$
begin
  create trigger directory_added after insert on capacity referencing new table as changed
    for each statement execute function door.directory_changed();
  create trigger directory_updated after update on capacity referencing new table as changed
    for each statement execute function door.directory_changed();
  create trigger directory_removed after delete on capacity referencing old table as changed
    for each statement execute function door.directory_changed();
end $$;
--> statement-breakpoint
-- Whoever holds a post or leads its unit keeps its telephone, mail, hours and check. When it ends, and which post follows,
-- is the administrator's.
create function post_kept_by_its_own() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'brobyg_app' and not door.has_duty('administer')
    and (new.valid_to, new.successor_id) is distinct from (old.valid_to, old.successor_id) then
    raise exception 'when a post ends is for the administrator to say' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger post_kept_by_its_own before update on post for each row execute function post_kept_by_its_own();
--> statement-breakpoint
-- A person keeps their own telephone and mail; that they left is said by who leads them, or the administrator.
create function person_kept_by_others() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'brobyg_app' and old.id = door.me() and new.left_on is distinct from old.left_on
    and not door.has_duty('administer') then
    raise exception 'nobody leaves by themselves' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger person_kept_by_others before update on person for each row execute function person_kept_by_others();
