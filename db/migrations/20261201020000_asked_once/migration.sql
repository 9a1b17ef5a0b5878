-- What a write asks of the session, of consent and of what an act leaves behind is asked once, and only where it matters.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.writes(referral_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare its record := door.rights();
begin
  if its.person_id is null then return false; end if;
  return exists (
      select 1 from party p where p.partnership_id = its.partnership_id and p.referral_id = writes.referral_id
        and p.post_id = any (its.posts) and p.scope in ('whole', 'facts') and (p.until is null or p.until >= door.today()))
    or exists (
      select 1 from referral r where r.partnership_id = its.partnership_id and r.id = writes.referral_id and (
        r.origin_post = any (its.posts)
        or (r.code = nullif(current_setting('app.code', true), '') and r.origin_post = any (its.led))))
    or door.undoing(referral_id);
end $$;
--> statement-breakpoint
create or replace function door.keeps(referral_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare its record := door.rights();
begin
  return its.person_id is not null and exists (
    select 1 from referral r where r.partnership_id = its.partnership_id and r.id = keeps.referral_id
      and (r.origin_post = any (its.posts) or r.holder_post = any (its.posts)));
end $$;
--> statement-breakpoint
-- The act of this transaction is told by its number; whose session it is now is only asked where there is one.
create or replace function door.act_of(its_partnership uuid, its_referral uuid) returns event language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare e event;
begin
  select x.* into e from event x where x.partnership_id = its_partnership and x.referral_id = its_referral
    order by x.seq desc limit 1;
  if e.tx is distinct from pg_current_xact_id_if_assigned() then return null; end if;
  if e.person_id is distinct from (door.rights()).person_id then return null; end if;
  return e;
end $$;
--> statement-breakpoint
create or replace function door.acting(referral_id uuid) returns table (event_id uuid, act text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  its record := door.rights();
  e event;
begin
  if its.person_id is null then return; end if;
  select x.* into e from event x where x.partnership_id = its.partnership_id and x.referral_id = acting.referral_id
    order by x.seq desc limit 1;
  if e.tx = pg_current_xact_id_if_assigned() and e.person_id = its.person_id then return query select e.id, e.act::text; end if;
end $$;
--> statement-breakpoint
create or replace function door.muted(those uuid[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  its record := door.rights();
  mine uuid[] := its.posts || its.overseen;
  coordinates boolean := coalesce('coordinate' = any (its.duties), false);
begin
  if its.person_id is null then return '{}'; end if;
  return array(
    select r.id from unnest(those) each (id)
    join referral r on r.partnership_id = its.partnership_id and r.id = each.id and r.origin_post = any (mine)
      and not (coordinates and r.status = 'open')
    join party m on m.partnership_id = its.partnership_id and m.referral_id = r.id and m.post_id = r.origin_post
      and not m.sees_result and m.scope = 'whole'
    where not exists (
      select 1 from party o where o.partnership_id = its.partnership_id and o.referral_id = r.id and o.post_id = any (mine)
        and o.sees_result and o.scope in ('whole', 'facts') and (o.until is null or o.until >= door.today())));
end $$;
--> statement-breakpoint
-- Whose partnership it is says the row that it is asked of.
create function door.covered(place uuid, referral uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((
    select c.name in ('written', 'approved') or (c.name = 'oral' and c.expires_on >= door.today())
    from post p join consent c on c.partnership_id = p.partnership_id and c.unit_id = p.unit_id
    where p.partnership_id = place and p.id = covered.post and c.referral_id = covered.referral
    order by c.seq desc limit 1), false);
end $$;
--> statement-breakpoint
create function door.concealed(place uuid, referral uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare answers consent[];
begin
  if door.covered(place, referral, post) then return false; end if;
  answers := array(
    select c from consent c where c.partnership_id = place and c.referral_id = concealed.referral
      and c.name in ('written', 'oral', 'approved', 'withdrawn') order by c.seq);
  return coalesce(answers[cardinality(answers)].name = 'withdrawn', false)
    or exists (
      select 1 from unnest(answers) a
      where a.unit_id = (select p.unit_id from post p where p.partnership_id = place and p.id = concealed.post));
end $$;
--> statement-breakpoint
revoke execute on function door.covered(uuid, uuid, uuid), door.concealed(uuid, uuid, uuid) from public;
--> statement-breakpoint
-- As they stand, word for word but for that. The places must be there, or nothing is changed.
do $$
declare
  change record;
  text text;
begin
  for change in
    select * from (values
      ('door.handover_step()', 'door.covered(r.id, old.to_post)', 'door.covered(r.partnership_id, r.id, old.to_post)'),
      ('door.handover_step()', 'door.concealed(r.id, old.to_post)', 'door.concealed(r.partnership_id, r.id, old.to_post)'),
      ('door.covered_now(event, uuid)', 'door.covered(e.referral_id, post)', 'door.covered(e.partnership_id, e.referral_id, post)'),
      ('door.scope_for(referral, uuid)', 'door.concealed(r.id, its_post)', 'door.concealed(r.partnership_id, r.id, its_post)')
    ) each (called, stands, becomes)
  loop
    text := pg_get_functiondef(change.called::regprocedure);
    if position(change.stands in text) = 0 then raise exception '% does not say: %', change.called, change.stands; end if;
    execute replace(text, change.stands, change.becomes);
  end loop;
end $$;
--> statement-breakpoint
create or replace function door.details_fit(e event) returns boolean language plpgsql stable
set search_path = public, pg_temp as $$
declare
  known jsonb := coalesce(door.act_words() -> e.act::text -> 'details', '[]');
  today date := door.day_of(e.at);
  field text;
  value jsonb;
  told text;
  fits boolean;
begin
  if jsonb_typeof(e.details) <> 'object' then return false; end if;
  for field, value in select x.key, x.value from jsonb_each(e.details) x loop
    told := value #>> '{}';
    if not known ? field then return false; end if;
    if field = 'undid' then
      fits := told = (select x.act::text from event x where x.partnership_id = e.partnership_id
        and x.referral_id = e.referral_id and x.seq = e.seq - 1);
    else
      fits := case
        when field in ('from', 'to', 'next') then told ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        when field in ('discussion', 'agreed', 'covered', 'withdrawn') then jsonb_typeof(value) = 'boolean'
        when field = 'what' then told in ('no_answer', 'here_now', 'propose_time')
        when field = 'part' then told in ('morning', 'afternoon')
        when field in ('on', 'until', 'date') and not door.is_day(told) then false
        when field = 'on' then case e.act when 'identity' then told::date <= today
          when 'call' then told::date between today and today + 60 else told::date between today + 1 and today + 365 end
        when field = 'until' then told::date > today and (e.act = 'agenda' or told::date <= today + 365)
        when field = 'date' then told::date > today
        -- Compared with the agreement where the handover is written.
        when field in ('destination', 'external') then told ~ '^([A-Z][A-Z0-9_]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'
        else false end;
    end if;
    if not coalesce(fits, false) then return false; end if;
  end loop;
  return case e.act
    when 'call' then e.details ? 'what' and (e.details ->> 'what' = 'propose_time') = (e.details ?& array['on', 'part'])
      and (e.details ->> 'what' = 'propose_time' or not e.details ?| array['on', 'part'])
    when 'identity' then e.details ? 'on' when 'follow_up' then e.details ? 'on' when 'hold' then e.details ? 'until'
    when 'undo' then e.details ? 'undid'
    -- One or the other, and nothing beside it.
    when 'redirect' then e.details = jsonb_build_object('external', e.details -> 'external') or e.details ?& array['to', 'next', 'covered'] and not e.details ? 'external'
    when 'consent' then e.details = '{"withdrawn": true}' or e.details ? 'to' and not e.details ? 'withdrawn'
    when 'reopen' then e.details = '{}' or e.details ?& array['to', 'discussion'] else true end;
end $$;
--> statement-breakpoint
-- The same questions in the same order, each only of the acts that it is about.
create or replace function door.act_done() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral;
  h handover;
  w handover;
  act text := new.act;
  withdrawn boolean := new.details ? 'withdrawn';
  before integer := (new.before ->> 'consents')::integer;
  fits boolean;
  why text;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  if new.handover_id is not null then
    select y.* into h from handover y where y.partnership_id = new.partnership_id and y.id = new.handover_id;
  end if;
  if r.waiting_id is not null then
    select y.* into w from handover y where y.partnership_id = new.partnership_id and y.id = r.waiting_id;
  end if;
  if act = 'log' then
    fits := exists (select 1 from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id);
  elsif act in ('letter', 'correct') then
    fits := exists (select 1 from referral_matter m
      where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.version > (new.before ->> 'version')::integer);
  elsif act = 'undo' then
    fits := door.put_back(new);
  else
    fits := case
      when act in ('send', 'confirm') then h.state = 'sent'
      when act = 'open' then h.state = 'opened'
      when act in ('accept', 'resume') then h.state = 'accepted'
      when act = 'progress' then h.state = 'accepted' and h.contacted_on is not null
      when act = 'return' then h.state = 'returned'
      when act = 'redirect' then h.state = 'redirected' and (r.waiting_id is not null) = (new.details ? 'next')
      when act = 'ask' then h.state = 'asked'
      when act = 'answer' then h.state = 'opened'
      when act in ('drop', 'withdraw') then h.state = 'withdrawn'
      when act = 'advise' then h.state = 'advised'
      when act = 'hold' then h.state = 'on_hold'
      when act = 'complete' then h.state = 'completed'
      when act = 'identity' then h.identity_on::text = new.details ->> 'on'
      else true end;
  end if;
  why := case
    when not coalesce(fits, false) then 'its step'
    when r.events < new.seq then 'its number'
    when act = 'redirect' and (new.details ? 'to') <> (new.details ? 'next') then 'where it goes'
    when act = 'accept' and (new.details ->> 'from' is distinct from new.before #>> '{referral,holder_post}'
      or new.details ->> 'to' is distinct from r.holder_post::text) then 'whom it was taken over from' end;
  if why is null and act in ('ask', 'answer') then
    if not exists (select 1 from message m where m.partnership_id = new.partnership_id and m.event_id = new.id) then why := 'what is said'; end if;
  end if;
  -- Words go with consent, and once they stand elsewhere: every one of them.
  if why is null and (act = 'journal' or withdrawn) then
    if exists (select 1 from message m where m.partnership_id = new.partnership_id and m.referral_id = new.referral_id
      and m.body is not null) then why := 'words stand'; end if;
  end if;
  if why is null and act in ('progress', 'complete', 'close') then
    if not exists (select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id
      and x.kind in ('progress', 'outcome')) then why := 'what was achieved'; end if;
  end if;
  if why is null and act = 'return' and new.reason is null then
    if not exists (select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id
      and x.kind = 'reason') then why := 'the reason'; end if;
  end if;
  -- A consent that is taken back is taken back from every unit; one that ended at closing is asked of every unit anew.
  if why is null and (act = 'reopen' or withdrawn) then
    if exists (select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
      group by c.unit_id having max(c.seq) <= before) then why := 'consent of every unit'; end if;
  end if;
  if why is null and act = 'reopen' and h.to_post <> r.origin_post then
    if (
      select count(*) filter (where c.seq > before) - least(1, count(*) filter (where c.seq <= before))
      from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = h.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id) <> 1 then why := 'nobody was asked anew'; end if;
  end if;
  if why is null and act in ('send', 'confirm') and w.discussion then
    if not exists (
      select 1 from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = w.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > before) then why := 'nobody was asked'; end if;
  end if;
  if why is null and act in ('consent', 'approve') and not withdrawn then
    if not exists (select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
      and c.seq > before) then why := 'no consent'; end if;
  end if;
  why := coalesce(why, case
    when withdrawn and w.to_post <> r.origin_post then 'still waits'
    -- Any act of the receiver opens it, and none of the origin that it is given back to; a yes lifts a discussion; a new situation never leaves the answer for later.
    when w.state = 'sent' and w.to_post = new.post_id and act in ('open', 'ask', 'assign', 'identity', 'call', 'agenda') then 'not opened'
    when act = 'assign' and (case when w.to_post = new.post_id and w.state <> 'proposed' then w.assigned else r.assigned end) is null then 'nobody' end);
  if why is null and act in ('consent', 'approve') and not withdrawn and w.discussion then
    if door.covered(r.partnership_id, r.id, w.to_post) and exists (
      select 1 from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = w.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > before) then why := 'still a discussion'; end if;
  end if;
  if why is null and act in ('letter', 'correct') then
    if w.answer_by > door.answer_by(door.terms(r.partnership_id, r.agreement_id, r.service), door.day_of(new.at), (
      select m.pay_by from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id
      order by m.version desc limit 1)) then why := 'the answer later than it was'; end if;
  end if;
  if why is null and act = 'reopen' and (new.handover_id is distinct from coalesce(r.waiting_id, r.current_id)
    or (new.details ? 'to') <> (r.waiting_id is not null)) then why := 'not where it goes on'; end if;
  -- Whether the origin hears how it goes is what the resident has said last.
  if why is null then
    if exists (
      select 1 from party p
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.origin_post
        and p.sees_result is distinct from coalesce((
          select c.feedback = 'yes' from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
            and c.feedback is not null order by c.seq desc limit 1), false)) then why := 'what the origin hears'; end if;
  end if;
  -- Whoever has it now, or is to answer, sees it; and a yes shows it to the unit that it was given for.
  if why is null and r.status = 'open' and act <> 'undo' then
    if exists (
      select 1 from unnest(array[r.origin_post, r.holder_post, (case when w.state <> 'proposed' then w.to_post end)]) its
      where its is not null and not exists (select 1 from party p where p.partnership_id = r.partnership_id and p.referral_id = r.id
        and p.post_id = its and p.scope in ('whole', 'facts') and (p.until is null or its = r.origin_post))) then why := 'who sees it'; end if;
  end if;
  if why is null and act = 'complete' and r.holder_post <> r.origin_post then
    if not exists (
      select 1 from party p where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.holder_post
        and p.until = r.closed_on + 90) then why := 'until when it is seen'; end if;
  end if;
  if why is null and act in ('consent', 'approve', 'send', 'confirm') then
    if exists (
      select 1 from party p join post q on q.partnership_id = p.partnership_id and q.id = p.post_id
      join consent c on c.partnership_id = p.partnership_id and c.referral_id = p.referral_id and c.unit_id = q.unit_id
        and c.seq > before and c.name <> 'withdrawn', lateral door.scope_for(r, p.post_id) s
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.scope = 'facts' and s.scope = 'whole') then why := 'hidden'; end if;
  end if;
  -- Everybody is told whom the act tells; an origin that may not hear of it is not.
  if why is null then
    if exists (
      select 1 from door.told(new, r) t
      where not exists (select 1 from notice n where n.partnership_id = new.partnership_id and n.event_id = new.id
          and n.to_post = t.to_post and n.kind::text = t.kind)
        and not door.unheard(new, r, t.to_post)) then why := 'somebody is not told'; end if;
  end if;
  -- Whoever has no part any more sees no more than the part that was theirs.
  if why is null and act <> 'undo' then
    if exists (
      select 1 from party p, lateral door.scope_for(r, p.post_id) s
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id <> r.origin_post
        and p.scope in ('whole', 'facts') and (p.until is null or p.until >= door.day_of(new.at))
        and (s.scope is null or s.scope = 'part' or (p.scope = 'whole' and s.scope = 'facts' and withdrawn))) then why := 'still seen'; end if;
  end if;
  if why is not null then raise exception 'an act that is only half done: %', why using errcode = 'BB013'; end if;
  return null;
end $$;
--> statement-breakpoint
-- A version of the row that another has followed is not what is committed: that one is asked in its own turn.
do $$
declare
  stands constant text := 'select * into r from referral x where x.partnership_id = new.partnership_id and x.id = new.id;';
  text text := pg_get_functiondef('door.one_holder()'::regprocedure);
begin
  if position(stands in text) = 0 then raise exception 'door.one_holder does not say: %', stands; end if;
  execute replace(text, stands, stands || '
    if r is distinct from new then return null; end if;');
end $$;
--> statement-breakpoint
-- One row for an act, in one statement.
create or replace function door.log_event() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if session_user in ('brobyg_app', 'brobyg_jobs') then
    insert into log (partnership_id, id, person_id, posts, kind, what, referrals, detail) values (
      new.partnership_id, door.new_row_id(), new.person_id, array_remove(array[new.post_id], null), 'change', new.act::text,
      array[new.referral_id::text], jsonb_build_object('event', new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
drop function door.concealed(uuid, uuid);
--> statement-breakpoint
drop function door.covered(uuid, uuid);
--> statement-breakpoint
reset role;
