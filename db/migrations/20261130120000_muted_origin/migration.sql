-- "May they tell us how it goes?" Without a yes the origin of a referral that another post has taken over hears "Overtaget"
-- and "Afsluttet". The policies hide the rows that say more; what is left of them is made here, and nowhere else.
grant select, delete on message to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Is that post one of the two sides of the handover?
create function door.concerns(handover uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from handover h
    where h.partnership_id = door.partnership() and h.id = concerns.handover and concerns.post in (h.from_post, h.to_post));
end $$;
--> statement-breakpoint
revoke execute on function door.concerns(uuid, uuid) from public;
--> statement-breakpoint
-- Does an act of somebody else tell such an origin anything? The table of `lib/referral/muted.ts`. An undo tells as much as
-- what it takes back; an act that stands in no list tells nothing.
create function door.tells(act text, details jsonb, handover uuid, post uuid) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare told text := case when act = 'undo' then details ->> 'undid' else act end;
begin
  return coalesce(
    told in ('log', 'call', 'letter', 'correct', 'approve', 'agenda', 'complete', 'close', 'reopen', 'void', 'succeed', 'warn')
    or (told in ('send', 'open', 'accept', 'return', 'redirect', 'confirm', 'drop', 'ask', 'answer', 'withdraw', 'advise',
        'identity', 'consent', 'expire')
      and (handover is null or door.concerns(handover, post))), false);
end $$;
--> statement-breakpoint
-- Words beside a handover of another two, and all of them once another has closed it: when they are deleted, and why, tells
-- what its last holder does.
create function door.tells_text(referral uuid, handover uuid, post uuid) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  return (handover is null or door.concerns(handover, post)) and exists (
    select 1 from referral r where r.partnership_id = door.partnership() and r.id = tells_text.referral
      and (r.status = 'open' or r.holder_post = tells_text.post));
end $$;
--> statement-breakpoint
-- The handover by which somebody took it over from the origin: with it the story ends for an origin that hears no more,
-- until it is given back. One that is being given back is known with whoever gives it.
create function door.taken(r referral) returns handover language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare found handover;
begin
  select h.* into found from handover h
    where h.partnership_id = r.partnership_id and h.referral_id = r.id and h.accepted_on is not null
      and h.to_post <> r.origin_post
    order by (h.id = r.current_id and exists (
        select 1 from handover w where w.partnership_id = r.partnership_id and w.id = r.waiting_id
          and w.to_post = r.origin_post and w.state <> 'proposed')) desc nulls last,
      h.from_post = r.origin_post desc, h.seq desc
    limit 1;
  return found;
end $$;
--> statement-breakpoint
revoke execute on function door.taken(referral) from public;
--> statement-breakpoint
-- Which of these referrals this person has to do with as their origin alone (or leads the origin), without consent to feedback.
create function door.muted(those uuid[]) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts() || door.overseen();
  coordinates boolean := door.has_duty('coordinate');
begin
  return array(
    select r.id from unnest(those) each (id)
    join referral r on r.partnership_id = here and r.id = each.id and r.origin_post = any (mine)
      and not (coordinates and r.status = 'open')
    join party m on m.partnership_id = here and m.referral_id = r.id and m.post_id = r.origin_post
      and not m.sees_result and m.scope = 'whole'
    where not exists (
      select 1 from party o where o.partnership_id = here and o.referral_id = r.id and o.post_id = any (mine)
        and o.sees_result and o.scope in ('whole', 'facts') and (o.until is null or o.until >= door.today())));
