-- One act, one event, one transaction. The event comes first: who may act, as which post and from which state is asked of
-- the referral as it stands. What follows is compared with the row that the act makes, column by column, and nothing else
-- is taken. The rules are those of lib/referral/acts; a test holds the two together.
set local role brobyg_door;
--> statement-breakpoint
-- Who may do an act and from which state: made from the TypeScript rules, compared with them by a test.
create function door.act_rules() returns jsonb language sql immutable set search_path = '' as $$ select '{"send":{"by":["holder"],"need":{"status":"open","waiting":"none"}},"open":{"by":["receiver"],"need":{"status":"open","waiting":["sent"]}},"accept":{"by":["receiver"],"need":{"status":"open","waiting":["sent","opened","asked"]}},"return":{"by":["receiver"],"need":{"status":"open","waiting":["sent","opened","asked"]}},"redirect":{"by":["receiver"],"need":{"status":"open","waiting":["sent","opened","asked"]}},"confirm":{"by":["holder"],"need":{"status":"open","waiting":["proposed"]}},"drop":{"by":["holder"],"need":{"status":"open","waiting":["proposed"]}},"ask":{"by":["receiver"],"need":{"status":"open","waiting":["sent","opened"]}},"answer":{"by":["holder"],"need":{"status":"open","waiting":["asked"]}},"withdraw":{"by":["holder"],"need":{"status":"open","waiting":"some"}},"advise":{"by":["receiver"],"need":{"status":"open","waiting":["sent","opened","asked"],"discussion":true}},"assign":{"by":["receiver","holder"],"need":{"status":"open","some":"waiting or current"}},"identity":{"by":["receiver","holder","origin"],"need":{"status":"open","some":"sent or current"}},"call":{"by":["receiver","holder","origin"],"need":{"status":"open","some":"sent or current"}},"progress":{"by":["current"],"need":{"status":"open","current":["accepted"]}},"hold":{"by":["current"],"need":{"status":"open","current":["accepted"]}},"resume":{"by":["current"],"need":{"status":"open","current":["on_hold"]}},"letter":{"by":["origin","holder"],"need":{"status":"open"}},"correct":{"by":["origin","holder"],"need":{"status":"open"}},"consent":{"by":["origin","holder"],"need":{"status":"open"}},"approve":{"by":["origin_leader"],"need":{"status":"open","unasked":true}},"follow_up":{"by":["holder"],"need":{"status":"open"}},"agenda":{"by":["holder","receiver","origin"],"need":{"status":"open"}},"complete":{"by":["current"],"need":{"status":"open","waiting":"none","current":"some"}},"close":{"by":["holder"],"need":{"status":"open","waiting":"none","current":"none"}},"journal":{"by":["holder"],"need":{"status":"closed"}},"reopen":{"by":["holder","origin"],"need":{"status":"closed"}},"void":{"by":["origin_leader"],"need":{"status":"open"}}}'::jsonb $$;
--> statement-breakpoint
-- What stands beside an event, act by act: the fields of its details, and the kinds of what is told, said and achieved.
create function door.act_words() returns jsonb language sql immutable set search_path = '' as $$ select '{
  "send": {"details": ["to", "discussion", "agreed"], "notices": ["sent"], "consents": true, "parties": true},
  "accept": {"details": ["from", "to"], "notices": ["accepted", "passed_on"], "parties": true},
  "return": {"details": ["date", "destination"], "notices": ["returned"], "results": ["reason"], "parties": true},
  "redirect": {"details": ["to", "next", "covered", "external"], "notices": ["redirected_out", "redirected", "proposed", "sent"], "parties": true},
  "confirm": {"details": ["to", "discussion"], "notices": ["sent"], "consents": true, "parties": true},
  "ask": {"messages": ["question"], "notices": ["asked"]},
  "answer": {"messages": ["answer"], "notices": ["answered"]},
  "withdraw": {"notices": ["withdrawn"], "parties": true},
  "advise": {"messages": ["advice"], "notices": ["advised"], "parties": true},
  "identity": {"details": ["on"], "notices": ["identity"]},
  "call": {"details": ["what", "on", "part"], "notices": ["no_answer", "here_now", "propose_time"]},
  "progress": {"results": ["progress"]},
  "hold": {"details": ["until"], "notices": ["held"]},
  "letter": {"notices": ["letter"], "matter": true},
  "correct": {"messages": ["note"], "notices": ["correction"], "matter": true},
  "consent": {"details": ["to", "withdrawn"], "notices": ["consent", "withdrawn"], "consents": true, "parties": true},
  "approve": {"details": ["to"], "notices": ["approved"], "consents": true, "parties": true},
  "follow_up": {"details": ["on"]},
  "agenda": {"details": ["until"]},
  "complete": {"results": ["outcome", "means"], "notices": ["closed"], "parties": true},
  "close": {"results": ["outcome"]},
  "reopen": {"details": ["to", "discussion"], "notices": ["reopened"], "consents": true, "parties": true},
  "void": {"notices": ["voided"], "parties": true},
  "log": {"messages": ["note"], "matter": true, "parties": true},
  "undo": {"details": ["undid"], "parties": true}}'::jsonb $$;
