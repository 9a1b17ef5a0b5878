-- The steps: what the application's role may do to a referral, its handovers, events and parties. `lib/referral` holds
-- the same table in words a caseworker can read; here the database refuses whatever the application asks.
set local role brobyg_door;
--> statement-breakpoint
-- Does the resident's newest answer for that post's unit say yes today? C02, C15: a yes holds for one unit.
create function door.covered(referral_id uuid, post_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((
    select c.name = 'written' or (c.name = 'oral' and c.expires_on >= door.today())
    from post p join consent c on c.partnership_id = p.partnership_id and c.unit_id = p.unit_id
    where p.partnership_id = door.partnership() and p.id = covered.post_id and c.referral_id = covered.referral_id
    order by c.seq desc limit 1), false);
end $$;
--> statement-breakpoint
-- Is the matter hidden from that post, because a yes was taken back, ran out or ended? `concealed` in lib/referral/case.
create function door.concealed(referral_id uuid, post_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  its_unit uuid := (select p.unit_id from post p where p.partnership_id = here and p.id = concealed.post_id);
  answers consent[] := array(
    select c from consent c where c.partnership_id = here and c.referral_id = concealed.referral_id
      and c.name in ('written', 'oral', 'withdrawn') order by c.seq);
begin
  if door.covered(referral_id, post_id) then return false; end if;
  return coalesce(answers[cardinality(answers)].name = 'withdrawn', false)
    or exists (select 1 from unnest(answers) a where a.unit_id = its_unit);
end $$;
--> statement-breakpoint
-- May a referral's service go to that post? Its origin may always get it back; others as its agreement says.
create function door.may_receive(referral_id uuid, post_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select 1
    from referral r
    join post p on p.partnership_id = r.partnership_id and p.id = may_receive.post_id
      and p.valid_from <= door.today() and (p.valid_to is null or p.valid_to >= door.today())
    join agreement a on a.partnership_id = r.partnership_id and a.id = r.agreement_id
    where r.partnership_id = door.partnership() and r.id = may_receive.referral_id
      and (p.id = r.origin_post or jsonb_path_exists(a.content,
        '$.routes[*] ? (@.service == $service) ? (@.to[*].functions[*] == $function || @.also[*] == $function)',
        jsonb_build_object('service', r.service, 'function', p.function))));
end $$;
--> statement-breakpoint
-- Is this what a post may see of a referral as it stands? Nobody gives itself or others more.
create function door.may_see(seen party) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r referral;
  receiver uuid;
begin
  select * into r from referral x where x.partnership_id = seen.partnership_id and x.id = seen.referral_id;
  select h.to_post into receiver from handover h
    where h.partnership_id = r.partnership_id and h.id = r.waiting_id and h.state in ('sent', 'opened', 'asked');
  if seen.sees_result is distinct from (seen.post_id <> r.origin_post or coalesce((
    select c.feedback = 'yes' from consent c
    where c.partnership_id = r.partnership_id and c.referral_id = r.id and c.feedback is not null
    order by c.seq desc limit 1), false)) then return false; end if;
  if seen.post_id = r.origin_post then return seen.scope = 'whole' and seen.until is null; end if;
  if seen.scope = 'none' then return true; end if;
  if seen.scope = 'part' then
    return exists (
      select 1 from handover h where h.partnership_id = r.partnership_id and h.referral_id = r.id
        and h.to_post = seen.post_id and h.state not in ('proposed', 'undone'));
  end if;
  return (seen.post_id = r.holder_post or seen.post_id is not distinct from receiver)
    and case r.status when 'open' then seen.until is null
      when 'closed' then coalesce(seen.until <= r.closed_on + 90, false) else false end
    and (seen.scope = 'facts' or not door.concealed(r.id, seen.post_id));
end $$;
--> statement-breakpoint
-- One holder, one ball, and both see what they have: looked at when the transaction commits, whoever wrote it.
create function door.one_holder() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral;
  waiting uuid[];
  current uuid[];
  receiver uuid;
begin
  if tg_table_name = 'referral' then
    select * into r from referral x where x.partnership_id = new.partnership_id and x.id = new.id;
  else
    select * into r from referral x where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  end if;
  select coalesce(array_agg(h.id) filter (where h.state in ('proposed', 'sent', 'opened', 'asked')), '{}'),
    coalesce(array_agg(h.id) filter (where h.state in ('accepted', 'on_hold')), '{}'),
    (array_agg(h.to_post) filter (where h.state in ('sent', 'opened', 'asked')))[1]
    into waiting, current, receiver
    from handover h where h.partnership_id = r.partnership_id and h.referral_id = r.id;
  if waiting is distinct from array_remove(array[r.waiting_id], null)
    or current is distinct from array_remove(array[r.current_id], null)
    or (r.status <> 'open' and (cardinality(waiting) > 0 or cardinality(current) > 0))
    or (r.current_id is not null and r.holder_post is distinct from (
      select h.to_post from handover h where h.partnership_id = r.partnership_id and h.id = r.current_id))
    or (r.status = 'open' and r.current_id is null and r.holder_post <> r.origin_post)
    or r.waiting_id is not null and r.holder_post is distinct from (
      select h.from_post from handover h where h.partnership_id = r.partnership_id and h.id = r.waiting_id)
    or r.events is distinct from (
      select max(e.seq) from event e where e.partnership_id = r.partnership_id and e.referral_id = r.id)
    or (r.status = 'open' and exists (
      select 1 from unnest(array[r.origin_post, r.holder_post, receiver]) post
      where post is not null and not exists (
        select 1 from party p where p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = post
          and p.scope in ('whole', 'facts'))))
  then
    raise exception 'a referral lies with one post and waits for one' using errcode = 'BB001';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What goes to a post as an ordinary handover has the resident's yes for its unit; without one it is a discussion.
create function door.said_yes() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' or new.discussion or new.state not in ('sent', 'opened', 'asked') then return null; end if;
  if tg_op = 'UPDATE' then
    if old.state <> 'proposed' and not old.discussion then return null; end if;
  end if;
  if not door.covered(new.referral_id, new.to_post) and not exists (
    select 1 from referral r where r.partnership_id = new.partnership_id and r.id = new.referral_id
      and r.origin_post = new.to_post)
  then
    raise exception 'nobody said yes to this unit' using errcode = 'BB007';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What the application's role may do to a referral's row: its identity stays, each change has its event, and the holder
-- moves only by acceptance (or back, by an undo within ten seconds).
create function door.referral_step() returns trigger language plpgsql volatile security definer
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
-- What the application's role may do to a handover: each side its own steps, after the referral's row has taken its own.
create function door.handover_step() returns trigger language plpgsql volatile security definer
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
    -- Only the two who know what the resident said lift a discussion, and the name passes only on a yes.
    and (new.discussion = old.discussion or old.state = 'completed' or r.holder = any (mine) or r.origin = any (mine))
    and (new.identity_on is not distinct from old.identity_on or door.covered(old.referral_id, old.to_post));
  end if;
  if not coalesce(r.stepped and allowed, false) then
    raise exception 'not a step that a handover can take' using errcode = 'BB003';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- An event is told by whoever did it, as the post it was done as, when it was done. Only a demo tells of earlier days.
create function door.event_step() returns trigger language plpgsql volatile security definer
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
-- What a post may see follows from where the referral stands, and changes with an event (or back, by an undo).
create function door.party_step() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if not door.may_see(new)
    or not (exists (select 1 from door.acting(new.referral_id)) or door.undoing(new.referral_id))
    or (tg_op = 'UPDATE' and (new.partnership_id, new.referral_id, new.post_id)
      is distinct from (old.partnership_id, old.referral_id, old.post_id))
  then
    raise exception 'not what that post may see' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- These are asked by the steps alone: to anybody else they would tell of referrals that are hidden.
revoke execute on function door.covered(uuid, uuid), door.concealed(uuid, uuid), door.may_receive(uuid, uuid),
  door.may_see(party) from public;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create constraint trigger one_holder after insert or update on referral deferrable initially deferred
  for each row execute function door.one_holder();
--> statement-breakpoint
create constraint trigger one_holder after insert or update of state, referral_id on handover
  deferrable initially deferred for each row execute function door.one_holder();
--> statement-breakpoint
create constraint trigger said_yes after insert or update of state, discussion on handover
  deferrable initially deferred for each row execute function door.said_yes();
--> statement-breakpoint
create trigger referral_step before insert or update on referral for each row execute function door.referral_step();
--> statement-breakpoint
create trigger handover_step before insert or update on handover for each row execute function door.handover_step();
--> statement-breakpoint
create trigger event_step before insert on event for each row execute function door.event_step();
--> statement-breakpoint
create trigger party_step before insert or update on party for each row execute function door.party_step();
