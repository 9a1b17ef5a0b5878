-- The log is written here and nowhere else: the application has no leave to add to it, only to ask for a row that says
-- who it is. Changes are written by triggers, in the transaction of the change; looks by the reading transaction. What
-- the owner seeds or migrates is no act of anybody's and leaves no row.
grant select on log, meeting_case to brobyg_door;
--> statement-breakpoint
grant insert on mail to brobyg_jobs;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- One row. Nobody but the functions below may call it.
create function door.note(partnership uuid, person uuid, posts uuid[], kind text, what text, codes text[], detail jsonb)
returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare row_id uuid := uuidv7();
begin
  insert into log (partnership_id, id, person_id, posts, kind, what, codes, detail)
    values (partnership, row_id, person, posts, kind, what, codes, detail);
  return row_id;
end $$;
--> statement-breakpoint
revoke execute on function door.note(uuid, uuid, uuid[], text, text, text[], jsonb) from public;
--> statement-breakpoint
-- Somebody is shown referrals: which screen, and the codes on it; of a meeting, also the codes behind its cases, which
-- the screen leaves out. A list that refreshes itself (`again`) writes no second row within the hour for what the person
-- was shown there last. `outside`: none of the person's posts ever had a part in the one that is opened.
create function door.look(screen text, seen text[], meeting uuid default null, again boolean default false)
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
  shown := array(select distinct code from unnest(seen) code order by code);
  if meeting is not null then
    detail := jsonb_build_object('meeting', meeting);
    shown := array(
      select code from unnest(shown) code
      union
      select r.code from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id
      where i.partnership_id = here and i.meeting_id = look.meeting
      order by 1);
  end if;
  if again and shown is not distinct from (
    select l.codes from log l
    where l.partnership_id = here and l.person_id = who and l.what = screen and l.kind = 'look'
      and l.at > clock_timestamp() - interval '1 hour'
    order by l.at desc limit 1) then
    return;
  end if;
  mine := door.posts();
  if screen in ('referral', 'receipt', 'slip') and not exists (
    select 1 from referral r
    join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = any (mine)
    where r.partnership_id = here and r.code = any (shown)) then
    detail := detail || '{"outside": true}';
  end if;
  if screen = 'slip' then
    perform door.note(here, who, mine, 'export', screen, shown, detail || '{"purpose": "resident"}');
  else
    perform door.note(here, who, mine, 'look', screen, shown, nullif(detail, '{}'));
  end if;