--> statement-breakpoint
-- The calendar of the agreement, as lib/calendar/working-days.ts counts it.
create function door.is_holiday(day date) returns boolean language plpgsql immutable set search_path = '' as $$
declare
  y integer := extract(year from day);
  a integer := y % 19;
  b integer := y / 100;
  c integer := y % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := (a + 11 * h + 22 * l) / 451;
  easter date := make_date(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
begin
  return to_char(day, 'MM-DD') in ('01-01', '12-25', '12-26')
    or day - easter in (-3, -2, 0, 1, 39, 49, 50) or (y < 2024 and day - easter = 26);
end $$;
--> statement-breakpoint
create function door.is_working_day(day date, closed text[]) returns boolean language sql immutable set search_path = '' as $$
  select extract(isodow from day) < 6 and to_char(day, 'MM-DD') <> all (closed) and not door.is_holiday(day) $$;
--> statement-breakpoint
create function door.working_day(from_day date, days integer, closed text[]) returns date language plpgsql immutable strict set search_path = '' as $$
declare
  day date := from_day;
  left_over integer := days;
begin
  while left_over > 0 loop
    day := day + 1;
    if door.is_working_day(day, closed) then left_over := left_over - 1; end if;
  end loop;
  return day;
end $$;
--> statement-breakpoint
create function door.working_day_before(day date, closed text[]) returns date language plpgsql immutable strict set search_path = '' as $$
begin
  loop
    day := day - 1;
    exit when door.is_working_day(day, closed);
  end loop;
  return day;
end $$;
--> statement-breakpoint
-- Working days after one day up to and including another; nothing where the other has passed.
create function door.working_days_left(from_day date, to_day date, closed text[]) returns integer language sql immutable set search_path = '' as $$
  select count(*)::integer from generate_series(from_day + 1, to_day, interval '1 day') each
    where door.is_working_day(each::date, closed) $$;
--> statement-breakpoint
create function door.pay_by(received date) returns date language plpgsql immutable strict set search_path = '' as $$
declare day date := received + 14;
begin
  while extract(isodow from day) > 5 or door.is_holiday(day) or to_char(day, 'MM-DD') = '06-05' loop day := day + 1; end loop;
  return day;
end $$;
--> statement-breakpoint
-- A service as the agreement has it that a referral was logged under; null when it has none. The agreement is one large
-- document: it is opened once.
create function door.service_of(its_partnership uuid, its_agreement uuid, its_service text) returns jsonb language sql stable security definer
set search_path = public, pg_temp as $$
  select jsonb_path_query_first(a.content, '$.services[*] ? (@.code == $code)', jsonb_build_object('code', its_service))
    from agreement a where a.partnership_id = its_partnership and a.id = its_agreement $$;
--> statement-breakpoint
-- What its clocks and its consents rest on: a small part of it, with what holds for every service.
create function door.terms(its_partnership uuid, its_agreement uuid, its_service text) returns jsonb language sql stable security definer
set search_path = public, pg_temp as $$
  select jsonb_build_object('norm', (a.content #> '{forAll,norm}') || (own -> 'norm'), 'clock', own -> 'clock',
      'openToAnonymous', own -> 'openToAnonymous', 'cannotAskAllowed', own -> 'cannotAskAllowed',
      'closed', a.content #> '{workingDays,exceptions}')
    from (select x.content || '{}' as content from agreement x
      where x.partnership_id = its_partnership and x.id = its_agreement offset 0) a,
    lateral jsonb_path_query_first(a.content, '$.services[*] ? (@.code == $code)', jsonb_build_object('code', its_service)) own
    where own is not null $$;
--> statement-breakpoint
-- One of the coded choices of a list, the service's own or the one for all; null when it is none. Where a reason for sending
-- it back needs a destination, it is one for passing it on too; places outside are the service's and the agreement's.
create function door.choice(r referral, list text, given text) returns jsonb language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce(
      jsonb_path_query_first(a.content, (case list
          when 'outside' then '$.services[*] ? (@.code == $service).places[*]'
          when 'redirectReasons' then '$.services[*] ? (@.code == $service).returnReasons[*] ? (@.needs == "destination")'
          else '$.services[*] ? (@.code == $service).' || list || '[*]' end || ' ? (@.code == $given)')::jsonpath, said.of),
      jsonb_path_query_first(a.content, (case list when 'outside' then '$.external[*]' else '$.forAll.' || list || '[*]' end
          || ' ? (@.code == $given)')::jsonpath, said.of))
    from (select x.content || '{}' as content from agreement x
      where x.partnership_id = r.partnership_id and x.id = r.agreement_id offset 0) a,
    (select jsonb_build_object('service', r.service, 'given', given) as of) said $$;
--> statement-breakpoint
create function door.closed_days(terms jsonb) returns text[] language sql immutable set search_path = '' as $$
  select coalesce(array(select jsonb_array_elements_text(terms -> 'closed')), '{}') $$;
--> statement-breakpoint
create function door.answer_by(terms jsonb, today date, pay_by date) returns date language plpgsql immutable set search_path = '' as $$
declare
  closed text[] := door.closed_days(terms);
  by_norm date := door.working_day(today, (terms #>> '{norm,answer}')::integer, closed);
begin
  if terms ->> 'clock' <> 'eviction' or pay_by is null then return by_norm; end if;
  return least(by_norm, greatest(door.working_day_before(pay_by, closed), today));
end $$;
--> statement-breakpoint
create function door.next_step(terms jsonb, today date) returns date language sql immutable set search_path = '' as $$
  select door.working_day(today, (terms #>> '{norm,nextStep}')::integer, door.closed_days(terms)) $$;
--> statement-breakpoint
-- The day of an act: today, or an earlier one in a demo, which tells of earlier days.
create function door.day_of(moment timestamptz) returns date language sql stable set search_path = '' as $$
  select case when moment = public.app_now() then door.today() else (moment at time zone 'Europe/Copenhagen')::date end $$;
--> statement-breakpoint
-- The act of this person in this transaction: its event, which is the referral's latest. A savepoint changes nothing: the
-- transaction's own number is compared, and only the database writes it.
create function door.act_of(its_partnership uuid, its_referral uuid) returns event language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare e event;
begin
  select x.* into e from event x where x.partnership_id = its_partnership and x.referral_id = its_referral
    order by x.seq desc limit 1;
  if e.person_id is distinct from door.me() or e.tx is distinct from pg_current_xact_id_if_assigned() then return null; end if;
  return e;
end $$;
--> statement-breakpoint
create or replace function door.acting(referral_id uuid) returns table (event_id uuid, act text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare e event := door.act_of(door.partnership(), acting.referral_id);
begin
  if e.id is not null then return query select e.id, e.act::text; end if;
end $$;
--> statement-breakpoint
-- What the latest act kept, for whoever did it: an origin that may not hear how it goes gets no more of it than it knew.
create function door.kept_for_me(e event) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r jsonb := e.before -> 'referral';
  origin text := r ->> 'origin_post';
begin
  if r ->> 'holder_post' = origin or e.referral_id <> all (door.muted(array[e.referral_id])) then return e.before; end if;
  return e.before || jsonb_build_object(
    'referral', r - '{assigned,on_agenda,next_step_by,follow_up_on,due_on,held_since,touched_on,events}'::text[],
    'handovers', (
      select coalesce(jsonb_agg(case
          when h ->> 'to_post' = origin or h ->> 'from_post' = origin and h ->> 'accepted_on' is null then h
          else h - '{answer_by,answer_left,question_by,questions,assigned,contact_by,contacted_on,hold_until,hold_for,reason}'::text[]
            || jsonb_build_object('questions', 0, 'state', case when h ->> 'id' = r ->> 'current_id' then 'accepted' else h ->> 'state' end)
          end order by h -> 'seq'), '[]')
      from jsonb_array_elements(e.before -> 'handovers') h));
end $$;
--> statement-breakpoint
create or replace function door.undoable(referral_id uuid) returns table (event_id uuid, before jsonb) language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare e event;
begin
  select x.* into e from event x
    where x.partnership_id = door.partnership() and x.referral_id = undoable.referral_id order by x.seq desc limit 1;
  if e.person_id = door.me() and e.before -> 'referral' is not null
    and e.tx is distinct from pg_current_xact_id_if_assigned() and e.at > public.app_clock() - interval '10 seconds' then
    return query select e.id, door.kept_for_me(e);
  end if;
end $$;
--> statement-breakpoint
-- Before its event an undo rests on what may be undone; after it, on that event.
create or replace function door.undoing(referral_id uuid) returns boolean language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  return exists (select 1 from door.undoable(referral_id))
    or exists (select 1 from door.acting(referral_id) now where now.act = 'undo');
end $$;
--> statement-breakpoint
-- What the latest event but one kept: what an undo puts back.
create function door.undone(e event) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select x.before from event x
    where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.seq = e.seq - 1);
end $$;
--> statement-breakpoint
-- The event that this transaction takes back: what goes with it may go.
create function door.taken_back(referral_id uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e event := door.act_of(door.partnership(), taken_back.referral_id);
begin
  return (select x.id from event x where e.act = 'undo' and x.partnership_id = e.partnership_id and x.referral_id = e.referral_id
    and x.seq = e.seq - 1);
end $$;
--> statement-breakpoint
-- A post as one says it: function and unit, in Danish.
create function door.post_label(its_partnership uuid, its_post uuid) returns text language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return (
    select (select n.da from function_name n where n.partnership_id = p.partnership_id and n.function = p.function
        and n.valid_from <= door.today() order by n.valid_from desc limit 1) || ', ' ||
      (select n.short from unit_name n where n.partnership_id = p.partnership_id and n.unit_id = p.unit_id
        and n.valid_from <= door.today() order by n.valid_from desc limit 1)
    from post p where p.partnership_id = its_partnership and p.id = its_post);
end $$;
--> statement-breakpoint
create function door.refuse_event(why text) returns void language plpgsql immutable set search_path = '' as $$
begin raise exception 'not an event that this post can tell: %', why using errcode = 'BB008'; end $$;
--> statement-breakpoint
create function door.is_day(told text) returns boolean language sql immutable set search_path = '' as $$
  select pg_catalog.pg_input_is_valid(told, 'date') and told ~ '^\d{4}-\d\d-\d\d$' $$;
--> statement-breakpoint
-- Details say nothing but ids, days, yes or no, and codes; each act has its own fields.
create function door.details_fit(e event) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
declare
  known jsonb := coalesce(door.act_words() -> e.act::text -> 'details', '[]');
  today date := door.day_of(e.at);
  field text;
  value jsonb;
  told text;
begin
  if jsonb_typeof(e.details) <> 'object' then return false; end if;
  for field, value in select x.key, x.value from jsonb_each(e.details) x loop
    told := value #>> '{}';
    if not known ? field or not coalesce(case
      when field in ('from', 'to', 'next') then told ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      when field in ('discussion', 'agreed', 'covered', 'withdrawn') then jsonb_typeof(value) = 'boolean'
      when field = 'undid' then told = (select x.act::text from event x where x.partnership_id = e.partnership_id
        and x.referral_id = e.referral_id and x.seq = e.seq - 1)
      when field = 'what' then told in ('no_answer', 'here_now', 'propose_time')
      when field = 'part' then told in ('morning', 'afternoon')
      when field in ('on', 'until', 'date') and not door.is_day(told) then false
      when field = 'on' then case e.act when 'identity' then told::date <= today
        when 'call' then told::date between today and today + 60 else told::date between today + 1 and today + 365 end
      when field = 'until' then told::date > today and (e.act = 'agenda' or told::date <= today + 365)
      when field = 'date' then told::date > today
      -- Compared with the agreement where the handover is written.
      when field in ('destination', 'external') then told ~ '^([A-Z][A-Z0-9_]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'
      else false end, false) then return false;
    end if;
  end loop;
  return case e.act
    when 'call' then e.details ? 'what' and (e.details ->> 'what' = 'propose_time') = (e.details ?& array['on', 'part'])
      and (e.details ->> 'what' = 'propose_time' or not e.details ?| array['on', 'part'])
    when 'identity' then e.details ? 'on' when 'follow_up' then e.details ? 'on' when 'hold' then e.details ? 'until'
    when 'undo' then e.details ? 'undid' else true end;
end $$;
--> statement-breakpoint
-- Every event: which transaction it is of. What was before is written by the step alone.
create function door.event_marked() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  new.tx := pg_current_xact_id();
  new.before := null;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.event_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r referral;
  last event;
  w handover;
  c handover;
  rule jsonb := door.act_rules() -> new.act::text;
  need jsonb := rule -> 'need';
  today date := door.day_of(new.at);
  sent uuid;
  mine uuid[];
  its uuid;
  seat text;
  reason text;
  muted boolean;
begin
  select x.* into r from referral x where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  select x.* into last from event x where x.partnership_id = new.partnership_id and x.referral_id = new.referral_id order by x.seq desc limit 1;
  -- Whoever has no part in it learns nothing of it, not even that it is there.
  if r.id is null or not door.writes(new.referral_id) or new.seq <> r.events + 1 then perform door.refuse_event('its number'); end if;
  if not (new.at = public.app_now() or (new.at < public.app_now() and door.installation() = 'demo')) then
    perform door.refuse_event('its moment');
  end if;
  -- One act a transaction; what is logged is sent or closed at once.
  if last.tx = pg_current_xact_id() and not (last.act = 'log' and new.act in ('send', 'close')) then
    perform door.refuse_event('a second act');
  end if;
  mine := door.posts();
  if new.act = 'log' then
    if r.events <> 0 or new.post_id <> r.origin_post or new.post_id <> all (mine) then perform door.refuse_event('its post'); end if;
  elsif new.act = 'undo' then
    if not exists (select 1 from door.undoable(r.id)) or last.post_id <> new.post_id then perform door.refuse_event('nothing to undo'); end if;
    if new.handover_id is not null and not exists (
      select 1 from jsonb_array_elements(last.before -> 'handovers') h where h ->> 'id' = new.handover_id::text) then
      perform door.refuse_event('its handover');
    end if;
  elsif rule is null then
    perform door.refuse_event('not an act of a person');
  else
    select x.* into w from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.id = r.waiting_id;
    select x.* into c from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.id = r.current_id;
    if c.state = 'on_hold' and c.hold_until < today then c.state := 'accepted'; end if;
    sent := case when w.state <> 'proposed' then w.to_post end;
    -- The first seat that this person has, as lib/referral/rule.ts chooses it: asked first, so that whoever
    -- has none hears nothing of how it stands.
    for seat in select jsonb_array_elements_text(rule -> 'by') loop
      its := case seat when 'holder' then r.holder_post when 'receiver' then sent when 'current' then c.to_post else r.origin_post end;
      if its = any (case seat when 'origin_leader' then door.led() else mine end) then exit; end if;
      its := null;
    end loop;
    if its is distinct from new.post_id or new.act = 'approve' and r.origin_post = any (mine) then perform door.refuse_event('not its post'); end if;
    if r.status::text <> need ->> 'status'
      or not door.state_fits(w.state, need -> 'waiting') or not door.state_fits(c.state, need -> 'current')
      or (need ? 'some' and coalesce(case need ->> 'some' when 'sent or current' then sent else w.to_post end, c.to_post) is null)
      or (need ? 'discussion' and not coalesce(w.discussion, false))
      or (need ? 'unasked' and not exists (
        select 1 from (select distinct on (x.unit_id) x.name from consent x
          where x.partnership_id = r.partnership_id and x.referral_id = r.id order by x.unit_id, x.seq desc) n where n.name = 'cannot_ask'))
    then
      perform door.refuse_event('not now');
    end if;
    if new.handover_id is distinct from (case
        when new.act in ('progress', 'hold', 'resume', 'complete') then c.id
        when new.act in ('identity', 'call', 'approve', 'assign', 'follow_up') and new.handover_id in (w.id, c.id) then new.handover_id
        when new.act in ('close', 'void', 'follow_up', 'assign') then null
        when new.act in ('send', 'reopen', 'journal') then new.handover_id
        else coalesce(w.id, c.id) end) then
      perform door.refuse_event('its handover');
    end if;
    -- Such an origin hears neither that a meeting has it nor, from an undo, how it stood.
    muted := new.post_id = r.origin_post and r.holder_post <> r.origin_post and r.id = any (door.muted(array[r.id]));
    if new.act = 'agenda' and r.on_agenda and not muted and not new.details ? 'until' then perform door.refuse_event('is on the agenda'); end if;
    if new.act = 'reopen' and r.closed_on < today - 90 then perform door.refuse_event('too late'); end if;
    -- Two who talk: sender and receiver of what waits, else the origin and whoever has taken it over.
    if new.act = 'call' and not (case when sent is not null and its in (w.from_post, w.to_post) then w.from_post <> w.to_post
        else coalesce(its in (r.origin_post, c.to_post) and r.origin_post <> c.to_post, false) end) then
      perform door.refuse_event('nobody to call');
    end if;
    if new.act = 'letter' and door.terms(r.partnership_id, r.agreement_id, r.service) ->> 'clock' <> 'eviction' then
      perform door.refuse_event('no letters');
    end if;
    if new.act in ('accept', 'return', 'redirect', 'complete', 'assign', 'agenda') and not (muted and new.act = 'agenda') then
      new.before := jsonb_build_object('referral', to_jsonb(r),
        'handovers', (select coalesce(jsonb_agg(to_jsonb(x) order by x.seq), '[]') from handover x
          where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.id in (r.waiting_id, r.current_id)),
        'parties', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from party x
          where x.partnership_id = r.partnership_id and x.referral_id = r.id));
    elsif new.act in ('letter', 'correct') then
      new.before := jsonb_build_object('version', (select coalesce(max(x.version), 0) from referral_matter x
        where x.partnership_id = r.partnership_id and x.referral_id = r.id));
    elsif new.act in ('reopen', 'consent', 'approve', 'send', 'confirm') then
      new.before := jsonb_build_object('consents', (select coalesce(max(x.seq), 0) from consent x
        where x.partnership_id = r.partnership_id and x.referral_id = r.id));
    end if;
  end if;
  -- A reason is a code of the agreement: the handover or the act says of which list.
  if new.reason is not null then
    reason := case when new.act in ('reopen', 'void') then new.act || 'Reasons' end;
    if reason is not null and door.choice(r, reason, new.reason) is null
      or new.act not in ('return', 'redirect', 'withdraw', 'hold', 'consent', 'reopen', 'void')
      or (new.act = 'consent' and (new.reason <> 'SAMTYKKE' or not coalesce((new.details ->> 'withdrawn')::boolean, false)))
    then
      perform door.refuse_event('its reason');
    end if;
  elsif new.act in ('redirect', 'withdraw', 'hold', 'reopen', 'void') or new.details ? 'withdrawn' then
    perform door.refuse_event('no reason');
  end if;
  if not door.details_fit(new) then perform door.refuse_event('its details'); end if;
  new.post_name := door.post_label(new.partnership_id, new.post_id);
  return new;
end $$;
--> statement-breakpoint
create function door.state_fits(state handover_state, need jsonb) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select case
    when need is null then true
    when need = '"none"' then state is null
    when need = '"some"' then state is not null
    else coalesce(need ? state::text, false) end $$;
--> statement-breakpoint
create function door.refuse_handover(why text) returns void language plpgsql immutable set search_path = '' as $$
begin raise exception 'not a step that a handover can take: %', why using errcode = 'BB003'; end $$;
--> statement-breakpoint
-- May the name be given to that post, by a consent that this act has recorded, or by any?
create function door.covered_now(e event, post uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return door.covered(e.referral_id, post) and (e.act <> 'reopen' or exists (
    select 1 from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = covered_now.post
    where c.partnership_id = e.partnership_id and c.referral_id = e.referral_id and c.seq > (e.before ->> 'consents')::integer));
end $$;
--> statement-breakpoint
-- A coded reason for sending it back, as lib/referral/acts/answering.ts asks for it.
create function door.may_return(e event, w handover, given text) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral := (select x from referral x where x.partnership_id = e.partnership_id and x.id = e.referral_id);
  reason jsonb := door.choice(r, 'returnReasons', given);
  municipal boolean := exists (
    select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    where p.partnership_id = w.partnership_id and p.id = w.to_post and u.kind in ('municipality', 'administration', 'municipal-unit'));
  told text := e.details ->> 'destination';
begin
  return reason is not null
    and not (reason ? 'wrong' and municipal)
    and not (reason ? 'onlyAfterAsked' and w.questions = 0)
    and not (reason ? 'afterIdentity' and w.identity_on is null)
    and (reason ->> 'needs' is not distinct from 'date') = (e.details ? 'date')
    and (reason ->> 'needs' is not distinct from 'destination') = (e.details ? 'destination')
    and (told is null or door.choice(r, 'outside', told) is not null
      or case when pg_input_is_valid(told, 'uuid') then told::uuid <> w.to_post and door.takes(e.referral_id, told::uuid) else false end);
end $$;
--> statement-breakpoint
-- Does the agreement let that post take this referral's service today?
create function door.takes(referral_id uuid, post_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return door.may_receive(referral_id, post_id) and exists (
    select 1 from referral r
    join post p on p.partnership_id = r.partnership_id and p.id = takes.post_id
    join agreement a on a.partnership_id = r.partnership_id and a.id = r.agreement_id
    where r.partnership_id = door.partnership() and r.id = takes.referral_id and jsonb_path_exists(a.content,
      '$.routes[*] ? (@.service == $service) ? (@.to[*].functions[*] == $function || @.also[*] == $function)',
      jsonb_build_object('service', r.service, 'function', p.function)));
end $$;
--> statement-breakpoint
-- Whom a reopened referral goes to: whoever had it last; from an origin that may not hear where it went, whoever took it over.
create function door.reopens_to(r referral) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if r.holder_post <> r.origin_post and r.id = any (door.muted(array[r.id])) then return (door.taken(r)).to_post; end if;
  return (
    select y.to_post from handover y where y.partnership_id = r.partnership_id and y.referral_id = r.id and y.state = 'completed'
    order by y.seq desc limit 1);
end $$;
--> statement-breakpoint
create or replace function door.handover_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  x handover := new;
  kept jsonb;
  terms jsonb;
  closed text[];
  today date;
  newest referral_matter;
  reason jsonb;
  mine boolean;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  if e.id is null or r.events <> e.seq - 1 then perform door.refuse_handover('no act'); end if;
  today := door.day_of(e.at);

  if e.act = 'undo' then
    if tg_op = 'INSERT' then perform door.refuse_handover('an undo makes none'); end if;
    x := old;
    select each into kept from jsonb_array_elements(door.undone(e) -> 'handovers') each where each ->> 'id' = old.id::text;
    if kept is not null then x := jsonb_populate_record(old, kept);
    elsif old.state in ('proposed', 'sent') and old.id = r.waiting_id then x.state := 'undone';
    end if;
    if kept is null and x is not distinct from old or tg_nargs = 0 and new is distinct from x then
      perform door.refuse_handover('not what was');
    end if;
    return x;
  end if;

  if tg_op = 'INSERT' or e.act in ('accept', 'ask', 'answer', 'confirm', 'letter', 'correct', 'reopen') then
    terms := door.terms(r.partnership_id, r.agreement_id, r.service);
    closed := door.closed_days(terms);
  end if;

  if tg_op = 'INSERT' then
    x.seq := (select coalesce(max(y.seq), 0) + 1 from handover y where y.partnership_id = r.partnership_id and y.referral_id = r.id);
    x.from_post := r.holder_post;
    x.state := 'sent';
    x.discussion := new.to_post <> r.origin_post and not door.covered_now(e, new.to_post);
    x.redirected_by := null;
    x.delivered_on := today;
    x.opened_on := null; x.answer_left := null; x.question_by := null; x.questions := 0; x.assigned := null; x.identity_on := null;
    x.accepted_on := null; x.contact_by := null; x.contacted_on := null; x.hold_until := null; x.hold_for := null; x.reason := null;
    if e.act <> 'send' then x.agreed := false; end if;
    select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
    x.answer_by := door.answer_by(terms, today, newest.pay_by);
    if e.act = 'redirect' then
      x.redirected_by := e.post_id;
      if x.discussion then
        x.state := 'proposed'; x.delivered_on := null; x.answer_by := null;
        x.question_by := door.next_step(terms, today);
      end if;
      mine := new.to_post <> e.post_id and e.details ->> 'to' = new.to_post::text and e.details ->> 'next' = new.id::text
        and e.details -> 'covered' = to_jsonb(not x.discussion);
    elsif e.act = 'send' then
      mine := e.handover_id = new.id and e.details ->> 'to' = new.to_post::text and e.details -> 'discussion' = to_jsonb(x.discussion);
    elsif e.act = 'reopen' then
      -- The origin takes it back, and sends it again to whoever had it last.
      x.from_post := e.post_id;
      mine := e.post_id = r.origin_post and r.closed_by = 'complete' and e.handover_id = new.id and new.to_post = door.reopens_to(r);
    end if;
    if not coalesce(mine and new.to_post <> x.from_post and (e.act = 'reopen' or door.may_receive(r.id, new.to_post))
        and (e.act <> 'send' or r.waiting_id is null), false) or new is distinct from x then
      perform door.refuse_handover('not one that this act makes');
    end if;
    return new;
  end if;

  x := old;
  -- Any act of the receiver counts as opening.
  mine := old.id = r.waiting_id and old.to_post = e.post_id and old.state <> 'proposed';
  if mine and e.act in ('open', 'accept', 'return', 'redirect', 'ask', 'advise', 'assign', 'identity')
    or mine and old.state = 'sent' and e.act in ('call', 'agenda') then
    x.opened_on := coalesce(old.opened_on, today);
    if old.state = 'sent' then x.state := 'opened'; end if;
  end if;
  if old.id = r.waiting_id then
    case e.act
      when 'open', 'call', 'agenda' then null;
      when 'accept' then
        x.state := 'accepted'; x.question_by := null; x.answer_left := null; x.accepted_on := today;
        x.contact_by := door.working_day(today, (terms #>> '{norm,contact}')::integer, closed);
        if old.to_post = r.origin_post then null;
        elsif old.discussion then
          select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
          if not (coalesce((terms -> 'openToAnonymous')::boolean, false) and newest.contact is not distinct from 'together'
            and not door.concealed(r.id, old.to_post)) then perform door.refuse_handover('a discussion only'); end if;
        elsif not door.covered(r.id, old.to_post) then perform door.refuse_handover('no consent');
        end if;
      when 'return' then
        x.state := 'returned'; x.question_by := null; x.reason := e.reason;
        -- What rests on who the resident is stands apart: as a result, which is looked at there.
        if not (case when e.reason is null then old.identity_on is not null
            else not coalesce(door.choice(r, 'returnReasons', e.reason) ? 'afterIdentity', true)
              and door.may_return(e, old, e.reason) end) then
          perform door.refuse_handover('no reason to return it');
        end if;
      when 'redirect' then
        x.state := 'redirected'; x.question_by := null; x.reason := e.reason;
        if door.choice(r, 'redirectReasons', e.reason) is null
          or (e.details ? 'external') = (e.details ? 'to')
          or e.details ? 'external' and door.choice(r, 'outside', e.details ->> 'external') is null then
          perform door.refuse_handover('no reason to pass it on');
        end if;
      when 'ask' then
        if old.state = 'asked' then perform door.refuse_handover('asked once'); end if;
        x.state := 'asked'; x.questions := old.questions + 1;
        x.question_by := door.working_day(today, (terms #>> '{norm,question}')::integer, closed);
        if terms ->> 'clock' <> 'eviction' then
          x.answer_by := null;
          x.answer_left := coalesce(door.working_days_left(today, old.answer_by, closed), 0);
          if old.answer_by is null then x.answer_left := (terms #>> '{norm,answer}')::integer; end if;
        end if;
      when 'answer' then
        if old.state <> 'asked' then perform door.refuse_handover('answered once'); end if;
        x.state := 'opened'; x.question_by := null; x.answer_left := null;
        x.answer_by := door.working_day(today, greatest(1, coalesce(old.answer_left, 1)), closed);
        if terms ->> 'clock' = 'eviction' then
          select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
          x.answer_by := least(greatest(coalesce(old.answer_by, x.answer_by), x.answer_by),
            case when newest.pay_by is not null then greatest(door.working_day_before(newest.pay_by, closed), today) end);
        end if;
      when 'advise' then x.state := 'advised'; x.question_by := null;
      when 'drop' then x.state := 'withdrawn'; x.question_by := null;
      when 'withdraw' then
        x.state := 'withdrawn'; x.question_by := null; x.reason := e.reason;
        reason := door.choice(r, 'withdrawReasons', e.reason);
        if reason is null or reason ? 'bySystem' then perform door.refuse_handover('no reason to take it back'); end if;
      when 'confirm' then
        x.state := 'sent'; x.delivered_on := today; x.question_by := null;
        x.discussion := old.to_post <> r.origin_post and not door.covered(r.id, old.to_post);
        select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
        x.answer_by := door.answer_by(terms, today, newest.pay_by);
      when 'assign' then
        if not mine or new.assigned <> all (door.people_of(r.partnership_id, array[old.to_post], today)) then
          perform door.refuse_handover('nobody of that post');
        end if;
        x.assigned := new.assigned;
      when 'identity' then
        if e.handover_id <> old.id or old.state = 'proposed' or e.post_id not in (old.from_post, old.to_post)
          or not door.covered(r.id, old.to_post) then perform door.refuse_handover('no consent'); end if;
        x.identity_on := (e.details ->> 'on')::date;
      when 'letter', 'correct' then
        select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
        if old.answer_by is not null then x.answer_by := least(old.answer_by, door.answer_by(terms, today, newest.pay_by)); end if;
      when 'consent' then
        if e.details ? 'withdrawn' then
          if old.to_post = r.origin_post then perform door.refuse_handover('needs no consent'); end if;
          x.state := 'withdrawn'; x.question_by := null; x.reason := e.reason;
        else
          if not door.covered(r.id, old.to_post) then perform door.refuse_handover('no consent'); end if;
          x.discussion := false;
        end if;
      when 'approve' then
        if not door.covered(r.id, old.to_post) then perform door.refuse_handover('no consent'); end if;
        x.discussion := false;
      when 'void' then x.state := 'voided'; x.question_by := null;
      else perform door.refuse_handover('not its act');
    end case;
  elsif old.id = r.current_id then
    case e.act
      -- Passed on once what waited was taken over, and before it was: in either order.
      when 'accept' then x.state := 'passed_on';
      when 'progress' then x.state := 'accepted'; x.hold_until := null; x.hold_for := null; x.contacted_on := coalesce(old.contacted_on, today);
      when 'hold' then
        x.state := 'on_hold'; x.hold_until := (e.details ->> 'until')::date; x.hold_for := e.reason;
        if door.choice(r, 'onHold', e.reason) is null then perform door.refuse_handover('nothing to wait for'); end if;
      when 'resume' then x.state := 'accepted'; x.hold_until := null; x.hold_for := null;
      when 'identity' then
        if e.handover_id <> old.id or not door.covered(r.id, old.to_post) then perform door.refuse_handover('no consent'); end if;
        x.identity_on := (e.details ->> 'on')::date;
      when 'complete' then x.state := 'completed'; x.hold_until := null; x.hold_for := null;
      when 'void' then x.state := 'voided'; x.question_by := null;
      else perform door.refuse_handover('not its act');
    end case;
  elsif e.act = 'reopen' and r.closed_by = 'complete' and old.state = 'completed' and old.to_post = e.post_id
    and r.holder_post = e.post_id and not exists (
      select 1 from handover y where y.partnership_id = r.partnership_id and y.referral_id = r.id and y.state = 'completed' and y.seq > old.seq) then
    -- The last holder goes on where it ended.
    x.state := 'accepted';
    x.discussion := old.to_post <> r.origin_post and not door.covered_now(e, old.to_post);
    x.contact_by := door.working_day(today, (terms #>> '{norm,contact}')::integer, closed);
    x.contacted_on := null;
  else
    perform door.refuse_handover('is over');
  end if;
  if tg_nargs = 0 and new is distinct from x then perform door.refuse_handover('not what the act makes of it'); end if;
  return x;
end $$;
--> statement-breakpoint
create function door.refuse_referral(why text) returns void language plpgsql immutable set search_path = '' as $$
begin raise exception 'not a step that a referral can take: %', why using errcode = 'BB002'; end $$;
--> statement-breakpoint
-- The day by which whoever has the ball must act, as dueOn in lib/referral/clocks.ts.
create function door.due_on(r referral, w handover, c handover, today date) returns date language sql immutable set search_path = '' as $$
  select case
    when r.status <> 'open' then null
    when w.state in ('sent', 'opened') then w.answer_by
    when w.id is not null then least(w.question_by, w.answer_by)
    when c.id is null then r.next_step_by
    when c.state = 'on_hold' and c.hold_until >= today then c.hold_until
    when c.contacted_on is null and c.contact_by is not null then c.contact_by
    else coalesce(r.follow_up_on, r.touched_on + 30) end $$;
--> statement-breakpoint
create or replace function door.referral_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e event;
  x referral := new;
  w handover;
  c handover;
  was handover;
  terms jsonb;
  newest referral_matter;
  today date;
begin
  if tg_op = 'INSERT' then
    today := case when door.installation() = 'demo' then new.logged_on else door.today() end;
    terms := door.terms(new.partnership_id, new.agreement_id, new.service);
    if terms is null or new.logged_on > door.today() then perform door.refuse_referral('no such service'); end if;
    x.status := 'open'; x.events := 0; x.waiting_id := null; x.current_id := null; x.holder_post := new.origin_post;
    x.assigned := null; x.on_agenda := false; x.follow_up_on := null; x.closed_on := null; x.closed_by := null;
    x.logged_on := today; x.held_since := today; x.touched_on := today;
    x.next_step_by := door.next_step(terms, today); x.due_on := x.next_step_by;
    if new is distinct from x or not exists (
      select 1 from post p join agreement a on a.partnership_id = p.partnership_id
      where p.partnership_id = new.partnership_id and p.id = new.origin_post and p.valid_from <= door.today()
        and (p.valid_to is null or p.valid_to >= door.today())
        and a.id = (select y.id from agreement y where y.partnership_id = p.partnership_id and y.valid_from <= door.today()
          order by y.number desc limit 1) and a.id = new.agreement_id
        and jsonb_path_exists(a.content, '$.routes[*] ? (@.service == $service && @.from[*] == $function)',
          jsonb_build_object('service', new.service, 'function', p.function)))
    then
      perform door.refuse_referral('a referral begins open and untouched');
    end if;
    return new;
  end if;

  e := door.act_of(old.partnership_id, old.id);
  if e.id is null or e.seq <> old.events + 1 then perform door.refuse_referral('no act'); end if;
  today := door.day_of(e.at);
  select y.* into w from handover y where y.partnership_id = old.partnership_id and y.referral_id = old.id
    and y.state in ('proposed', 'sent', 'opened', 'asked');
  select y.* into c from handover y where y.partnership_id = old.partnership_id and y.referral_id = old.id
    and y.state in ('accepted', 'on_hold');
  select y.* into was from handover y where y.partnership_id = old.partnership_id and y.id = old.waiting_id;
  x := old;
  if e.act = 'undo' then x := jsonb_populate_record(old, door.undone(e) -> 'referral'); end if;
  x.events := e.seq;
  x.due_on := door.due_on(x, w, c, today);
  if e.act <> 'undo' then
    x.waiting_id := w.id;
    x.current_id := c.id;
    if not (e.act = 'journal' or e.details ? 'until' and e.act = 'agenda') then x.touched_on := today; end if;
    case
      when e.act in ('log', 'open', 'confirm', 'answer', 'identity', 'call', 'progress', 'hold', 'resume', 'approve', 'journal') then null;
      when e.act = 'accept' then
        x.holder_post := was.to_post; x.assigned := coalesce(was.assigned, e.person_id); x.next_step_by := null; x.follow_up_on := null;
        x.held_since := case when was.to_post = old.holder_post then old.held_since else today end;
      when e.act = 'send' or e.act = 'redirect' and w.id is not null then x.next_step_by := null;
      when e.act in ('return', 'redirect', 'advise', 'drop', 'withdraw')
        or e.act = 'consent' and was.id is not null and w.id is null then
        x.next_step_by := null;
        if old.current_id is null then
          terms := door.terms(old.partnership_id, old.agreement_id, old.service);
          x.next_step_by := door.next_step(terms, today);
        end if;
      when e.act = 'consent' then null;
      when e.act = 'ask' then x.on_agenda := old.on_agenda or w.questions >= 3;
      when e.act = 'assign' then
        if not (was.id is not null and was.state <> 'proposed' and was.to_post = e.post_id) then
          if new.assigned <> all (door.people_of(old.partnership_id, array[e.post_id], today)) then perform door.refuse_referral('nobody of that post'); end if;
          x.assigned := new.assigned;
        end if;
      when e.act in ('letter', 'correct') then
        select y.* into newest from referral_matter y where y.partnership_id = old.partnership_id and y.referral_id = old.id order by y.version desc limit 1;
        x.urgent := door.is_urgent(door.service_of(old.partnership_id, old.agreement_id, old.service), newest);
      when e.act = 'follow_up' then x.follow_up_on := (e.details ->> 'on')::date;
      when e.act = 'agenda' then x.on_agenda := true;
      when e.act in ('complete', 'close', 'void') then
        x.status := case e.act when 'void' then 'voided' else 'closed' end;
        x.closed_by := case e.act when 'void' then old.closed_by else e.act::text end;
        x.closed_on := today; x.next_step_by := null; x.follow_up_on := null; x.on_agenda := false;
      when e.act = 'reopen' then
        x.status := 'open'; x.closed_on := null; x.closed_by := null;
        if c.id is null then
          terms := door.terms(old.partnership_id, old.agreement_id, old.service);
          x.holder_post := e.post_id; x.assigned := null;
          x.next_step_by := case when w.id is null then door.next_step(terms, today) end;
          x.held_since := case when e.post_id = old.holder_post then old.held_since else today end;
          -- Whoever had it last gets it again, unless that post has ended.
          if w.id is null and old.closed_by = 'complete' and exists (
            select 1 from post p where p.partnership_id = old.partnership_id and p.id = door.reopens_to(old)
              and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)) then
            perform door.refuse_referral('it goes to its last holder');
          end if;
          if e.post_id <> old.origin_post then perform door.refuse_referral('not its origin'); end if;
        end if;
      else perform door.refuse_referral('not an act');
    end case;
    x.due_on := door.due_on(x, w, c, today);
  end if;
  if tg_nargs = 0 and new is distinct from x then perform door.refuse_referral('not what the act makes of it'); end if;
  return x;
end $$;
--> statement-breakpoint
create function door.is_urgent(service jsonb, its referral_matter) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from jsonb_array_elements(service -> 'situations') s where s ? 'urgent' and s ->> 'code' = any (its.situations))
    or exists (
      select 1 from jsonb_path_query(service, '$.key[*].choices[*] ? (@.urgent == true).code') given,
        jsonb_each(its.answers) a
      where case jsonb_typeof(a.value) when 'array' then a.value @> given else a.value = given end) $$;
--> statement-breakpoint
-- What a post sees of a referral as it stands: the origin the whole, holder and receiver the whole unless consent is gone,
-- whoever had a part in it that part. After closing its last holder still sees it, for 90 days.
create function door.scope_for(r referral, its_post uuid, out scope scope, out until date) returns record language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  receiver uuid := (select h.to_post from handover h where h.partnership_id = r.partnership_id and h.id = r.waiting_id and h.state <> 'proposed');
  held boolean := its_post = r.holder_post and (r.status = 'open' or r.status = 'closed' and r.closed_by = 'complete');
begin
  if its_post = r.origin_post then scope := 'whole';
  elsif held or r.status = 'open' and its_post is not distinct from receiver then
    scope := case when door.concealed(r.id, its_post) then 'facts' else 'whole' end;
    if r.status = 'closed' then until := r.closed_on + 90; end if;
  elsif exists (
    select 1 from handover h where h.partnership_id = r.partnership_id and h.referral_id = r.id and h.to_post = its_post
      and h.state not in ('proposed', 'undone')) then scope := 'part';
  end if;
end $$;
--> statement-breakpoint
create or replace function door.party_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  x party := new;
  kept jsonb;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  if tg_op = 'UPDATE' then
    x.partnership_id := old.partnership_id; x.referral_id := old.referral_id; x.post_id := old.post_id;
  end if;
  if e.id is null or r.events <> e.seq or not coalesce((door.act_words() -> e.act::text -> 'parties')::boolean, false) then
    raise exception 'not an act that changes what is seen' using errcode = 'BB006';
  end if;
  if e.act = 'undo' then
    select each into kept from jsonb_array_elements(door.undone(e) -> 'parties') each where each ->> 'post_id' = new.post_id::text;
    x.scope := coalesce((kept ->> 'scope')::scope, case when exists (
      select 1 from party y where y.partnership_id = r.partnership_id and y.referral_id = r.id and y.post_id = new.post_id) then 'none'::scope end);
    x.until := (kept ->> 'until')::date;
  else
    select s.scope, s.until into x.scope, x.until from door.scope_for(r, new.post_id) s;
    -- A party is whoever has a part now, or whose part this act has ended.
    if new.post_id not in (r.origin_post, r.holder_post) and not exists (
      select 1 from handover h where h.partnership_id = r.partnership_id and h.referral_id = r.id
        and (h.id = e.handover_id or h.id = r.waiting_id or h.id = r.current_id or h.state in ('passed_on', 'completed', 'voided'))
        and h.to_post = new.post_id) then x.scope := null; end if;
  end if;
  x.sees_result := new.post_id <> r.origin_post or coalesce((
    select c.feedback = 'yes' from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.feedback is not null
    order by c.seq desc limit 1), false);
  if x.scope is null or new is distinct from x then
    raise exception 'not what that post may see' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.consent_step() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  terms jsonb;
  newest consent;
  said_no boolean;
  today date := door.day_of(e.at);
  yes boolean := new.name in ('written', 'oral');
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  select c.* into newest from consent c where c.partnership_id = new.partnership_id and c.referral_id = new.referral_id
    and c.unit_id = new.unit_id order by c.seq desc limit 1;
  said_no := exists (select 1 from consent c where c.partnership_id = new.partnership_id and c.referral_id = new.referral_id
    and c.name = 'withdrawn');
  if not coalesce(r.events = e.seq - 1 and (door.act_words() -> e.act::text -> 'consents')::boolean
    and new.seq = (select coalesce(max(c.seq), 0) + 1 from consent c where c.partnership_id = new.partnership_id and c.referral_id = new.referral_id)
    and new.recorded_on = today and new.expires_on is not distinct from case new.name when 'oral' then today + 30 end
    -- Consent ended at closing: a reopening asks every unit anew before it says what was answered.
    and case
      when e.act = 'approve' then new.name = 'approved' and new.feedback is null and newest.name = 'cannot_ask' and exists (
        select 1 from handover h join post p on p.partnership_id = h.partnership_id and p.id = h.to_post and p.unit_id = new.unit_id
        where h.partnership_id = e.partnership_id and h.referral_id = e.referral_id and h.id = e.handover_id and h.state <> 'proposed')
      when e.details ? 'withdrawn' then new.name = 'withdrawn' and newest.seq is not null and newest.seq <= (e.before ->> 'consents')::integer
        and coalesce(new.feedback, 'no') = 'no'
      when e.act = 'reopen' and new.name = 'not_yet' and new.feedback is null and newest.seq <= (e.before ->> 'consents')::integer then true
      when new.name not in ('written', 'oral', 'not_yet', 'cannot_ask') then false
      else new.unit_id = (select p.unit_id from post p where p.partnership_id = e.partnership_id and p.id::text = case e.act
          when 'confirm' then (select h.to_post::text from handover h where h.partnership_id = r.partnership_id and h.id = r.waiting_id)
          when 'reopen' then door.reopens_to(r)::text
          else e.details ->> 'to' end)
        and (yes or e.act = 'reopen' or not door.covered_by(newest, today))
    end, false)
  then
    raise exception 'not something that can be said of this resident' using errcode = 'BB007';
  end if;
  if new.name = 'cannot_ask' then
    terms := door.terms(r.partnership_id, r.agreement_id, r.service);
    if said_no or not coalesce((terms -> 'cannotAskAllowed')::boolean, false) then
      raise exception 'not something that can be said of this resident' using errcode = 'BB007';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function door.covered_by(c consent, today date) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select coalesce(c.name in ('written', 'approved') or c.name = 'oral' and c.expires_on >= today, false) $$;
--> statement-breakpoint
-- The situation in codes of the agreement, and days; no word of anybody's own.
create function door.matter_step() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  service jsonb;
  question text;
  given jsonb;
  pays date;
  last referral_matter;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  select m.* into last from referral_matter m where m.partnership_id = new.partnership_id and m.referral_id = new.referral_id
    order by m.version desc limit 1;
  service := door.service_of(r.partnership_id, r.agreement_id, r.service);
  pays := case when new.letter_on is not null and jsonb_path_exists(new.answers, '$.* ? (@ == "PAAKRAV")') then door.pay_by(new.letter_on) end;
  if not coalesce(r.events = e.seq - 1 and (door.act_words() -> e.act::text -> 'matter')::boolean
    and new.written_on = door.day_of(e.at) and new.pay_by is not distinct from pays
    and new.version = coalesce(last.version, 0) + 1
    -- A letter changes what it says, and neither what it is about nor how the resident is reached.
    and (e.act <> 'letter' or (new.situations, new.contact) is not distinct from (last.situations, last.contact))
    and cardinality(new.situations) > 0 and not exists (
      select 1 from unnest(new.situations) s where not jsonb_path_exists(service, '$.situations[*] ? (@.code == $code)', jsonb_build_object('code', s)))
    and (new.letter_on is null or new.letter_on <= door.day_of(e.at) and jsonb_path_exists(service, '$.key[*] ? (@.about == "letter-date")'))
    and (new.age is null or jsonb_path_exists(service, '$.key[*] ? (@.about == "age").choices[*] ? (@.code == $code)', jsonb_build_object('code', new.age)))
    and (new.children is null or jsonb_path_exists(service, '$.key[*] ? (@.about == "children").choices[*] ? (@.code == $code)', jsonb_build_object('code', new.children)))
    and jsonb_typeof(new.answers) = 'object', false)
  then
    raise exception 'not a situation of this service' using errcode = 'BB004';
  end if;
  for question, given in select a.key, answer from jsonb_each(new.answers) a,
    jsonb_array_elements(case jsonb_typeof(a.value) when 'array' then a.value else jsonb_build_array(a.value) end) answer loop
    if not coalesce((
      select case q ->> 'answer' when 'one' then jsonb_path_exists(q, '$.choices[*] ? (@.code == $given)', jsonb_build_object('given', given))
        when 'recent-date' then door.is_day(given #>> '{}') and given #>> '{}' <= door.day_of(e.at)::text
        else door.is_day(given #>> '{}') end
      from jsonb_array_elements(service -> 'key') q where q ->> 'code' = question limit 1), false) then
      raise exception 'not an answer of this service' using errcode = 'BB004';
    end if;
  end loop;
  return new;
end $$;
--> statement-breakpoint
-- What was achieved, said and told beside an event: of the kinds that its act has, in codes of the agreement, that very day.
create function door.beside_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  words jsonb := door.act_words() -> e.act::text;
  r referral;
  fits boolean;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  fits := e.id = new.event_id and r.events = e.seq;
  if tg_table_name = 'notice' then
    fits := fits and new.dropped_at is null and new.at = e.at
      and (new.kind::text = 'vacant' or words -> 'notices' ? new.kind::text or e.act = 'undo' and new.kind::text = 'undone')
      and (e.act <> 'call' or new.kind::text in ('vacant', e.details ->> 'what'))
      and case when new.kind::text = 'vacant' then exists (
          select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
          where p.partnership_id = new.partnership_id and p.id = new.to_post and f.duties::text[] && '{lead,coordinate}')
        else new.to_post in (r.origin_post, r.holder_post) or exists (
          select 1 from handover h where h.partnership_id = r.partnership_id and h.referral_id = r.id
            and (h.to_post = new.to_post and (h.state not in ('proposed', 'undone')) or h.from_post = new.to_post)) end;
    -- An act that can be undone is told when it no longer can.
    new.release_at := case when e.at < public.app_now() then e.at
      else public.app_clock() + case when e.before ? 'referral' then interval '10 seconds' else interval '0' end end;
  else
    if tg_table_name = 'result' then
      fits := fits and new.on_day = door.day_of(e.at) and words -> 'results' ? new.kind::text
        and case new.kind::text when 'progress' then door.choice(r, 'progress', new.code) is not null
          when 'outcome' then door.choice(r, 'outcomes', new.code) is not null
          when 'means' then door.choice(r, 'outcomeMeans', new.code) is not null
          else e.reason is null and door.choice(r, 'returnReasons', new.code) ? 'afterIdentity' and door.may_return(e, (
            select h from handover h where h.partnership_id = e.partnership_id and h.id = e.handover_id), new.code) end;
    else
      fits := fits and new.at = e.at and words -> 'messages' ? new.kind::text and new.handover_id is not distinct from e.handover_id
        and (new.code is null or case new.kind::text when 'question' then door.choice(r, 'questions', new.code) is not null
          when 'answer' then door.is_day(new.code) or exists (
            select 1 from agreement a where a.partnership_id = r.partnership_id and a.id = r.agreement_id and jsonb_path_exists(a.content,
              '$.forAll.questions[*].choices[*] ? (@.code == $code)', jsonb_build_object('code', new.code)))
            or jsonb_path_exists(door.service_of(r.partnership_id, r.agreement_id, r.service), '$.questions[*].choices[*] ? (@.code == $code)',
              jsonb_build_object('code', new.code)) else false end);
    end if;
  end if;
  if not coalesce(fits, false) then
    raise exception 'not what stands beside this act' using errcode = 'BB008';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Is everything back as it was before what this undo takes back?
create function door.put_back(e event) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kept jsonb := door.undone(e);
begin
  return not exists (
      select 1 from jsonb_array_elements(kept -> 'handovers') k
      join handover h on h.partnership_id = e.partnership_id and h.id = (k ->> 'id')::uuid
      where h is distinct from jsonb_populate_record(h, k))
    and not exists (
      select 1 from party p
      left join lateral (select k from jsonb_array_elements(kept -> 'parties') k where k ->> 'post_id' = p.post_id::text) was on true
      where p.partnership_id = e.partnership_id and p.referral_id = e.referral_id
        and (p.scope::text, p.until) is distinct from (coalesce(was.k ->> 'scope', 'none'), (was.k ->> 'until')::date))
    and not exists (
      select 1 from event x join result y on y.partnership_id = x.partnership_id and y.event_id = x.id
      where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.seq = e.seq - 1);
end $$;
--> statement-breakpoint
-- At the end of the transaction: the act has done what it says, whole.
create function door.act_done() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r referral;
  state handover_state;
  newest jsonb;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  select h.state into state from handover h where h.partnership_id = new.partnership_id and h.id = new.handover_id;
  if not coalesce(case
      when new.act in ('send', 'confirm') then state = 'sent'
      when new.act = 'open' then state = 'opened'
      when new.act in ('accept', 'resume', 'progress') then state = 'accepted'
      when new.act = 'return' then state = 'returned'
      when new.act = 'redirect' then state = 'redirected' and (r.waiting_id is not null) = (new.details ? 'next')
      when new.act = 'ask' then state = 'asked'
      when new.act = 'answer' then state = 'opened'
      when new.act in ('drop', 'withdraw') then state = 'withdrawn'
      when new.act = 'advise' then state = 'advised'
      when new.act = 'hold' then state = 'on_hold'
      when new.act = 'complete' then state = 'completed'
      when new.act = 'identity' then exists (select 1 from handover h where h.partnership_id = new.partnership_id and h.id = new.handover_id
        and h.identity_on::text = new.details ->> 'on')
      when new.act = 'log' then exists (select 1 from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id)
      when new.act in ('letter', 'correct') then exists (select 1 from referral_matter m
        where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.version > (new.before ->> 'version')::integer)
      when new.act = 'undo' then door.put_back(new)
      else true end, false)
    or r.events < new.seq
    or new.act = 'redirect' and (new.details ? 'to') <> (new.details ? 'next')
    or new.act = 'accept' and (new.details ->> 'from', new.details ->> 'to') is distinct from (
      new.before #>> '{referral,holder_post}', r.holder_post::text)
    or new.act in ('ask', 'answer') and not exists (
      select 1 from message m where m.partnership_id = new.partnership_id and m.event_id = new.id)
    -- Words go with consent, and once they stand elsewhere: every one of them.
    or (new.act = 'journal' or new.details ? 'withdrawn') and exists (
      select 1 from message m where m.partnership_id = new.partnership_id and m.referral_id = new.referral_id and m.body is not null)
    or new.act in ('progress', 'complete', 'close') and not exists (
      select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id and x.kind in ('progress', 'outcome'))
    or new.act = 'return' and new.reason is null and not exists (
      select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id and x.kind = 'reason')
    -- A consent that is taken back is taken back from every unit; one that ended at closing is asked of every unit anew.
    or (new.act = 'reopen' or new.details ? 'withdrawn') and exists (
      select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
      group by c.unit_id having max(c.seq) <= (new.before ->> 'consents')::integer)
    or new.act in ('consent', 'approve') and not new.details ? 'withdrawn' and not exists (
      select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > (new.before ->> 'consents')::integer)
    or new.details ? 'withdrawn' and exists (
      select 1 from handover h where h.partnership_id = r.partnership_id and h.id = r.waiting_id and h.to_post <> r.origin_post)
    -- Whether the origin hears how it goes is what the resident has said last.
    or exists (
      select 1 from party p
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.origin_post
        and p.sees_result is distinct from coalesce((
          select c.feedback = 'yes' from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
            and c.feedback is not null order by c.seq desc limit 1), false))
    -- Whoever has no part any more sees no more than the part that was theirs.
    or new.act <> 'undo' and exists (
      select 1 from party p, lateral door.scope_for(r, p.post_id) s
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id <> r.origin_post
        and p.scope in ('whole', 'facts') and (p.until is null or p.until >= door.day_of(new.at))
        and (s.scope is null or s.scope = 'part' or (p.scope = 'whole' and s.scope = 'facts' and new.details ? 'withdrawn')))
  then
    raise exception 'an act that is only half done' using errcode = 'BB013';
  end if;
  return null;
end $$;
--> statement-breakpoint
create function door.message_gone() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e event := door.act_of(old.partnership_id, old.referral_id);
begin
  if not coalesce(old.body is not null and (e.act = 'journal' or e.details ? 'withdrawn'), false) then
    raise exception 'text goes with consent, or once it stands elsewhere' using errcode = 'BB008';
  end if;
  return old;
end $$;
--> statement-breakpoint
-- Rows that an origin may not read, written after its act: what the act makes of them the steps work out, and nothing is
-- taken from whoever calls.
create function door.change_referral(referral uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update referral r set touched_on = r.touched_on
    where r.partnership_id = door.partnership() and r.id = change_referral.referral and door.writes(r.id);
end $$;
--> statement-breakpoint
create function door.change_handover(handover uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update handover h set state = h.state
    where h.partnership_id = door.partnership() and h.id = change_handover.handover and door.writes(h.referral_id);
end $$;
--> statement-breakpoint
-- A consent that is taken back takes every word along, also those that its origin may not read.
create function door.delete_text(referral uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare e event := door.act_of(door.partnership(), delete_text.referral);
begin
  if not door.keeps(delete_text.referral) or not coalesce(e.act = 'journal' or e.details ? 'withdrawn', false) then return; end if;
  delete from message m where m.partnership_id = e.partnership_id and m.referral_id = e.referral_id and m.body is not null;
end $$;
--> statement-breakpoint
-- What was to be told of an act goes with it, and is else told.
create function door.notice_dropped() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare x notice := old;
begin
  x.dropped_at := public.app_clock();
  if not coalesce(old.event_id = door.taken_back(old.referral_id), false) or (to_jsonb(new) - 'dropped_at') is distinct from (to_jsonb(old) - 'dropped_at') then
    raise exception 'not a notice that is taken back' using errcode = 'BB008';
  end if;
  return x;
end $$;
--> statement-breakpoint
create or replace function door.log_event() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user not in ('brobyg_app', 'brobyg_jobs') then return null; end if;
  perform door.note(new.partnership_id, new.person_id, array_remove(array[new.post_id], null), 'change', new.act::text,
    array[new.referral_id::text],
    jsonb_build_object('event', new.id));
  return null;
end $$;
--> statement-breakpoint
do $$
declare each text;
begin
  for each in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'door'::regnamespace and p.proname = any ('{act_rules,
    act_words,service_of,is_holiday,is_working_day,working_day,working_day_before,working_days_left,pay_by,terms,choice,closed_days,answer_by,next_step,
    day_of,act_of,undone,post_label,refuse_event,is_day,details_fit,state_fits,refuse_handover,covered_now,may_return,takes,kept_for_me,reopens_to,
    refuse_referral,due_on,is_urgent,scope_for,covered_by,put_back}') loop
    execute format('revoke all on function %s from public', each);
  end loop;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
drop policy result_remove on result;
--> statement-breakpoint
create policy result_remove on result for delete to brobyg_app using (partnership_id = (select door.partnership()) and event_id = door.taken_back(referral_id));
--> statement-breakpoint
-- The app's own statements are looked at; what the door's functions and the jobs do is theirs.
drop trigger referral_step on referral;
--> statement-breakpoint
drop trigger handover_step on handover;
--> statement-breakpoint
drop trigger event_step on event;
--> statement-breakpoint
drop trigger party_step on party;
--> statement-breakpoint
drop trigger consent_step on consent;
--> statement-breakpoint
drop trigger said_yes on handover;
--> statement-breakpoint
create trigger referral_step before insert or update on referral for each row when (current_user = 'brobyg_app') execute function door.referral_step();
--> statement-breakpoint
create trigger handover_step before insert or update on handover for each row when (current_user = 'brobyg_app') execute function door.handover_step();
--> statement-breakpoint
-- What door.change_referral and door.change_handover touch is written as the act makes it.
grant update (touched_on) on referral to brobyg_door;
--> statement-breakpoint
grant update (state) on handover to brobyg_door;
--> statement-breakpoint
create trigger referral_made_by_act before update of touched_on on referral for each row when (current_user = 'brobyg_door') execute function door.referral_step('apply');
--> statement-breakpoint
create trigger handover_made_by_act before update of state on handover for each row when (current_user = 'brobyg_door') execute function door.handover_step('apply');
--> statement-breakpoint
create trigger event_marked before insert on event for each row execute function door.event_marked();
--> statement-breakpoint
create trigger event_step before insert on event for each row when (current_user = 'brobyg_app') execute function door.event_step();
--> statement-breakpoint
create constraint trigger act_done after insert on event deferrable initially deferred for each row when (current_user = 'brobyg_app') execute function door.act_done();
--> statement-breakpoint
create trigger party_step before insert or update on party for each row when (current_user = 'brobyg_app') execute function door.party_step();
--> statement-breakpoint
create trigger consent_step before insert on consent for each row when (current_user = 'brobyg_app') execute function door.consent_step();
--> statement-breakpoint
create trigger matter_step before insert on referral_matter for each row when (current_user = 'brobyg_app') execute function door.matter_step();
--> statement-breakpoint
create trigger result_step before insert on result for each row when (current_user = 'brobyg_app') execute function door.beside_step();
--> statement-breakpoint
drop trigger matter_asks_no_more on referral_matter;
--> statement-breakpoint
drop function matter_asks_no_more();
--> statement-breakpoint
create trigger message_step before insert on message for each row when (current_user = 'brobyg_app') execute function door.beside_step();
--> statement-breakpoint
create trigger message_gone before delete on message for each row when (current_user = 'brobyg_app') execute function door.message_gone();
--> statement-breakpoint
create trigger notice_dropped before update on notice for each row when (current_user = 'brobyg_app') execute function door.notice_dropped();
--> statement-breakpoint
create trigger notice_step before insert on notice for each row when (current_user = 'brobyg_app') execute function door.beside_step();
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
drop function door.said_yes();
--> statement-breakpoint
drop function door.may_see(party);
--> statement-breakpoint
reset role;
