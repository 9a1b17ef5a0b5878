-- How attendees found a meeting, so that no answer leads back to anybody; and minutes that are put right until they are
-- approved, and then stay.
alter table meeting_answered force row level security;
--> statement-breakpoint
alter table meeting_rating force row level security;
--> statement-breakpoint
alter table meeting_remark force row level security;
--> statement-breakpoint
alter table minutes_correction force row level security;
--> statement-breakpoint
alter table minutes_approval force row level security;
--> statement-breakpoint
revoke all on meeting_answered, meeting_rating, meeting_remark, minutes_correction, minutes_approval from public;
--> statement-breakpoint
grant select, insert, delete on meeting_answered, meeting_rating, meeting_remark to brobyg_door;
--> statement-breakpoint
grant update (count) on meeting_rating to brobyg_door;
--> statement-breakpoint
grant select, insert on minutes_correction, minutes_approval to brobyg_app;
--> statement-breakpoint
alter table meeting_remark alter column text set statistics 0;
--> statement-breakpoint
alter table minutes_correction alter column text set statistics 0;
--> statement-breakpoint
-- Minutes are approved once, at a meeting of their series that is under way, and from then on nothing is added to them. The
-- lock makes a correction and an approval at the same moment come one after the other.
create function minutes_are_approved() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.meeting_id::text, 0));
  if tg_table_name = 'minutes_correction' then
    if exists (
      select 1 from minutes_approval a where a.partnership_id = new.partnership_id and a.meeting_id = new.meeting_id) then
      raise exception 'approved minutes do not change' using errcode = 'BB005';
    end if;
    new.at := clock_timestamp();
    return new;
  end if;
  if not exists (
    select 1 from meeting m
      join meeting n on n.partnership_id = m.partnership_id and n.series = m.series and n.number > m.number
    where m.partnership_id = new.partnership_id and m.id = new.meeting_id and n.id = new.at_meeting and n.state = 'held'
      and n.number = new.number and n.on_day = new.on_day) then
    raise exception 'minutes are approved at a later meeting of their series, while it is held' using errcode = 'BB005';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger minutes_are_approved before insert or update on minutes_correction
  for each row execute function minutes_are_approved();
--> statement-breakpoint
create trigger minutes_are_approved before insert or update on minutes_approval
  for each row execute function minutes_are_approved();
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Who acts for these posts on a day: their holders, and who stands in while every one of these is away.
create function door.people_of(here uuid, posts uuid[], day date) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return array(
    select distinct h.person_id
    from holding h
    join person p on p.partnership_id = h.partnership_id and p.id = h.person_id
      and (p.left_on is null or p.left_on > people_of.day)
    join account a on a.id = p.account_id and a.active
    where h.partnership_id = here and h.post_id = any (people_of.posts)
      and h.valid_from <= people_of.day and (h.valid_to is null or h.valid_to >= people_of.day)
      and (h.kind = 'holder' or not exists (
        select 1 from holding o
        where o.partnership_id = h.partnership_id and o.post_id = h.post_id and o.kind = 'holder'
          and o.valid_from <= people_of.day and (o.valid_to is null or o.valid_to >= people_of.day)
          and not exists (
            select 1 from absence b where b.partnership_id = o.partnership_id and b.person_id = o.person_id
              and people_of.day between b.from_day and b.to_day))));
end $$;
--> statement-breakpoint
revoke execute on function door.people_of(uuid, uuid[], date) from public;
--> statement-breakpoint
-- The people who act for the called posts on the day of the meeting.
create or replace function door.called_people(here uuid, its uuid) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((
    select door.people_of(here, array(
        select c.post_id from meeting_post c where c.partnership_id = here and c.meeting_id = its), m.on_day)
    from meeting m where m.partnership_id = here and m.id = its), '{}');
end $$;
--> statement-breakpoint
-- Has a later meeting of its series begun? Until then a meeting may be rated, and nothing of it is told.
create function door.followed(here uuid, its uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from meeting m
      join meeting n on n.partnership_id = m.partnership_id and n.series = m.series and n.number > m.number
        and n.state in ('held', 'closed')
    where m.partnership_id = here and m.id = its);
end $$;
--> statement-breakpoint
revoke execute on function door.followed(uuid, uuid) from public;
--> statement-breakpoint
-- Meetings that I was at, whose questions I have not answered, and may.
create function door.to_rate() returns table (meeting_id uuid, questions text[]) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
begin
  return query
    select m.id, m.asked from meeting m
    where m.partnership_id = here and m.state = 'closed' and cardinality(m.asked) > 0
      and not door.followed(here, m.id)
      and not exists (
        select 1 from meeting_answered a
        where a.partnership_id = here and a.meeting_id = m.id and a.person_id = who)
      and who = any (door.people_of(here, array(
        select c.post_id from meeting_post c
        where c.partnership_id = here and c.meeting_id = m.id and c.attendance = 'present'), m.on_day))
    order by m.on_day, m.id;