end $$;
--> statement-breakpoint
revoke execute on function door.muted(uuid[]) from public;
--> statement-breakpoint
-- What such an origin may know of the row of each referral that another post has: as it was when it was taken over, and
-- whether it has ended. Of those codes, of those ids, or of all that it logged; `open` leaves out what has ended.
create function door.muted_referrals(codes text[] default null, ids uuid[] default null, open boolean default false)
returns table (partnership_id uuid, id uuid, code text, agreement_id uuid, service text, status referral_status,
  origin_post uuid, holder_post uuid, waiting_id uuid, current_id uuid, assigned uuid, urgent boolean, on_agenda boolean,
  next_step_by date, follow_up_on date, due_on date, logged_on date, held_since date, touched_on date, closed_on date,
  closed_by text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  those uuid[] := muted_referrals.ids;
begin
  if muted_referrals.codes is not null then
    those := array(select r.id from referral r where r.partnership_id = here and r.code = any (muted_referrals.codes));
  elsif those is null and muted_referrals.open then
    those := array(select r.id from referral r where r.partnership_id = here and r.status = 'open'
      and r.holder_post <> r.origin_post and r.origin_post = any (door.posts() || door.overseen()));
  elsif those is null then
    those := array(select r.id from referral r where r.partnership_id = here
      and r.holder_post <> r.origin_post and r.origin_post = any (door.posts() || door.overseen()));
  end if;
  return query
    select r.partnership_id, r.id, r.code, r.agreement_id, r.service, r.status, r.origin_post, t.to_post,
      w.id, case when r.status = 'open' then t.id end, null::uuid, r.urgent,
      r.on_agenda and exists (select 1 from event e where e.partnership_id = here and e.referral_id = r.id
        and e.act = 'agenda'),
      null::date, null::date, w.answer_by, r.logged_on, t.accepted_on, greatest(t.accepted_on, r.closed_on), r.closed_on,
      r.closed_by
    from unnest(door.muted(those)) each (id)
    join referral r on r.partnership_id = here and r.id = each.id and r.holder_post <> r.origin_post
    cross join lateral door.taken(r) t
    left join handover w on w.partnership_id = here and w.id = r.waiting_id and w.to_post = r.origin_post
      and w.state <> 'proposed'
    where t.id is not null;
end $$;
--> statement-breakpoint
-- What it may know of the handovers that the policies hide from it: who took it over, when, and that the two have talked.
create function door.muted_handovers(referrals uuid[]) returns setof handover language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral;
  t handover;
  h handover;
begin
  for r in
    select x.* from unnest(door.muted(referrals)) each (id)
    join referral x on x.partnership_id = door.partnership() and x.id = each.id
  loop
    t := case when r.holder_post <> r.origin_post then door.taken(r) end;
    for h in
      select * from handover x
      where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.state <> 'undone' and x.to_post <> r.origin_post
        and (x.accepted_on is not null or x.from_post <> r.origin_post) and (t.seq is null or x.seq <= t.seq)
      order by x.seq
    loop
      if h.id = t.id then
        h.state := case r.status when 'open' then 'accepted' when 'closed' then 'completed' else 'voided' end;
      elsif h.state = 'on_hold' then
        h.state := 'accepted';
      end if;
      h.answer_by := null; h.answer_left := null; h.question_by := null; h.assigned := null; h.contact_by := null;
      h.contacted_on := null; h.hold_until := null; h.hold_for := null; h.reason := null;
      return next h;
    end loop;
  end loop;
end $$;
--> statement-breakpoint
-- Where it truly lies and waits, for an act of that origin: a new letter or a consent taken back must reach whoever has the
-- referral by now, and who had it last sees it no more once it is opened again. Never how it goes there.
create function door.muted_standing(referral uuid) returns setof handover language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  r referral;
  h handover;
begin
  select x.* into r from unnest(door.muted(array[muted_standing.referral])) each (id)
    join referral x on x.partnership_id = door.partnership() and x.id = each.id;
  for h in
    select * from handover x where x.partnership_id = r.partnership_id and x.referral_id = r.id
      and (x.id in (r.waiting_id, r.current_id)
        or r.status = 'closed' and x.state = 'completed' and x.to_post = r.holder_post)
    order by x.seq
  loop
    if h.id = r.current_id then h.state := 'accepted'; end if;
    h.assigned := null; h.contact_by := null; h.contacted_on := null; h.hold_until := null; h.hold_for := null;
    -- Of what goes on between others: who has it and who is to have it, and nothing of how far they are.
    if h.to_post <> r.origin_post and (h.from_post <> r.origin_post or h.accepted_on is not null) then
      if h.state in ('opened', 'asked') then h.state := 'sent'; end if;
      h.opened_on := null; h.answer_by := null; h.answer_left := null; h.question_by := null; h.questions := 0;
      h.accepted_on := null; h.delivered_on := null; h.reason := null;
    end if;
    return next h;
  end loop;
end $$;
--> statement-breakpoint
-- The same, locked for the rest of the transaction like what anybody else is about to change.
create function door.lock_muted(codes text[]) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  perform 1 from referral r where r.partnership_id = door.partnership() and r.id = any (door.muted(array(
    select x.id from referral x where x.partnership_id = door.partnership() and x.code = any (lock_muted.codes))))
    order by r.code for update;
end $$;
--> statement-breakpoint
-- No notice to an origin of what it may not hear, whoever writes it: it is not written at all.
create function door.mute_notice() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from referral r
    join party p on p.partnership_id = r.partnership_id and p.referral_id = r.id and p.post_id = r.origin_post
      and not p.sees_result
    join event e on e.partnership_id = r.partnership_id and e.id = new.event_id
    where r.partnership_id = new.partnership_id and r.id = new.referral_id and new.to_post = r.origin_post
      and r.holder_post <> r.origin_post
      and not exists (select 1 from handover w where w.partnership_id = r.partnership_id and w.id = r.waiting_id
        and w.to_post = r.origin_post and w.state <> 'proposed')
      and not door.tells(e.act::text, e.details, e.handover_id, new.to_post))
  then return null; end if;
  return new;
