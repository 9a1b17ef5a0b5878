-- What is done to several referrals at once is undone at once: to name somebody and to put on the agenda may be taken back
-- within ten seconds, like the acts that could be before.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.undoable(referral_id uuid) returns table (event_id uuid, before jsonb)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query
    select e.id, e.before from (
      select x.*, x.xmin as written from event x
      where x.partnership_id = door.partnership() and x.referral_id = undoable.referral_id order by x.seq desc limit 1) e
    where e.person_id = door.me() and e.act in ('accept', 'return', 'redirect', 'complete', 'assign', 'agenda')
      and e.before is not null
      and e.written <> pg_current_xact_id()::xid and e.at > clock_timestamp() - interval '10 seconds';
end $$;
--> statement-breakpoint
reset role;
