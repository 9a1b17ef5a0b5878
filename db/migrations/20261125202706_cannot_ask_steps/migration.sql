-- "Kan ikke spørges": the resident cannot be asked, and the leader of the origin's organisation agrees, or not, that the name
-- is given all the same. The leader is told of nothing else: which service, to whom, by which code, since when.
set local role brobyg_door;
--> statement-breakpoint
-- What this leader is asked: open referrals of the posts they lead where the newest answer for the unit that has it, or that
-- it was sent to, is that the resident cannot be asked.
create function door.asked_of_leader() returns table (referral_id uuid, code text, service text, agreement_id uuid,
  to_post uuid, asked_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.led();
begin
  if cardinality(mine) = 0 then return; end if;
  return query
    select distinct on (r.id) r.id, r.code, r.service, r.agreement_id, h.to_post, c.recorded_on
    from referral r
    join handover h on h.partnership_id = r.partnership_id and h.referral_id = r.id and h.id in (r.waiting_id, r.current_id)
      and h.state <> 'proposed'
    join post p on p.partnership_id = h.partnership_id and p.id = h.to_post
    join lateral (
      select x.name, x.recorded_on from consent x
      where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.unit_id = p.unit_id
      order by x.seq desc limit 1) c on c.name = 'cannot_ask'
    where r.partnership_id = here and r.status = 'open' and r.origin_post = any (mine)
    order by r.id, h.seq desc;
end $$;
--> statement-breakpoint
-- The one of these whose code the leader answers to right now: only there, and only until it is answered, are its consents
-- seen and one added.
create function door.asked_of_me() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare told text := nullif(current_setting('app.code', true), '');
begin
  if told is null then return '{}'; end if;
  return array(select a.referral_id from door.asked_of_leader() a where a.code = told);
end $$;
--> statement-breakpoint
-- That the resident cannot be asked is said where the agreement allows it, and never of one who took a yes back; the leader
-- answers to nothing else.
create function door.consent_step() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if new.name = 'cannot_ask' and (
    exists (
      select 1 from consent c where c.partnership_id = new.partnership_id and c.referral_id = new.referral_id
        and c.name = 'withdrawn')
    or not exists (
      select 1 from referral r join agreement a on a.partnership_id = r.partnership_id and a.id = r.agreement_id
      where r.partnership_id = new.partnership_id and r.id = new.referral_id
        and jsonb_path_exists(a.content, '$.services[*] ? (@.code == $service && @.cannotAskAllowed == true)',
          jsonb_build_object('service', r.service))))
  or new.name = 'approved' and (
    select c.name from consent c where c.partnership_id = new.partnership_id and c.referral_id = new.referral_id
      and c.unit_id = new.unit_id order by c.seq desc limit 1) is distinct from 'cannot_ask'
  then
    raise exception 'not something that can be said of this resident' using errcode = 'BB007';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- From here on the earlier functions, with the leader's answer in them.
create or replace function door.covered(referral_id uuid, post_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((
    select c.name in ('written', 'approved') or (c.name = 'oral' and c.expires_on >= door.today())
    from post p join consent c on c.partnership_id = p.partnership_id and c.unit_id = p.unit_id
    where p.partnership_id = door.partnership() and p.id = covered.post_id and c.referral_id = covered.referral_id
    order by c.seq desc limit 1), false);
end $$;
--> statement-breakpoint
create or replace function door.concealed(referral_id uuid, post_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  its_unit uuid := (select p.unit_id from post p where p.partnership_id = here and p.id = concealed.post_id);
  answers consent[] := array(
    select c from consent c where c.partnership_id = here and c.referral_id = concealed.referral_id
      and c.name in ('written', 'oral', 'approved', 'withdrawn') order by c.seq);
begin
  if door.covered(referral_id, post_id) then return false; end if;
  return coalesce(answers[cardinality(answers)].name = 'withdrawn', false)
    or exists (select 1 from unnest(answers) a where a.unit_id = its_unit);
end $$;
--> statement-breakpoint
create or replace function door.handover_step() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  mine uuid[];
  r record;
  allowed boolean;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  mine := door.posts();
  select x.holder_post as holder, x.origin_post as origin, x.agreement_id, x.service,
      x.xmin = pg_current_xact_id()::xid as stepped
    into r from referral x where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  if tg_op = 'INSERT' then
    allowed := new.state in ('proposed', 'sent') and new.from_post = r.holder
      and door.may_receive(new.referral_id, new.to_post)
      and case when new.redirected_by is null then r.holder = any (mine)
        else new.redirected_by = any (mine) and new.redirected_by <> new.to_post
          and (new.state = 'proposed' or new.to_post = r.origin or door.covered(new.referral_id, new.to_post)) end;
  elsif (new.partnership_id, new.id, new.referral_id, new.seq, new.from_post, new.to_post, new.redirected_by, new.agreed)
    is distinct from (old.partnership_id, old.id, old.referral_id, old.seq, old.from_post, old.to_post, old.redirected_by, old.agreed) then
    allowed := false;
  elsif exists (
    select 1 from door.undoable(old.referral_id) u
    where exists (select 1 from jsonb_array_elements(u.before -> 'handovers') b
        where b ->> 'id' = new.id::text and b ->> 'state' = new.state::text)
      or (new.state = 'undone' and old.state in ('proposed', 'sent')
        and not exists (select 1 from jsonb_array_elements(u.before -> 'handovers') b where b ->> 'id' = new.id::text))) then
    allowed := true;
  else
    allowed := case
      when old.state = new.state then old.state in ('proposed', 'sent', 'opened', 'asked', 'accepted', 'on_hold')
      when old.state in ('sent', 'opened', 'asked') and new.state = 'accepted'
        then old.to_post = any (mine) and (old.to_post = r.origin or door.covered(old.referral_id, old.to_post)
          or (old.discussion and exists (
            select 1 from agreement a where a.partnership_id = old.partnership_id and a.id = r.agreement_id
              and jsonb_path_exists(a.content, '$.services[*] ? (@.code == $service && @.openToAnonymous == true)',
                jsonb_build_object('service', r.service)))))
      when old.state in ('sent', 'opened', 'asked') and new.state in ('returned', 'redirected', 'advised')
        then old.to_post = any (mine)
      when old.state = 'sent' and new.state in ('opened', 'asked') or old.state = 'opened' and new.state = 'asked'
        then old.to_post = any (mine)
      when old.state = 'asked' and new.state = 'opened' or old.state = 'proposed' and new.state = 'sent'
        then r.holder = any (mine)
      when old.state in ('proposed', 'sent', 'opened', 'asked') and new.state = 'withdrawn'
        then r.holder = any (mine) or r.origin = any (mine)
      when old.state in ('accepted', 'on_hold') and new.state in ('accepted', 'on_hold', 'completed')
        then old.to_post = any (mine)
      when old.state in ('accepted', 'on_hold') and new.state = 'passed_on'
        then exists (select 1 from handover h where h.partnership_id = old.partnership_id
          and h.referral_id = old.referral_id and h.to_post = any (mine) and h.state in ('sent', 'opened', 'asked'))
      when old.state = 'completed' and new.state = 'accepted' then old.to_post = any (mine)
      when old.state in ('proposed', 'sent', 'opened', 'asked', 'accepted', 'on_hold') and new.state = 'voided'
        then r.origin = any (door.led())
      else false
    end
    -- Only the two who know what the resident said lift a discussion, or the leader where the resident cannot be asked;
    -- and the name passes only on a yes.
    and (new.discussion = old.discussion or old.state = 'completed' or r.holder = any (mine) or r.origin = any (mine)
      or old.referral_id = any (door.asked_of_me()))
    and (new.identity_on is not distinct from old.identity_on or door.covered(old.referral_id, old.to_post));
  end if;
  if not coalesce(r.stepped and allowed, false) then
    raise exception 'not a step that a handover can take' using errcode = 'BB003';
  end if;
  return new;
end $$;
--> statement-breakpoint
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
    when new.act = 'void' then r.status = 'voided' and new.post_id = r.origin
    when new.act = 'undo' then door.undoing(new.referral_id)
    else new.act not in ('succeed', 'expire') end;
  if not coalesce(seated and new.seq = r.events, false)
    or not (new.at = now() or (new.at < now() and door.installation() = 'demo'))
  then
    raise exception 'not an event that this post can tell' using errcode = 'BB008';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger consent_step before insert on consent for each row execute function door.consent_step();
