-- A case that a meeting talked of is no longer asked for: whoever wants it talked of again says so again.
grant update (on_agenda) on referral to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Takes off what was put on the agenda and was talked of, with an event each, and answers whose lists change. Done by the
-- coordinator in the transaction that closes the meeting: before that nothing is over, and later it may have been asked anew.
create function door.talked(meeting uuid, items uuid[]) returns uuid[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  convener uuid;
  item record;
  told uuid[] := '{}';
begin
  select m.convener_post into convener from meeting m
    where m.partnership_id = here and m.id = talked.meeting and m.state = 'closed' and m.closed_at = now();
  if convener is null or not door.has_duty('coordinate') then
    raise exception 'not a meeting that this person closes' using errcode = 'BB005';
  end if;
  for item in
    select r.id from referral r
      join meeting_case c on c.partnership_id = r.partnership_id and c.referral_id = r.id
      join meeting_item i on i.partnership_id = c.partnership_id and i.id = c.item_id
      where r.partnership_id = here and i.meeting_id = talked.meeting and i.id = any (items) and i.outcome is not null
      order by r.id
  loop
    update referral r set on_agenda = false, events = r.events + 1
      where r.partnership_id = here and r.id = item.id and r.status = 'open' and r.on_agenda;
    continue when not found;
    insert into event (partnership_id, id, referral_id, seq, act, person_id, post_id, post_name, details)
      select here, gen_random_uuid(), r.id, r.events, 'talked', door.me(), convener,
        (select n.da from function_name n join post p on p.partnership_id = n.partnership_id and p.function = n.function
          where p.partnership_id = here and p.id = convener order by n.valid_from desc limit 1) || ', ' ||
        (select n.short from unit_name n join post p on p.partnership_id = n.partnership_id and p.unit_id = n.unit_id
          where p.partnership_id = here and p.id = convener and n.valid_from <= door.today()
          order by n.valid_from desc limit 1),
        '{}'
      from referral r where r.partnership_id = here and r.id = item.id;
    told := told || array(
      select x.post from referral r
        left join handover h on h.partnership_id = r.partnership_id and h.id = r.waiting_id
          and h.state in ('sent', 'opened', 'asked'),
        unnest(array[r.origin_post, r.holder_post, h.to_post]) x(post)
        where r.partnership_id = here and r.id = item.id and x.post is not null);
  end loop;
  return array(select distinct x from unnest(told) x);
end $$;
--> statement-breakpoint
reset role;
