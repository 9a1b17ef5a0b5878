-- Who has a referral before their eyes is told to an origin that may not hear how it goes only of a post that it has handed
-- the referral to, or that handed it back: one of the two sides of a handover, the other of which is mine.
set local role brobyg_door;
--> statement-breakpoint
create function door.deals_with(referral_id uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare mine uuid[] := door.posts();
begin
  return exists (
    select 1 from handover h
    where h.partnership_id = door.partnership() and h.referral_id = deals_with.referral_id
      and h.state not in ('proposed', 'undone')
      and (h.from_post = deals_with.post and h.to_post = any (mine) or h.to_post = deals_with.post and h.from_post = any (mine)));
end $$;
--> statement-breakpoint
reset role;
