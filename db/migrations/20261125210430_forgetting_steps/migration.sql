-- What is old disappears. A referral goes a year after it was closed, whole, and leaves one in a count; the log names it by
-- an id that then points at nothing; and the log itself is cut at an anchored head of two years ago.
alter table closed_count force row level security;
--> statement-breakpoint
revoke all on closed_count from public;
--> statement-breakpoint
grant select, insert, update (count) on closed_count to brobyg_door;
--> statement-breakpoint
grant select, delete on result, referral_matter, message, resident_mark, notice, notice_seen to brobyg_door;
--> statement-breakpoint
grant delete on referral, handover, event, party, consent, meeting_case, log, link to brobyg_door;
--> statement-breakpoint
grant select on link, anchor to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Takes away everything of one referral that was closed (or voided) a year ago, and counts it; whoever asks again, or too
-- soon, hears no. Its chain of events goes whole, in this one transaction. What was voided counts nowhere.
create function door.forget(partnership uuid, referral uuid, duration text, outcome text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare r referral;
begin
  select * into r from referral x where x.partnership_id = forget.partnership and x.id = forget.referral for update;
  if r.id is null or r.status = 'open' or r.closed_on > door.today() - interval '1 year' then return false; end if;
  if r.status = 'closed' then
    insert into closed_count (partnership_id, quarter, service, origin_post, holder_post, duration, outcome, count)
    values (r.partnership_id, to_char(r.closed_on, 'YYYY-Q'), r.service, r.origin_post, r.holder_post, forget.duration,
      forget.outcome, 1)
    on conflict on constraint closed_count_pkey do update set count = closed_count.count + 1;
  end if;
  delete from notice_seen s using notice n where n.partnership_id = r.partnership_id and n.referral_id = r.id
    and s.partnership_id = n.partnership_id and s.notice_id = n.id;
  delete from notice x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from meeting_case x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from result x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from message x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from consent x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from referral_matter x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from resident_mark x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from party x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from event x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id;
  delete from referral x where x.partnership_id = r.partnership_id and x.id = r.id;
  perform door.note(r.partnership_id, null, '{}', 'change', 'forget', '{}', null);
  return true;
end $$;
--> statement-breakpoint
-- Cuts one partnership's log after an anchored head that is two years old: whatever stands before it was written before it
-- was anchored. The last link always stays, so that numbers go on. At most so many rows, rounded up to the next head;
-- answers how many.
create function door.cut_log(partnership uuid, most integer) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  old_heads bigint[] := array(
    select a.number from anchor a where a.partnership_id = cut_log.partnership
      and a.at < now() - interval '24 months' order by a.number);
  first_kept bigint;
  upto bigint;
  gone integer;
begin
  select min(k.number) into first_kept from link k where k.partnership_id = cut_log.partnership;
  select coalesce(min(n) filter (where n >= first_kept + most - 1), max(n)) into upto
    from unnest(old_heads) n
    where n < (select max(k.number) from link k where k.partnership_id = cut_log.partnership);
  if upto is null or upto < first_kept then return 0; end if;
  delete from log l using link k
    where k.partnership_id = cut_log.partnership and k.number <= upto
      and l.partnership_id = k.partnership_id and l.id = k.log_id;
  delete from link k where k.partnership_id = cut_log.partnership and k.number <= upto;
  get diagnostics gone = row_count;
  return gone;
end $$;
--> statement-breakpoint
revoke execute on function door.forget(uuid, uuid, text, text), door.cut_log(uuid, integer) from public;
--> statement-breakpoint
grant execute on function door.forget(uuid, uuid, text, text), door.cut_log(uuid, integer) to brobyg_jobs;
--> statement-breakpoint
-- The ids of referrals by their codes. What is told with a code that is nobody's is told without it.
create function door.ids_of(partnership uuid, codes text[]) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
    select r.id::text from referral r where r.partnership_id = ids_of.partnership and r.code = any (codes) order by r.id);
