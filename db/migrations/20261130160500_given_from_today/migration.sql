-- A post is given from today on, within a year, and what has been over for days does not begin again: who held it on a day
-- that is past stays as it was, for the log and for whoever was asked about a meeting.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.post_given_by_others() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare timely boolean;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if new.valid_to < coalesce(old.valid_to, 'infinity') and new.kind = 'holder'
      and door.administers_alone(new.partnership_id, new.person_id, new.post_id, new.valid_to + 1)
    then
      raise exception 'somebody always administers' using errcode = 'BB006';
    end if;
    if new.valid_to <= coalesce(old.valid_to, 'infinity') then return new; end if;
    timely := new.valid_from >= door.today() or old.valid_to >= door.today() - 1;
  else
    timely := new.valid_from between door.today() and door.today() + 366;
  end if;
  if timely and door.may_give(new.person_id, new.post_id) then return new; end if;
  raise exception 'not for this person to give' using errcode = 'BB006';
end $$;
--> statement-breakpoint
reset role;
