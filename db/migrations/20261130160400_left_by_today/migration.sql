-- Somebody leaves today, or has left. On a day to come they would still work, and mail, which goes to nobody who leaves, would
-- no longer tell them what is done to them, nor the officer what is done to anybody.
set local role brobyg_door;
--> statement-breakpoint
create function door.left_by_today() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.left_on > door.today() then
    raise exception 'nobody leaves on a day to come' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger left_by_today before update of left_on on person
  for each row execute function door.left_by_today();
