-- Whom the newest mail did not reach, and why as a code: for the administrator. No address and no word of the mail. Whoever
-- has left is to be told nothing anyway.
set local role brobyg_door;
--> statement-breakpoint
create function door.unreached() returns table (person uuid, failed text, day date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not door.has_duty('administer') then return; end if;
  return query
    select last.person_id, last.failed, (last.at at time zone 'Europe/Copenhagen')::date from (
      select distinct on (m.person_id) m.person_id, m.failed, m.at from mail m
      join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.left_on is null
      where m.partnership_id = door.partnership() and (m.sent_at is not null or m.failed is not null)
      order by m.person_id, m.at desc, m.id) last
    where last.failed is not null;
end $$;
--> statement-breakpoint
revoke execute on function door.unreached() from public;
--> statement-breakpoint
grant execute on function door.unreached() to brobyg_app;
--> statement-breakpoint
reset role;
