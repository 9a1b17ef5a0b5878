-- An act whole: every row that it makes, each once, as its event tells it. What is answered of a situation is asked of it,
-- whoever is concerned is told, and nobody else.
set local role brobyg_door;
--> statement-breakpoint
-- Codes, days and ids that this act has, and all of them.
create or replace function door.details_fit(e event) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
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
    when 'undo' then e.details ? 'undid'
    -- One or the other, and nothing beside it.
    when 'redirect' then e.details = jsonb_build_object('external', e.details -> 'external') or e.details ?& array['to', 'next', 'covered'] and not e.details ? 'external'
    when 'consent' then e.details = '{"withdrawn": true}' or e.details ? 'to' and not e.details ? 'withdrawn'
    when 'reopen' then e.details = '{}' or e.details ?& array['to', 'discussion'] else true end;
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
    -- What waited is what was answered; else the act was about what is taken over.
    if new.handover_id::text is distinct from (select h ->> 'id' from jsonb_array_elements(last.before -> 'handovers') with ordinality x (h, at)
      order by h ->> 'state' in ('proposed', 'sent', 'opened', 'asked') desc, at limit 1) then
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
        when new.act = 'follow_up' then c.id
        when new.act = 'assign' then case when its = sent then w.id else c.id end
        when new.act = 'identity' then case when sent is not null and its in (w.from_post, w.to_post) then w.id else c.id end
        when new.act = 'approve' and new.handover_id in (w.id, c.id) then new.handover_id
        when new.act in ('close', 'void') then null
        when new.act = 'journal' then (
          select x.id from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.state = 'completed'
          order by x.seq desc limit 1)
        when new.act in ('send', 'reopen') then new.handover_id
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
      mine := e.handover_id = new.id and e.details ->> 'to' = new.to_post::text and e.details -> 'discussion' = to_jsonb(x.discussion)
        and e.details -> 'agreed' = to_jsonb(x.agreed);
    elsif e.act = 'reopen' then
      -- The origin takes it back, and sends it again to whoever had it last.
      x.from_post := e.post_id;
      mine := e.post_id = r.origin_post and r.closed_by = 'complete' and e.handover_id = new.id and new.to_post = door.reopens_to(r)
        and e.details ->> 'to' = new.to_post::text and e.details -> 'discussion' = to_jsonb(x.discussion);
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
        if (e.details ->> 'to', e.details -> 'discussion') is distinct from (old.to_post::text, to_jsonb(x.discussion)) then
          perform door.refuse_handover('not the one that is told');
        end if;
        select y.* into newest from referral_matter y where y.partnership_id = r.partnership_id and y.referral_id = r.id order by y.version desc limit 1;
        x.answer_by := door.answer_by(terms, today, newest.pay_by);
      when 'assign' then
        if not coalesce(mine and new.assigned = any (door.people_of(r.partnership_id, array[old.to_post], today)), false) then
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
          if not coalesce(new.assigned = any (door.people_of(old.partnership_id, array[e.post_id], today)), false) then perform door.refuse_referral('nobody of that post'); end if;
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
    and (new.feedback is null or new.feedback in ('yes', 'no')) and new.recorded_on = today and new.expires_on is not distinct from case new.name when 'oral' then today + 30 end
    -- Consent ended at closing: a reopening asks every unit anew before it says what was answered.
    and case
      when e.act = 'approve' then new.name = 'approved' and new.feedback is null and newest.name = 'cannot_ask' and exists (
        select 1 from handover h join post p on p.partnership_id = h.partnership_id and p.id = h.to_post and p.unit_id = new.unit_id
        where h.partnership_id = e.partnership_id and h.referral_id = e.referral_id and h.id = e.handover_id and h.state <> 'proposed'
          and e.details ->> 'to' = h.to_post::text)
      when e.details ? 'withdrawn' then new.name = 'withdrawn' and newest.seq is not null and newest.seq <= (e.before ->> 'consents')::integer
        and coalesce(new.feedback, 'no') = 'no'
      when e.act = 'reopen' and new.name = 'not_yet' and new.feedback is null and newest.seq <= (e.before ->> 'consents')::integer then true
      when new.name not in ('written', 'oral', 'not_yet', 'cannot_ask') then false
      -- Of every unit one thing is said, after a reopening has ended what was said before.
      when (select count(*) from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.unit_id = new.unit_id
        and c.seq > (e.before ->> 'consents')::integer) > (e.act = 'reopen')::integer then false
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
-- Whether a question or a choice applies to what was chosen, as lib/agreement/condition.ts says it.
create function door.applies(condition jsonb, situations text[], answers jsonb) returns boolean language sql immutable set search_path = '' as $$
  select case
    when condition is null then true
    when condition ? 'situation' then condition -> 'situation' ?| situations
    else coalesce(answers -> (condition ->> 'question') <@ (condition -> 'oneOf'), false) end $$;
