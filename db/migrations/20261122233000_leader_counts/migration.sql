-- What the leader of a housing organisation may know of its referrals: how many are open, how many are closed. A number
-- under five would point at somebody, so it never leaves the database; null says that there are fewer.
set local role brobyg_door;
--> statement-breakpoint
create function door.counts_led() returns table (status text, count integer) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return query
    select wanted.status, case when count(r.id) >= 5 then count(r.id)::integer end
    from unnest(array['open', 'closed']) wanted(status)
    left join referral r on r.partnership_id = door.partnership() and r.status::text = wanted.status
      and r.origin_post = any (door.led())
    group by wanted.status;
end $$;
--> statement-breakpoint
reset role;
