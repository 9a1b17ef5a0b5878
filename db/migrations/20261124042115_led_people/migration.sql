-- People who hold or stand in for a post of the units that this person leads, on either side.
set local role brobyg_door;
--> statement-breakpoint
create function door.my_people() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  led uuid[] := door.overseen() || door.led();
begin
  return coalesce((
    select array_agg(distinct h.person_id) from holding h
    where h.partnership_id = here and h.post_id = any (led)
      and (h.valid_to is null or h.valid_to >= door.today())), '{}');
end $$;
--> statement-breakpoint
reset role;