end $$;
--> statement-breakpoint
-- What was asked of the log, before it answers; the answer is read by the id of this row. Only who protects data asks.
create function door.search_log(person uuid, code text, from_day date, to_day date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  if not door.has_duty('protect') or from_day > to_day or (code is not null and code !~ '^[2-9AFHKMRX]{8}$')
    or (person is not null and not exists (
      select 1 from person p where p.partnership_id = here and p.id = search_log.person)) then
    raise exception 'not a search of the log' using errcode = 'BB009';
  end if;
  return door.note(here, door.me(), door.posts(), 'look', 'log', array_remove(array[code], null),
    jsonb_strip_nulls(jsonb_build_object('person', person, 'from', from_day, 'to', to_day)));
end $$;
--> statement-breakpoint
-- A search that is carried out of the app, and what for.
create function door.export_log(search uuid, purpose text) returns void
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
  perform door.note(here, door.me(), door.posts(), 'export', 'log', asked.codes,
    jsonb_build_object('search', search, 'purpose', purpose));
end $$;
--> statement-breakpoint
-- For the door's own functions that sign in and out: `login.password`, `login.refused`, `logout`. Of an account that
-- belongs to several partnerships each is told, unless one is named.
create function door.note_login(account uuid, what text, partnership uuid default null) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if what !~ '^[a-z][a-z.-]{1,30}$' then raise exception 'not a login' using errcode = 'BB009'; end if;
  perform door.note(p.partnership_id, p.id, '{}', 'login', what, '{}', null)
    from person p where p.account_id = account and (partnership is null or p.partnership_id = partnership);
end $$;
--> statement-breakpoint
revoke execute on function door.note_login(uuid, text, uuid) from public;
--> statement-breakpoint
-- Every event of a referral, by whoever writes it but the owner.
create function door.log_event() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  perform door.note(new.partnership_id, new.person_id, array_remove(array[new.post_id], null), 'change', new.act,
    array(select r.code from referral r where r.partnership_id = new.partnership_id and r.id = new.referral_id),
    jsonb_build_object('event', new.id));
  return null;
end $$;
--> statement-breakpoint
-- Units, posts, people and the agreement: which row, and which columns. Of what a column holds only ids, days and codes
-- are kept: never a name, a telephone number or a mail address.
create function door.log_directory() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  coded constant text[] := array['id', 'unit_id', 'post_id', 'person_id', 'parent_id', 'successor_id', 'based_on',
    'adopted_by', 'function', 'code', 'service', 'kind', 'state', 'duties', 'number', 'version', 'proposed', 'valid_from',
    'valid_to', 'from_day', 'to_day', 'until_day', 'checked_on', 'left_on', 'meeting_on', 'adopted_on'];
  keys constant text[] := array['id', 'unit_id', 'post_id', 'person_id', 'function', 'code', 'service', 'valid_from', 'from_day'];
  was jsonb := '{}';
  becomes jsonb := '{}';
  place uuid;
  changed text[];
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then becomes := to_jsonb(new); end if;
  place := coalesce(becomes ->> 'partnership_id', was ->> 'partnership_id');
  changed := array(
    select key from jsonb_object_keys(was || becomes) key
    where (was -> key) is distinct from (becomes -> key) and key <> 'partnership_id' order by key);
  if tg_op = 'UPDATE' and cardinality(changed) = 0 then return null; end if;
  perform door.note(place, case when door.partnership() = place then door.me() end, door.posts(), 'directory',
    tg_table_name || '.' || lower(tg_op), '{}',
    (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(was || becomes)
      where key = any (coded) and (key = any (changed) or key = any (keys)) and value <> 'null')
    || case tg_op when 'UPDATE' then jsonb_build_object('changed', changed) else '{}' end);
  return null;
end $$;
--> statement-breakpoint
-- A meeting is called, held, closed.
create function door.log_meeting() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  if tg_op = 'UPDATE' then
    if new.state = old.state then return null; end if;
  end if;
  perform door.note(new.partnership_id, door.me(), door.posts(), 'change', 'meeting-' || new.state,
    array(
      select distinct r.code from meeting_item i
      join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
      join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id
      where i.partnership_id = new.partnership_id and i.meeting_id = new.id order by 1),
    jsonb_build_object('meeting', new.id));
  return null;
end $$;
--> statement-breakpoint
-- What nobody needs any more: ceremonies that ended, tries that were counted, invitations and devices long out of use.
-- The jobs ask for it; nobody else may.
create function door.purge() returns integer language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  gone integer := 0;
  these integer;
begin
  delete from ceremony where ends_at < now() - interval '1 day';
  get diagnostics these = row_count; gone := gone + these;
  delete from throttle where since < now() - interval '2 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from invitation where ends_at < now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from device where used_at < now() - interval '180 days';
  get diagnostics these = row_count;
  return gone + these;
end $$;
--> statement-breakpoint
revoke execute on function door.purge() from public;
--> statement-breakpoint
grant execute on function door.purge() to brobyg_jobs;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger log_event after insert on event for each row execute function door.log_event();
--> statement-breakpoint
create trigger log_meeting after insert or update on meeting for each row execute function door.log_meeting();
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['unit', 'unit_name', 'function', 'function_name', 'post', 'person', 'holding', 'absence',
    'capacity', 'agreement', 'agreement_draft'] loop
    execute format('create trigger log_directory after insert or update or delete on %I
      for each row execute function door.log_directory()', t);
  end loop;
end $$;
