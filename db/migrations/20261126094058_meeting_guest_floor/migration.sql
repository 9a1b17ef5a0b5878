-- Guests are invited by mail, in the transaction that invites them, moves or cancels the meeting, and forgotten when it has
-- begun. Whoever calls a series does with its meetings what the coordinator does with those of the network.
alter table meeting_guest force row level security;
--> statement-breakpoint
revoke all on meeting_guest from public;
--> statement-breakpoint
grant select, insert (partnership_id, id, meeting_id, address), update (off) on meeting_guest to brobyg_app;
--> statement-breakpoint
grant select, update, delete on meeting_guest to brobyg_door;
--> statement-breakpoint
-- A cancelled or closed meeting takes no guest.
create or replace function meeting_is_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  row_now record := coalesce(new, old);
  over boolean;
begin
  if tg_table_name = 'meeting' then
    over := old.state in ('closed', 'cancelled') or (new.state = 'cancelled' and old.state <> 'called');
  else
    select m.state in ('closed', 'cancelled') into over from meeting m
      where m.partnership_id = row_now.partnership_id and m.id = row_now.meeting_id;
  end if;
  if over and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') = (to_jsonb(old) - 'done_on') then
    return new;
  end if;
  -- The question to the door stands by itself: whoever else changes a decision may not even ask it.
  if current_user = 'brobyg_app' and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') is distinct from (to_jsonb(old) - 'done_on') then
    if not (door.has_duty('coordinate') or door.leads(row_now.meeting_id)) then
      raise exception 'whoever owns a decision says when it is done, and nothing else' using errcode = 'BB005';
    end if;
  end if;
  if over then
    raise exception 'a meeting that is closed or cancelled does not change' using errcode = 'BB005';
  end if;
  return row_now;