--> statement-breakpoint
-- The situation in codes of the agreement, and days; no word of anybody's own.
create or replace function door.matter_step() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  service jsonb;
  question jsonb;
  given jsonb;
  all_given jsonb := '{}';
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
    and array_ndims(new.situations) = 1 and not exists (
      select 1 from unnest(new.situations) s where not jsonb_path_exists(service, '$.situations[*] ? (@.code == $code)', jsonb_build_object('code', s)))
    and (new.letter_on is null or new.letter_on <= door.day_of(e.at) and jsonb_path_exists(service, '$.key[*] ? (@.about == "letter-date")'))
    and (new.age is null or jsonb_path_exists(service, '$.key[*] ? (@.about == "age").choices[*] ? (@.code == $code)', jsonb_build_object('code', new.age)))
    and (new.children is null or jsonb_path_exists(service, '$.key[*] ? (@.about == "children").choices[*] ? (@.code == $code)', jsonb_build_object('code', new.children)))
    and jsonb_typeof(new.answers) = 'object', false)
  then
    raise exception 'not a situation of this service' using errcode = 'BB004';
  end if;
  -- Every question that is asked is answered unless it may be left out, and nothing else is, in what is offered for it.
  for question in select jsonb_array_elements(service -> 'key') loop
    all_given := all_given || jsonb_strip_nulls(jsonb_build_object(question ->> 'code', case question ->> 'about'
      when 'age' then to_jsonb(new.age) when 'children' then to_jsonb(new.children) when 'letter-date' then to_jsonb(new.letter_on)
      else new.answers -> (question ->> 'code') end));
  end loop;
  -- What has a column of its own stands there and nowhere else.
  if exists (select 1 from jsonb_object_keys(new.answers) code where not jsonb_path_exists(service,
      '$.key[*] ? (@.code == $code && !(@.about == "age" || @.about == "children" || @.about == "letter-date"))',
      jsonb_build_object('code', code))) then
    raise exception 'not a question of this service' using errcode = 'BB004';
  end if;
  for question in select jsonb_array_elements(service -> 'key') loop
    given := all_given -> (question ->> 'code');
    if not coalesce(case
        when not door.applies(question -> 'onlyIf', new.situations, all_given) then given is null
        when given is null then question ? 'optional'
        when question ->> 'answer' = 'date' then door.is_day(given #>> '{}')
        when question ->> 'answer' = 'recent-date' then door.is_day(given #>> '{}') and given #>> '{}' <= door.day_of(e.at)::text
        else jsonb_typeof(given) = 'string' and exists (
          select 1 from jsonb_array_elements(question -> 'choices') c
          where c -> 'code' = given and door.applies(c -> 'onlyIf', new.situations, all_given)) end, false) then
      raise exception 'not an answer of this service' using errcode = 'BB004';
    end if;
  end loop;
  return new;
end $$;
--> statement-breakpoint
-- Whom an act tells what, beside whoever leads a post that nobody is there for: the notices of lib/referral/acts. A test holds
-- the two together. Nobody tells themselves; a leader, who acts as the origin's post, tells the origin.
create function door.told(e event, r referral) returns table (to_post uuid, kind text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  h handover;
  c handover;
  d jsonb := e.details;
  had uuid := coalesce((d ->> 'from')::uuid, r.holder_post);
  seen uuid;
begin
  select x.* into h from handover x where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.id = e.handover_id;
  if e.act = 'call' then
    select x.* into c from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.id = r.current_id;
  end if;
  -- Whom it was sent to, if it was: what is only proposed its receiver never sees.
  seen := case when h.delivered_on is not null then h.to_post end;
  return query select distinct t.its, t.what from (values
    ('send', (d ->> 'to')::uuid, 'sent'),
    ('accept', r.origin_post, 'accepted'),
    ('accept', case when e.before #>> '{referral,current_id}' is null then had end, 'accepted'),
    ('accept', case when e.before #>> '{referral,current_id}' is not null and had <> r.origin_post then had end, 'passed_on'),
    ('return', had, 'returned'), ('return', r.origin_post, 'returned'),
    ('redirect', had, case when d ? 'external' then 'redirected_out' when d -> 'covered' = 'true' then 'redirected' else 'proposed' end),
    ('redirect', case when had <> r.origin_post then r.origin_post end, case when d ? 'external' then 'redirected_out' else 'redirected' end),
    ('redirect', case when d -> 'covered' = 'true' then (d ->> 'to')::uuid end, 'sent'),
    ('confirm', h.to_post, 'sent'), ('confirm', r.origin_post, 'sent'),
    ('ask', had, 'asked'),
    ('answer', h.to_post, 'answered'),
    ('withdraw', seen, 'withdrawn'), ('withdraw', r.origin_post, 'withdrawn'),
    ('advise', had, 'advised'), ('advise', r.origin_post, 'advised'),
    ('identity', h.to_post, 'identity'), ('identity', h.from_post, 'identity'),
    ('call', case when seen is not null and h.id = r.waiting_id and e.post_id = h.from_post then h.to_post
      when seen is not null and h.id = r.waiting_id and e.post_id = h.to_post then h.from_post
      when e.post_id = c.to_post then r.origin_post else c.to_post end, d ->> 'what'),
    ('hold', r.origin_post, 'held'),
    ('letter', r.origin_post, 'letter'), ('letter', had, 'letter'), ('letter', case when h.id = r.waiting_id then seen end, 'letter'),
    ('correct', r.origin_post, 'correction'), ('correct', had, 'correction'), ('correct', case when h.id = r.waiting_id then seen end, 'correction'),
    ('consent', r.origin_post, case when d ? 'withdrawn' and h.state = 'withdrawn' then 'withdrawn' else 'consent' end),
    ('consent', had, case when d ? 'withdrawn' and h.state = 'withdrawn' then 'withdrawn' else 'consent' end),
    ('consent', case when h.id = r.waiting_id or h.state = 'withdrawn' then seen end,
      case when d ? 'withdrawn' and h.state = 'withdrawn' then 'withdrawn' else 'consent' end),
    ('approve', r.origin_post, 'approved'), ('approve', had, 'approved'), ('approve', h.to_post, 'approved'),
    ('complete', r.origin_post, 'closed'), ('complete', had, 'closed'),
    ('reopen', case when r.current_id is null then h.to_post else r.origin_post end, 'reopened'),
    ('void', r.origin_post, 'voided'), ('void', had, 'voided')) t (act, its, what)
    where t.act = e.act::text and t.its is not null and (t.its <> e.post_id or e.act in ('approve', 'void') and t.its = r.origin_post)
  union
  select x.to_post, 'voided' from handover x
    where e.act = 'void' and x.partnership_id = r.partnership_id and x.referral_id = r.id
      and x.delivered_on is not null and x.state <> 'undone' and x.to_post <> e.post_id;
end $$;
--> statement-breakpoint
-- Is that post the origin of a referral that another has taken over, without a yes to hear how it goes, and does the act
-- tell how it goes?
create function door.unheard(e event, r referral, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return post = r.origin_post and r.holder_post <> r.origin_post
    and not coalesce((select c.feedback = 'yes' from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
      and c.feedback is not null order by c.seq desc limit 1), false)
    and not exists (select 1 from handover w where w.partnership_id = r.partnership_id and w.id = r.waiting_id
      and w.to_post = r.origin_post and w.state <> 'proposed')
    and not door.tells(e.act::text, e.details, e.handover_id, post);
end $$;
--> statement-breakpoint
create or replace function door.mute_notice() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from referral r join event e on e.partnership_id = r.partnership_id and e.id = new.event_id
    where r.partnership_id = new.partnership_id and r.id = new.referral_id and door.unheard(e, r, new.to_post))
  then return null; end if;
  return new;
end $$;
--> statement-breakpoint
-- What was achieved, said and told beside an event: of the kinds that its act has, in codes of the agreement, that very day.
create or replace function door.beside_step() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
      and case when new.kind::text = 'vacant' then exists (
          select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
          where p.partnership_id = new.partnership_id and p.id = new.to_post and f.duties::text[] && '{lead,coordinate}')
        else exists (select 1 from door.told(e, r) t where t.to_post = new.to_post and t.kind = new.kind::text) end
      and not exists (select 1 from notice x where x.partnership_id = e.partnership_id and x.event_id = e.id
        and x.to_post = new.to_post and x.kind = new.kind);
    -- An act that can be undone is told when it no longer can.
    new.release_at := case when e.at < public.app_now() then e.at
      else public.app_clock() + case when e.before ? 'referral' then interval '10 seconds' else interval '0' end end;
  else
    if tg_table_name = 'result' then
      fits := fits and new.on_day = door.day_of(e.at) and words -> 'results' ? new.kind::text
        and not exists (select 1 from result x where x.partnership_id = e.partnership_id and x.event_id = e.id
          and x.kind = new.kind and (x.kind <> 'means' or x.code = new.code))
        and case new.kind::text when 'progress' then door.choice(r, 'progress', new.code) is not null
          when 'outcome' then door.choice(r, 'outcomes', new.code) is not null
          when 'means' then door.choice(r, 'outcomeMeans', new.code) is not null
          else e.reason is null and door.choice(r, 'returnReasons', new.code) ? 'afterIdentity' and door.may_return(e, (
            select h from handover h where h.partnership_id = e.partnership_id and h.id = e.handover_id), new.code) end;
    else
      fits := fits and coalesce(new.code, nullif(new.body, '')) is not null and new.at = e.at and words -> 'messages' ? new.kind::text and new.handover_id is not distinct from e.handover_id
        and not exists (select 1 from message x where x.partnership_id = e.partnership_id and x.event_id = e.id)
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
-- Words end with consent, also where no unit had been asked, and once they stand elsewhere.
create or replace function door.ends_words(referral uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e event := door.act_of(door.partnership(), ends_words.referral);
begin
  return door.keeps(referral) and coalesce(e.act = 'journal' or e.details ? 'withdrawn', false);
end $$;
--> statement-breakpoint
-- Is everything back as it was before what this undo takes back?
create or replace function door.put_back(e event) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
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
      where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.seq = e.seq - 1)
    -- And what was to be told of it is told to nobody.
    and not exists (
      select 1 from event x join notice n on n.partnership_id = x.partnership_id and n.event_id = x.id and n.dropped_at is null
      where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.seq = e.seq - 1);
end $$;
--> statement-breakpoint
-- At the end of the transaction: the act has done what it says, whole.
create or replace function door.act_done() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r referral;
  h handover;
  w handover;
  why text;
begin
  select y.* into r from referral y where y.partnership_id = new.partnership_id and y.id = new.referral_id;
  select y.* into h from handover y where y.partnership_id = new.partnership_id and y.id = new.handover_id;
  select y.* into w from handover y where y.partnership_id = new.partnership_id and y.id = r.waiting_id;
  why := case
    when not coalesce(case
      when new.act in ('send', 'confirm') then h.state = 'sent'
      when new.act = 'open' then h.state = 'opened'
      when new.act in ('accept', 'resume', 'progress') then h.state = 'accepted'
      when new.act = 'return' then h.state = 'returned'
      when new.act = 'redirect' then h.state = 'redirected' and (r.waiting_id is not null) = (new.details ? 'next')
      when new.act = 'ask' then h.state = 'asked'
      when new.act = 'answer' then h.state = 'opened'
      when new.act in ('drop', 'withdraw') then h.state = 'withdrawn'
      when new.act = 'advise' then h.state = 'advised'
      when new.act = 'hold' then h.state = 'on_hold'
      when new.act = 'complete' then h.state = 'completed'
      when new.act = 'identity' then h.identity_on::text = new.details ->> 'on'
      when new.act = 'log' then exists (select 1 from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id)
      when new.act in ('letter', 'correct') then exists (select 1 from referral_matter m
        where m.partnership_id = r.partnership_id and m.referral_id = r.id and m.version > (new.before ->> 'version')::integer)
      when new.act = 'undo' then door.put_back(new)
      else true end, false) then 'its step'
    when r.events < new.seq then 'its number'
    when new.act = 'redirect' and (new.details ? 'to') <> (new.details ? 'next') then 'where it goes'
    when new.act = 'accept' and (new.details ->> 'from', new.details ->> 'to') is distinct from (
      new.before #>> '{referral,holder_post}', r.holder_post::text) then 'whom it was taken over from'
    when new.act in ('ask', 'answer') and not exists (
      select 1 from message m where m.partnership_id = new.partnership_id and m.event_id = new.id) then 'what is said'
    -- Words go with consent, and once they stand elsewhere: every one of them.
    when (new.act = 'journal' or new.details ? 'withdrawn') and exists (
      select 1 from message m where m.partnership_id = new.partnership_id and m.referral_id = new.referral_id and m.body is not null) then 'words stand'
    when new.act in ('progress', 'complete', 'close') and not exists (
      select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id and x.kind in ('progress', 'outcome')) then 'what was achieved'
    when new.act = 'return' and new.reason is null and not exists (
      select 1 from result x where x.partnership_id = new.partnership_id and x.event_id = new.id and x.kind = 'reason') then 'the reason'
    -- A consent that is taken back is taken back from every unit; one that ended at closing is asked of every unit anew.
    when (new.act = 'reopen' or new.details ? 'withdrawn') and exists (
      select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
      group by c.unit_id having max(c.seq) <= (new.before ->> 'consents')::integer) then 'consent of every unit'
    when new.act in ('send', 'confirm') and w.discussion and not exists (
      select 1 from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = w.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > (new.before ->> 'consents')::integer) then 'nobody was asked'
    when new.act in ('consent', 'approve') and not new.details ? 'withdrawn' and not exists (
      select 1 from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > (new.before ->> 'consents')::integer) then 'no consent'
    when new.details ? 'withdrawn' and w.to_post <> r.origin_post then 'still waits'
    -- Any act of the receiver opens it, and none of the origin that it is given back to; a yes lifts a discussion; a new situation never leaves the answer for later.
    when w.state = 'sent' and w.to_post = new.post_id and new.act in ('open', 'ask', 'assign', 'identity', 'call', 'agenda') then 'not opened'
    when new.act = 'assign' and (case when w.to_post = new.post_id and w.state <> 'proposed' then w.assigned else r.assigned end) is null then 'nobody'
    when new.act in ('consent', 'approve') and not new.details ? 'withdrawn' and w.discussion and door.covered(r.id, w.to_post) and exists (
      select 1 from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = w.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.seq > (new.before ->> 'consents')::integer) then 'still a discussion'
    when new.act in ('letter', 'correct') and w.answer_by > door.answer_by(door.terms(r.partnership_id, r.agreement_id, r.service),
      door.day_of(new.at), (select m.pay_by from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id
        order by m.version desc limit 1)) then 'the answer later than it was'
    when new.act = 'reopen' and (new.handover_id is distinct from coalesce(r.waiting_id, r.current_id)
      or (new.details ? 'to') <> (r.waiting_id is not null)) then 'not where it goes on'
    -- Whether the origin hears how it goes is what the resident has said last.
    when exists (
      select 1 from party p
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.origin_post
        and p.sees_result is distinct from coalesce((
          select c.feedback = 'yes' from consent c where c.partnership_id = r.partnership_id and c.referral_id = r.id
            and c.feedback is not null order by c.seq desc limit 1), false)) then 'what the origin hears'
    -- Whoever has it now, or is to answer, sees it; and a yes shows it to the unit that it was given for.
    when r.status = 'open' and new.act <> 'undo' and exists (
      select 1 from unnest(array[r.origin_post, r.holder_post, (case when w.state <> 'proposed' then w.to_post end)]) its
      where its is not null and not exists (select 1 from party p where p.partnership_id = r.partnership_id and p.referral_id = r.id
        and p.post_id = its and p.scope in ('whole', 'facts') and (p.until is null or its = r.origin_post))) then 'who sees it'
    when new.act = 'complete' and r.holder_post <> r.origin_post and not exists (
      select 1 from party p where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.holder_post
        and p.until = r.closed_on + 90) then 'until when it is seen'
    when new.act in ('consent', 'approve') and exists (
      select 1 from party p join post q on q.partnership_id = p.partnership_id and q.id = p.post_id
      join consent c on c.partnership_id = p.partnership_id and c.referral_id = p.referral_id and c.unit_id = q.unit_id
        and c.seq > (new.before ->> 'consents')::integer and c.name <> 'withdrawn', lateral door.scope_for(r, p.post_id) s
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.scope = 'facts' and s.scope = 'whole') then 'hidden'
    -- Everybody is told whom the act tells; an origin that may not hear of it is not.
    when exists (
      select 1 from door.told(new, r) t
      where not exists (select 1 from notice n where n.partnership_id = new.partnership_id and n.event_id = new.id
          and n.to_post = t.to_post and n.kind::text = t.kind)
        and not door.unheard(new, r, t.to_post)) then 'somebody is not told'
    -- Whoever has no part any more sees no more than the part that was theirs.
    when new.act <> 'undo' and exists (
      select 1 from party p, lateral door.scope_for(r, p.post_id) s
      where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id <> r.origin_post
        and p.scope in ('whole', 'facts') and (p.until is null or p.until >= door.day_of(new.at))
        and (s.scope is null or s.scope = 'part' or (p.scope = 'whole' and s.scope = 'facts' and new.details ? 'withdrawn')))
 then 'still seen'
    end;
  if why is not null then raise exception 'an act that is only half done: %', why using errcode = 'BB013';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare each text;
begin
  for each in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'door'::regnamespace and p.proname in ('applies', 'told', 'unheard') loop
    execute format('revoke all on function %s from public', each);
  end loop;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Where a superuser has closed this to everybody (db/close-catalogue.sql), the owner hands on what its own role needs.
do $$
begin
  if has_function_privilege('pg_terminate_backend(integer, bigint)', 'execute with grant option') then
    grant execute on function pg_terminate_backend(integer, bigint) to brobyg_watch;
  end if;
end $$;
