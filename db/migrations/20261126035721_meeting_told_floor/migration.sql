-- Who is called to a meeting is told so by mail, in the transaction that calls, moves or cancels it; and by a job, when
-- somebody else holds a called post, or is away, on the day of the meeting.
alter table meeting_told force row level security;
--> statement-breakpoint
revoke all on meeting_told from public;
--> statement-breakpoint
grant select, insert, update, delete on meeting_told to brobyg_door;
--> statement-breakpoint
grant update (sequence) on meeting to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- The people who act for the called posts on the day of the meeting: their holders, and who stands in while every one of
-- these is away.
create function door.called_people(here uuid, its uuid) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return array(
    select distinct h.person_id
    from meeting m
    join meeting_post c on c.partnership_id = m.partnership_id and c.meeting_id = m.id
    join holding h on h.partnership_id = m.partnership_id and h.post_id = c.post_id
      and h.valid_from <= m.on_day and (h.valid_to is null or h.valid_to >= m.on_day)
    join person p on p.partnership_id = h.partnership_id and p.id = h.person_id
      and (p.left_on is null or p.left_on > m.on_day)
    join account a on a.id = p.account_id and a.active
    where m.partnership_id = here and m.id = its and (h.kind = 'holder' or not exists (
      select 1 from holding o
      where o.partnership_id = h.partnership_id and o.post_id = h.post_id and o.kind = 'holder'
        and o.valid_from <= m.on_day and (o.valid_to is null or o.valid_to >= m.on_day)
        and not exists (
          select 1 from absence b where b.partnership_id = o.partnership_id and b.person_id = o.person_id
            and m.on_day between b.from_day and b.to_day))));
end $$;
--> statement-breakpoint
revoke execute on function door.called_people(uuid, uuid) from public;
--> statement-breakpoint
-- What a meeting is called, and where it is, as the agreement in force and its units say it on that day.
create function door.meeting_words(here uuid, its uuid) returns table (title text, place text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select coalesce((
        select jsonb_path_query_first(a.content, '$.meetings[*] ? (@.code == $code).name.da',
          jsonb_build_object('code', m.series)) #>> '{}'
        from agreement a where a.partnership_id = here and a.valid_from <= door.today()
        order by a.number desc limit 1), m.series) || ' ' || m.number,
      (select n.name from unit_name n where n.partnership_id = here and n.unit_id = m.place_unit
          and n.valid_from <= greatest(m.on_day, door.today())
        order by n.valid_from desc limit 1)
    from meeting m where m.partnership_id = here and m.id = its;
end $$;
--> statement-breakpoint
revoke execute on function door.meeting_words(uuid, uuid) from public;
--> statement-breakpoint
-- Mails whoever has to know something else of a meeting to come than what they were told last: that they are called, that
-- it is another time or place, that it does not concern them any more. Nothing is said twice.
create function door.tell_meeting(here uuid, its uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  m meeting;
  said record;
  called uuid[] := '{}';
  fresh record;
  version integer;
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
  -- A cancelled one does not change any more: this was the last that is said of it.
  if found and m.state = 'called' then
    update meeting x set sequence = version where x.partnership_id = here and x.id = its;
  end if;
end $$;
--> statement-breakpoint
revoke execute on function door.tell_meeting(uuid, uuid) from public;
--> statement-breakpoint
-- The same, asked by whoever calls the meeting, in the transaction that changes it.
create function door.tell_called(meeting uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if not door.has_duty('coordinate') then
    raise exception 'not a meeting that this person calls' using errcode = 'BB005';
  end if;
  perform door.tell_meeting(door.partnership(), tell_called.meeting);
end $$;
--> statement-breakpoint
-- The same for every meeting to come, of every partnership; and what was told of one that is over is forgotten.
create function door.tell_all_called() returns void language plpgsql volatile security definer
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
end $$;
--> statement-breakpoint
revoke execute on function door.tell_all_called() from public;
--> statement-breakpoint
grant execute on function door.tell_all_called() to brobyg_jobs;
--> statement-breakpoint
reset role;
