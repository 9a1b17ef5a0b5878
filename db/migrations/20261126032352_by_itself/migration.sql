-- What happens by itself is told by the jobs, and by nobody of the application.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.event_step() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  r record;
  seated boolean;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  select x.events, x.status, x.holder_post as holder, x.origin_post as origin, h.to_post as receiver
    into r from referral x
    left join handover h on h.partnership_id = x.partnership_id and h.referral_id = x.id and h.id = new.handover_id
    where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  seated := case
    when new.act in ('open', 'accept', 'return', 'redirect', 'ask', 'advise', 'progress', 'hold', 'resume', 'complete')
      then new.post_id = r.receiver
    when new.act in ('send', 'confirm', 'drop', 'answer', 'withdraw', 'follow_up', 'close') then new.post_id = r.holder
    when new.act in ('log', 'letter', 'correct', 'consent', 'reopen') then new.post_id in (r.holder, r.origin)
    when new.act = 'approve' then r.status = 'open' and new.post_id = r.origin and r.origin = any (door.led())
    when new.act = 'talked' then exists (
      select 1 from meeting m
      join meeting_item i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.outcome is not null
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id and c.referral_id = new.referral_id
      where m.partnership_id = new.partnership_id and m.convener_post = new.post_id
        and m.state = 'closed' and m.closed_at = now())
    when new.act = 'journal' then r.status = 'closed' and new.post_id = r.holder
    when new.act = 'void' then r.status = 'voided' and new.post_id = r.origin
    when new.act = 'undo' then door.undoing(new.referral_id)
    else new.act not in ('succeed', 'expire', 'hold_over', 'due', 'remind', 'warn') end;
  if not coalesce(seated and new.seq = r.events, false)
    or not (new.at = now() or (new.at < now() and door.installation() = 'demo'))
  then
    raise exception 'not an event that this post can tell' using errcode = 'BB008';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