end $$;
--> statement-breakpoint
create trigger meeting_is_closed before insert or update of off on meeting_guest
  for each row execute function meeting_is_closed();
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.talked(meeting uuid, items uuid[]) returns uuid[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  convener uuid;
  item record;
  told uuid[] := '{}';
begin
  select m.convener_post into convener from meeting m
    where m.partnership_id = here and m.id = talked.meeting and m.state = 'closed' and m.closed_at = now();
  if convener is null or not (door.has_duty('coordinate') or door.leads(meeting)) then
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
-- Mails whoever has to know something else of a meeting to come than what they were told last: that they are called, that
-- it is another time or place, that it does not concern them any more. Nothing is said twice. Guests are told the same, and
-- nothing of an agenda that they cannot open.
create or replace function door.tell_meeting(here uuid, its uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  m meeting;
  said record;
  called uuid[] := '{}';
  fresh record;
  version integer;
  told integer := 0;
begin
  select * into m from meeting x where x.partnership_id = here and x.id = its for update;
  if m.state not in ('called', 'cancelled') or m.on_day < door.today() then return; end if;
  if m.state = 'called' then called := door.called_people(here, its); end if;
  version := m.sequence + 1;
  select * into said from door.meeting_words(here, its);
  for fresh in
    select coalesce(t.person_id, c.person_id) as person_id,
      case when m.state = 'cancelled' then 'meeting-cancelled' when c.person_id is null then 'meeting-uncalled'
        when t.person_id is null then 'meeting-called' else 'meeting-changed' end as kind
    from (select x.person_id, x.on_day, x.starts_at, x.place_unit from meeting_told x
      where x.partnership_id = here and x.meeting_id = its) t
    full join unnest(called) c (person_id) on c.person_id = t.person_id
    where t.person_id is null or c.person_id is null
      or (t.on_day, t.starts_at, t.place_unit) is distinct from (m.on_day, m.starts_at, m.place_unit)
    order by 1
  loop
    told := told + 1;
    insert into mail (partnership_id, id, to_address, kind, "values", locale)
      select here, gen_random_uuid(), a.email, fresh.kind, jsonb_build_object('meeting', its, 'sequence', version::text,
        'title', said.title, 'day', m.on_day, 'time', m.starts_at, 'place', said.place), 'da'
      from person p join account a on a.id = p.account_id
      where p.partnership_id = here and p.id = fresh.person_id;
    if fresh.kind in ('meeting-cancelled', 'meeting-uncalled') then
      delete from meeting_told t
        where t.partnership_id = here and t.meeting_id = its and t.person_id = fresh.person_id;
    else
      insert into meeting_told (partnership_id, meeting_id, person_id, on_day, starts_at, place_unit)
        values (here, its, fresh.person_id, m.on_day, m.starts_at, m.place_unit)
        on conflict on constraint meeting_told_pkey do update
        set on_day = excluded.on_day, starts_at = excluded.starts_at, place_unit = excluded.place_unit;
    end if;
  end loop;
  for fresh in
    select g.id, g.address, g.off, g.on_day is not null as knows,
      case when m.state = 'cancelled' then 'guest-cancelled' when g.off then 'guest-uncalled'
        when g.on_day is null then 'guest-called' else 'guest-changed' end as kind
    from meeting_guest g
    where g.partnership_id = here and g.meeting_id = its
      and (g.off or m.state = 'cancelled'
        or (g.on_day, g.starts_at, g.place_unit) is distinct from (m.on_day, m.starts_at, m.place_unit))
    order by g.address
  loop
    if fresh.knows or fresh.kind = 'guest-called' then
      told := told + 1;
      insert into mail (partnership_id, id, to_address, kind, "values", locale)
        values (here, gen_random_uuid(), fresh.address, fresh.kind, jsonb_build_object('meeting', its,
          'sequence', version::text, 'title', said.title, 'day', m.on_day, 'time', m.starts_at, 'place', said.place,
          'convener', (select f.da || ', ' || u.short from post p
            cross join lateral (select n.da from function_name n where n.partnership_id = p.partnership_id
              and n.function = p.function order by n.valid_from desc limit 1) f
            cross join lateral (select n.short from unit_name n where n.partnership_id = p.partnership_id
              and n.unit_id = p.unit_id and n.valid_from <= door.today() order by n.valid_from desc limit 1) u
            where p.partnership_id = here and p.id = m.convener_post)), 'da');
    end if;
    if fresh.kind in ('guest-called', 'guest-changed') then
      update meeting_guest g set on_day = m.on_day, starts_at = m.starts_at, place_unit = m.place_unit
        where g.partnership_id = here and g.id = fresh.id;
    else
      delete from meeting_guest g where g.partnership_id = here and g.id = fresh.id;
    end if;
  end loop;
  -- A cancelled one does not change any more: this was the last that is said of it.
  if told > 0 and m.state = 'called' then
    update meeting x set sequence = version where x.partnership_id = here and x.id = its;
  end if;
end $$;
--> statement-breakpoint
--> statement-breakpoint
create or replace function door.tell_called(meeting uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if not (door.has_duty('coordinate') or door.leads(meeting)) then
    raise exception 'not a meeting that this person calls' using errcode = 'BB005';
  end if;
  perform door.tell_meeting(door.partnership(), tell_called.meeting);
end $$;
--> statement-breakpoint
-- The same for every meeting to come, of every partnership; and what was told of one that is over is forgotten.
create or replace function door.tell_all_called() returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare m record;
begin
  for m in
    select x.partnership_id, x.id from meeting x where x.state = 'called' and x.on_day >= door.today() order by 1, 2
  loop
    perform door.tell_meeting(m.partnership_id, m.id);
  end loop;
  delete from meeting_told t using meeting x
    where x.partnership_id = t.partnership_id and x.id = t.meeting_id
      and (x.state in ('held', 'closed') or x.on_day < door.today());
  delete from meeting_guest g using meeting x
    where x.partnership_id = g.partnership_id and x.id = g.meeting_id
      and (x.state in ('held', 'closed') or x.on_day < door.today());
end $$;
--> statement-breakpoint
--> statement-breakpoint
reset role;
