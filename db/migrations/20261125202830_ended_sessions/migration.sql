-- A session that is over says when somebody worked, from which browser. The log says who signed in and out: a month later
-- nobody needs the session itself.
grant delete on session to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.purge() returns integer language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  gone integer := 0;
  these integer;
begin
  delete from session where ends_at < now() - interval '30 days' or revoked_at < now() - interval '30 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from ceremony where ends_at < now() - interval '1 day';
  get diagnostics these = row_count; gone := gone + these;
  delete from throttle where since < now() - interval '2 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from invitation where ends_at < now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from device where used_at < now() - interval '180 days';
  get diagnostics these = row_count;
  return gone + these;
end $$;
--> statement-breakpoint
reset role;
