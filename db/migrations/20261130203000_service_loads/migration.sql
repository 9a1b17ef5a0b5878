set local role brobyg_door;
--> statement-breakpoint
-- What an administrator may know before taking a service out of the agreement, who sees no referral: a few (no number under
-- five ever leaves the database), or how many. A service that is not named has none.
create function door.service_loads() returns table (service text, load integer) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if not door.has_duty('administer') then return; end if;
  return query
    select r.service, case when count(*) >= 5 then count(*)::integer end
    from referral r where r.partnership_id = door.partnership() and r.status = 'open' group by r.service;
end $$;
--> statement-breakpoint
reset role;