end $$;
--> statement-breakpoint
revoke execute on function door.ids_of(uuid, text[]) from public;
--> statement-breakpoint
-- For who protects data, who reads the log and sees no referral: the codes of those that still stand.
create function door.codes_of(ids text[]) returns table (id text, code text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not door.has_duty('protect') then return; end if;
  return query
    select r.id::text, r.code from referral r
    where r.partnership_id = door.partnership() and r.id = any (array(
      select told::uuid from unnest(ids) told where told ~ '^[0-9a-f]{8}-'));
end $$;
--> statement-breakpoint
-- The log names a referral by its id. Rows from before say codes: a row is never written over.
create or replace function door.note(partnership uuid, person uuid, posts uuid[], kind text, what text, codes text[], detail jsonb)
returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare row_id uuid := uuidv7();
begin
  insert into log (partnership_id, id, person_id, posts, kind, what, referrals, detail)
    values (partnership, row_id, person, posts, kind, what, codes, detail);
  return row_id;
end $$;
--> statement-breakpoint
create or replace function door.look(screen text, seen text[], meeting uuid default null, again boolean default false)
returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid;
  who uuid;
  mine uuid[];
  shown text[];
  detail jsonb := '{}';
begin
  select l.partnership_id, l.person_id into here, who from door.live() l;
  if who is null then raise exception 'nobody looks' using errcode = 'BB009'; end if;
  if screen !~ '^[a-z][a-z-]{1,20}$' or cardinality(seen) > 2000
    or exists (select 1 from unnest(seen) code where code is null or code !~ '^[2-9AFHKMRX]{8}$') then
    raise exception 'not a look' using errcode = 'BB009';
  end if;
  shown := door.ids_of(here, seen);
  if meeting is not null then
    detail := jsonb_build_object('meeting', meeting);
    shown := array(
      select id from unnest(shown) id
      union
      select c.referral_id::text from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      where i.partnership_id = here and i.meeting_id = look.meeting
      order by 1);
  end if;
  if again and shown is not distinct from (
    select l.referrals from log l
    where l.partnership_id = here and l.person_id = who and l.what = screen and l.kind = 'look'
      and l.at > clock_timestamp() - interval '1 hour'
    order by l.at desc limit 1) then
    return;
  end if;
  mine := door.posts();
  if screen in ('referral', 'receipt', 'slip') and not exists (
    select 1 from referral r
    join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = any (mine)
    where r.partnership_id = here and r.id::text = any (shown)) then
    detail := detail || '{"outside": true}';
  end if;
  if screen = 'slip' then
    perform door.note(here, who, mine, 'export', screen, shown, detail || '{"purpose": "resident"}');
  else
    perform door.note(here, who, mine, 'look', screen, shown, nullif(detail, '{}'));
  end if;
end $$;
--> statement-breakpoint
-- A code that is not known (any more) is not written down: the search finds nothing, and says so.
create or replace function door.search_log(person uuid, code text, from_day date, to_day date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  if not door.has_duty('protect') or from_day > to_day or (code is not null and code !~ '^[2-9AFHKMRX]{8}$')
    or (person is not null and not exists (
      select 1 from person p where p.partnership_id = here and p.id = search_log.person)) then
    raise exception 'not a search of the log' using errcode = 'BB009';
  end if;
  return door.note(here, door.me(), door.posts(), 'look', 'log', door.ids_of(here, array[code]),
    jsonb_strip_nulls(jsonb_build_object('unknown', nullif(code is not null and cardinality(door.ids_of(here, array[code])) = 0, false),
      'person', person, 'from', from_day, 'to', to_day)));
end $$;
--> statement-breakpoint
create or replace function door.export_log(search uuid, purpose text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  asked log;
begin
  select * into asked from log l
    where l.partnership_id = here and l.id = search and l.person_id = door.me() and l.kind = 'look' and l.what = 'log';
  if asked.id is null or not door.has_duty('protect') or purpose is null
    or purpose not in ('access', 'breach', 'control', 'supervision') then
    raise exception 'not an export of the log' using errcode = 'BB009';
  end if;
  perform door.note(here, door.me(), door.posts(), 'export', 'log', asked.referrals,
    jsonb_build_object('search', search, 'purpose', purpose));
end $$;
--> statement-breakpoint
create or replace function door.log_event() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  perform door.note(new.partnership_id, new.person_id, array_remove(array[new.post_id], null), 'change', new.act,
    array[new.referral_id::text],
    jsonb_build_object('event', new.id));
  return null;
end $$;
--> statement-breakpoint
create or replace function door.log_meeting() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  if tg_op = 'UPDATE' then
    if new.state = old.state then return null; end if;
  end if;
  perform door.note(new.partnership_id, door.me(), door.posts(), 'change', 'meeting-' || new.state,
    array(
      select distinct c.referral_id::text from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      where i.partnership_id = new.partnership_id and i.meeting_id = new.id order by 1),
    jsonb_build_object('meeting', new.id));
  return null;
end $$;
--> statement-breakpoint
create or replace function door.referral_step() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  mine uuid[];
  undone jsonb;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'open' or new.events <> 0 or coalesce(new.waiting_id, new.current_id) is not null then
      raise exception 'a referral begins open and untouched' using errcode = 'BB002';
    end if;
    return new;
  end if;
  mine := door.posts();
  select u.before -> 'referral' into undone from door.undoable(old.id) u;
  if (new.partnership_id, new.id, new.code, new.service, new.agreement_id, new.origin_post, new.logged_on)
    is distinct from (old.partnership_id, old.id, old.code, old.service, old.agreement_id, old.origin_post, old.logged_on)
    or new.events <> old.events + 1
    or not coalesce(case
      when old.status = 'open' and new.status = 'open' then true
      when old.status = 'open' and new.status = 'closed' then old.holder_post = any (mine)
      when old.status = 'open' and new.status = 'voided' then old.origin_post = any (door.led())
      -- The last holder says that what matters stands in the journal: an event, and nothing else of the row.
      when old.status = 'closed' and new.status = 'closed' then old.holder_post = any (mine)
        and (to_jsonb(new) - 'events') = (to_jsonb(old) - 'events')
      when old.status = 'closed' and new.status = 'open' then undone is not null
        or (old.closed_on >= door.today() - 90 and (old.holder_post = any (mine) or old.origin_post = any (mine)))
      else false end, false)
    or (new.holder_post <> old.holder_post and not coalesce(
      new.holder_post = any (mine) and (
        exists (select 1 from handover h where h.partnership_id = old.partnership_id and h.id = old.waiting_id
          and h.to_post = new.holder_post and h.state in ('sent', 'opened', 'asked'))
        or (old.status = 'closed' and new.holder_post = old.origin_post))
      or new.holder_post::text = undone ->> 'holder', false))
  then
    raise exception 'not a step that a referral can take' using errcode = 'BB002';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- After closing, the journal is the last holder's word.
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
    else new.act not in ('succeed', 'expire', 'remind', 'warn') end;
  if not coalesce(seated and new.seq = r.events, false)
    or not (new.at = now() or (new.at < now() and door.installation() = 'demo'))
  then
    raise exception 'not an event that this post can tell' using errcode = 'BB008';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