end $$;
--> statement-breakpoint
-- What one has put on the agenda or given somebody takes no scope away: nothing has to be read in order to undo it. Nor does
-- an origin that may not hear how it goes read more meanwhile: the door puts it back.
create or replace function door.in_hand() returns uuid[] language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  told text := nullif(current_setting('app.code', true), '');
begin
  return array(
    select r.id from referral r where told is not null and r.partnership_id = here and r.code = told
      and r.origin_post = any (door.led())
    union
    select e.referral_id from event e
    where e.partnership_id = here and e.person_id = door.me() and e.at > public.app_clock() - interval '10 seconds'
      and e.act in ('accept', 'return', 'redirect', 'complete') and door.undoing(e.referral_id)
      and e.referral_id <> all (door.muted(array[e.referral_id])));
end $$;
--> statement-breakpoint
create or replace function door.policy_for(table_name text) returns text language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare said text;
begin
  select string_agg('(' || pg_get_expr(p.polqual, p.polrelid) || ')', ' or ') into said
    from pg_policy p
    where p.polrelid = ('public.' || quote_ident(table_name))::regclass and p.polpermissive and p.polcmd in ('r', '*')
      and 'brobyg_app'::regrole = any (p.polroles);
  said := replace(said, 'door.posts()', 's.posts');
  said := replace(said, 'door.overseen()', 's.overseen');
  said := replace(said, 'door.led()', 's.led');
  said := replace(said, 'door.in_hand()', '''{}''::uuid[]');
  said := replace(said, 'door.asked_of_me()', '''{}''::uuid[]');
  said := replace(said, 'current_setting(''app.code''::text, true)', 's.told');
  said := regexp_replace(said, 'door\.has_duty\((''[a-z]+'')::text\)', '(\1 = any (s.duties))', 'g');
  -- Those that ask nothing of the session stay as they are.
  if said is null
    or regexp_replace(said, 'door\.(partnership\(\)|tells\(|tells_text\()', '', 'g') ~ 'door\.|current_setting' then
    raise exception 'a policy of % is made of what this does not know', table_name using errcode = 'BB010';
  end if;
  return said;
end $$;
--> statement-breakpoint
-- Every post that somebody has, holder or deputy, with the tables in which it finds something of the referral; `told` is
-- what it finds only once somebody has told it the code. Of tables that the door itself does not read, the policy is
-- asked about a row as it would stand there.
create or replace function door.who_sees(code text) returns table (post_id uuid, told boolean, sees text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  its uuid := door.whole_to_me(code);
  beside constant text := 'select r.partnership_id, r.id as referral_id from public.referral r where r.partnership_id = $1 and r.id = $2';
  sources constant jsonb := jsonb_build_object(
    'referral', 'select * from public.referral r where r.partnership_id = $1 and r.id = $2',
    'handover', 'select * from public.handover h where h.partnership_id = $1 and h.referral_id = $2',
    'event', 'select * from public.event e where e.partnership_id = $1 and e.referral_id = $2',
    'consent', beside, 'referral_matter', beside, 'resident_mark', beside,
    'message', 'select r.partnership_id, r.id as referral_id, null::uuid as handover_id from public.referral r
      where r.partnership_id = $1 and r.id = $2',
    'result', 'select e.partnership_id, e.referral_id, e.id as event_id from public.event e
      where e.partnership_id = $1 and e.referral_id = $2 and e.act in (''progress'', ''complete'', ''close'')',
    'log', 'select r.partnership_id from public.referral r where r.partnership_id = $1 and r.id = $2');
  asked text;
begin
  if its is null then return; end if;
  select string_agg(format(
      'select s.post_id, s.told is not null, %L::text from s where exists (select 1 from (%s) %I where %s)',
      name, source, name, door.policy_for(name)), ' union all ')
    into asked from jsonb_each_text(sources) as x (name, source);
  return query execute format(
    'with s as materialized (
       select p.id as post_id, array[p.id] as posts, f.duties::text[] as duties, t.told,
         door.below_of(array[p.id], array[''municipality'', ''administration'', ''municipal-unit'']) as overseen,
         door.below_of(array[p.id], array[''housing-organisation'', ''helhedsplan'', ''estate'']) as led
       from public.post p
       join public.function f on f.partnership_id = p.partnership_id and f.code = p.function
       cross join (values (null::text), ($3)) t (told)
       where p.partnership_id = $1 and exists (
         select 1 from public.holding h where h.partnership_id = p.partnership_id and h.post_id = p.id
           and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today()))),
     found (post_id, told, name) as (%s)
     select post_id, told, array_agg(name order by name) from found group by post_id, told', asked)
    using here, its, code;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger notice_muted before insert on notice for each row execute function door.mute_notice();