end $$;
--> statement-breakpoint
-- My answer, once and for good: a score for each question in the meeting's order, and what should have been different. That I
-- have answered is written down, and that these scores were given once more; nothing joins the two.
create function door.rate(its uuid, given integer[], remark text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  asked text[] := (select w.questions from door.to_rate() w where w.meeting_id = its);
begin
  if asked is null or cardinality(asked) is distinct from cardinality(given) or array_position(given, null) is not null then
    raise exception 'nothing is asked of this person' using errcode = 'BB005';
  end if;
  insert into meeting_answered (partnership_id, meeting_id, person_id) values (here, its, door.me())
    on conflict do nothing;
  if not found then
    raise exception 'nothing is asked of this person' using errcode = 'BB005';
  end if;
  insert into meeting_rating (partnership_id, meeting_id, question, score, count)
    select here, its, x.question, x.score, 1 from unnest(asked, given) x (question, score)
    on conflict on constraint meeting_rating_pkey do update set count = meeting_rating.count + 1;
  if remark is not null and remark <> '' then
    insert into meeting_remark (partnership_id, id, meeting_id, text) values (here, gen_random_uuid(), its, remark);
  end if;
end $$;
--> statement-breakpoint
-- How the meetings of a series were found, for whoever comes to one of them: nothing while answers come, since the difference
-- between two looks would be somebody's answer, and nothing of fewer than five answers.
create function door.ratings(its uuid)
returns table (meeting_id uuid, number integer, on_day date, asked text[], state text, answers integer, means float8[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  if not (door.has_duty('coordinate') or door.attends(its)) then return; end if;
  return query
    select x.id, x.number, x.on_day, x.asked,
      case when not f.past then 'open' when r.answers >= 5 then 'shown' else 'few' end,
      case when f.past and r.answers >= 5 then r.answers end,
      case when f.past and r.answers >= 5 then r.means end
    from meeting m
    join meeting x on x.partnership_id = m.partnership_id and x.series = m.series and x.state = 'closed'
      and cardinality(x.asked) > 0
    cross join lateral (select door.followed(here, x.id) as past) f
    cross join lateral (
      select min(q.answers)::integer as answers, array_agg(q.mean order by q.place) as means from (
        select a.place, coalesce(sum(s.count), 0) as answers,
          round(sum(s.score * s.count)::numeric / nullif(sum(s.count), 0), 1)::float8 as mean
        from unnest(x.asked) with ordinality a (question, place)
        left join meeting_rating s on s.partnership_id = here and s.meeting_id = x.id and s.question = a.question
        group by a.place) q) r
    where m.partnership_id = here and m.id = its
    order by x.number desc;
end $$;
--> statement-breakpoint
-- What was written about the meetings whose answers are shown, in no order.
create function door.remarks(its uuid) returns table (meeting_id uuid, remark text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select w.meeting_id, w.text from door.ratings(its) x
      join meeting_remark w on w.partnership_id = door.partnership() and w.meeting_id = x.meeting_id
    where x.state = 'shown' order by w.id;
end $$;
--> statement-breakpoint
-- What nobody needs any more: who has answered, and what fewer than five answered, once nobody may answer; and what was
-- written, a year after the meeting. The jobs ask for it.
create function door.end_ratings() returns integer language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  gone integer := 0;
  these integer;
begin
  delete from meeting_answered a where door.followed(a.partnership_id, a.meeting_id);
  get diagnostics these = row_count; gone := gone + these;
  delete from meeting_remark w using meeting m
    where m.partnership_id = w.partnership_id and m.id = w.meeting_id and (m.on_day <= door.today() - interval '1 year'
      or (door.followed(m.partnership_id, m.id) and 5 > (
        select coalesce(sum(s.count), 0) from meeting_rating s
        where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.question = m.asked[1])));
  get diagnostics these = row_count; gone := gone + these;
  delete from meeting_rating r using meeting m
    where m.partnership_id = r.partnership_id and m.id = r.meeting_id and door.followed(m.partnership_id, m.id)
      and 5 > (
        select coalesce(sum(s.count), 0) from meeting_rating s
        where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.question = m.asked[1]);
  get diagnostics these = row_count;
  return gone + these;
end $$;
--> statement-breakpoint
revoke execute on function door.end_ratings() from public;
--> statement-breakpoint
grant execute on function door.end_ratings() to brobyg_jobs;
--> statement-breakpoint
reset role;
