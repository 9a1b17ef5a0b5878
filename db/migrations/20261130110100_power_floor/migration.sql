-- Nobody widens their own reach, a second person confirms what one alone may not give, secrets are made here, and whoever
-- is concerned is told, as is the data protection officer. `docs/decisions/power-over-people.md` says who may what.
alter table holding_request force row level security;
--> statement-breakpoint
revoke all on holding_request from public;
--> statement-breakpoint
grant select on holding_request to brobyg_app;
--> statement-breakpoint
grant select, insert, update, delete on holding_request to brobyg_door;
--> statement-breakpoint
grant insert, update (valid_to) on holding to brobyg_door;
--> statement-breakpoint
grant update (left_on) on person to brobyg_door;
--> statement-breakpoint
grant select on mail_choice to brobyg_door;
--> statement-breakpoint
-- What a function is there for, where a unit belongs and what somebody is called: nothing in the application changes them,
-- and each would let whoever administers widen their own reach or pass for another.
revoke insert, update on function, function_name from brobyg_app;
--> statement-breakpoint
revoke update (duties, valid_to) on function from brobyg_app;
--> statement-breakpoint
revoke update (da, en) on function_name from brobyg_app;
--> statement-breakpoint
revoke update (parent_id) on unit from brobyg_app;
--> statement-breakpoint
revoke update (name) on person from brobyg_app;
--> statement-breakpoint
revoke update on absence from brobyg_app;
--> statement-breakpoint
grant update (to_day) on absence to brobyg_app;
--> statement-breakpoint
-- Superseded by the policy: whoever says that somebody has left has power over them, and so over each of their posts.
drop trigger person_leaves_whole on person;
--> statement-breakpoint
create or replace function person_kept_by_others() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'brobyg_app' and old.id = door.me() and new.left_on is distinct from old.left_on then
    raise exception 'nobody leaves by themselves' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
drop function door.person_leaves_whole();
--> statement-breakpoint
-- A post is given, and given for longer, only by who may give it. The last administrator stays one.
create or replace function door.post_given_by_others() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if new.valid_to < door.today() and new.kind = 'holder' and exists (
        select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = new.partnership_id and p.id = new.post_id and 'administer' = any (f.duties))
      and not exists (
        select 1 from holding o
        join post p on p.partnership_id = o.partnership_id and p.id = o.post_id
        join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'administer' = any (f.duties)
        where o.partnership_id = new.partnership_id and o.kind = 'holder' and (o.person_id, o.post_id) <> (new.person_id, new.post_id)
          and o.valid_from <= door.today() and (o.valid_to is null or o.valid_to >= door.today()))
    then
      raise exception 'somebody always administers' using errcode = 'BB006';
    end if;
    if new.valid_to <= coalesce(old.valid_to, 'infinity') then return new; end if;
  end if;
  if door.may_give(new.person_id, new.post_id) then return new; end if;
  raise exception 'not for this person to give' using errcode = 'BB006';
end $$;
--> statement-breakpoint
-- Nobody names a post of their own as the one that gets what another post has.
create function door.successor_of_others() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.successor_id is not null and exists (
    select 1 from holding h where h.partnership_id = new.partnership_id and h.post_id = new.successor_id
      and h.person_id = door.me() and (h.valid_to is null or h.valid_to >= door.today()))
  then
    raise exception 'not a post of one''s own' using errcode = 'BB023';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Has somebody ever come in by that account? Whoever has not is told of everything by their invitation.
create function door.can_sign_in(account uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (select 1 from credential c where c.account_id = account)
    or exists (select 1 from identity i where i.account_id = account)
    or exists (select 1 from factor f where f.account_id = account and f.confirmed_at is not null);
end $$;
--> statement-breakpoint
revoke execute on function door.can_sign_in(uuid) from public;
--> statement-breakpoint
-- One mail of a kind to a colleague for each transaction, in the language of their choice. Only of having left is somebody
-- told who has left.
create function door.tell_person(place uuid, person uuid, kind text, page text default null) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare said jsonb := jsonb_strip_nulls(jsonb_build_object('page', page));
begin
  insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
    select place, gen_random_uuid(), p.id, a.email, tell_person.kind, said, coalesce(
      (select c.locale from mail_choice c where c.partnership_id = place and c.person_id = p.id), 'da')
    from person p join account a on a.id = p.account_id
    where p.partnership_id = place and p.id = tell_person.person and door.can_sign_in(a.id)
      and (tell_person.kind = 'left' or p.left_on is null and a.active)
      and not exists (select 1 from mail m where m.partnership_id = place and m.person_id = p.id
        and m.kind = tell_person.kind and m.at = public.app_now());
end $$;
--> statement-breakpoint
revoke execute on function door.tell_person(uuid, uuid, text, text) from public;
--> statement-breakpoint
-- Everybody who has that duty here, but for those named.
create function door.tell_duty(place uuid, duty text, kind text, page text, spared uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform door.tell_person(place, h.person_id, tell_duty.kind, tell_duty.page)
    from holding h join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and tell_duty.duty = any (f.duties)
    where h.partnership_id = place and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today())
      and not h.person_id = any (spared);
end $$;
--> statement-breakpoint
revoke execute on function door.tell_duty(uuid, text, text, text, uuid[]) from public;
--> statement-breakpoint
-- Somebody used power over a person: they are told, unless it was themselves, and the data protection officer.
create function door.tell_of_power(place uuid, person uuid, kind text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if kind is not null and person is distinct from door.me() then perform door.tell_person(place, person, kind); end if;
  perform door.tell_duty(place, 'protect', 'access-changed', '/log', array_remove(array[door.me()], null));
end $$;
--> statement-breakpoint
revoke execute on function door.tell_of_power(uuid, uuid, text) from public;
--> statement-breakpoint
create function door.tell_of_holding() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare shorter boolean := false;
begin
  if session_user <> 'brobyg_app' then return null; end if;
  if tg_op = 'UPDATE' then
    if new.valid_to is not distinct from old.valid_to then return null; end if;
    shorter := new.valid_to <= coalesce(old.valid_to, 'infinity');
  end if;
  perform door.tell_of_power(new.partnership_id, new.person_id, case when shorter then 'post-ended' else 'welcome' end);
  return null;
end $$;
--> statement-breakpoint
create function door.tell_of_absence() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare said absence := coalesce(new, old);
begin
  if session_user = 'brobyg_app' and said.person_id is distinct from door.me() then
    perform door.tell_of_power(said.partnership_id, said.person_id, 'absence-said');
  end if;
  return null;
end $$;
--> statement-breakpoint
create function door.tell_of_person() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' or new.id is not distinct from door.me() then return null; end if;
  if tg_op = 'INSERT' then
    perform door.tell_of_power(new.partnership_id, new.id, null);
    return null;
  end if;
  if (new.phone, new.mail) is distinct from (old.phone, old.mail) then
    perform door.tell_of_power(new.partnership_id, new.id, 'contact-changed');
  end if;
  if new.left_on is distinct from old.left_on then
    perform door.tell_of_power(new.partnership_id, new.id, case when old.left_on is null then 'left' end);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Asks that somebody gets a post which the one who asks leads and may not give alone. Null when that is asked already.
create function door.request_post(person uuid, post uuid, kind holding_kind, from_day date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  request uuid := gen_random_uuid();
begin
  if here is null or request_post.person = who or not request_post.post = any (door.overseen() || door.led())
    or from_day not between door.today() and door.today() + 366
    or not exists (select 1 from person p where p.partnership_id = here and p.id = request_post.person)
    or not exists (
      select 1 from post p where p.partnership_id = here and p.id = request_post.post and (p.valid_to is null or p.valid_to >= from_day))
  then
    raise exception 'not for this person to ask' using errcode = 'BB006';
  end if;
  insert into holding_request (partnership_id, id, person_id, post_id, kind, valid_from, asked_by)
    values (here, request, request_post.person, request_post.post, request_post.kind, from_day, who)
    on conflict (partnership_id, person_id, post_id) where outcome is null do nothing;
  if not found then return null; end if;
  perform door.note(here, who, door.posts(), 'directory', 'holding_request.asked', '{}', jsonb_build_object(
    'id', request, 'person_id', request_post.person, 'post_id', request_post.post, 'kind', request_post.kind, 'valid_from', from_day));
  perform door.tell_duty(here, 'administer', 'request-waits', '/admin/people', array[who, request_post.person]);
  perform door.tell_of_power(here, request_post.person, null);
  return request;
end $$;
--> statement-breakpoint
-- A second person says yes or no, or whoever asked takes it back. False when it was answered before. A yes gives the post, and
-- lets the person in as an invitation does.
create function door.answer_request(request uuid, answer request_outcome, locale text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  asked holding_request;
begin
  select r.* into asked from holding_request r where r.partnership_id = here and r.id = request for update;
  if asked.id is null or answer is null or who is null
    or answer = 'withdrawn' and asked.asked_by <> who
    or answer <> 'withdrawn' and (not door.has_duty('administer') or who in (asked.asked_by, asked.person_id))
  then
    raise exception 'not for this person to answer' using errcode = 'BB006';
  end if;
  if asked.outcome is not null then return false; end if;
  update holding_request r set outcome = answer, answered_by = who, answered_at = public.app_now()
    where r.partnership_id = here and r.id = request;
  perform door.note(here, who, door.posts(), 'directory', 'holding_request.' || answer, '{}', jsonb_build_object(
    'id', request, 'person_id', asked.person_id, 'post_id', asked.post_id, 'kind', asked.kind, 'valid_from', asked.valid_from));
  if answer = 'confirmed' then
    insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      values (here, asked.person_id, asked.post_id, asked.kind, greatest(asked.valid_from, door.today()))
      on conflict on constraint holding_pkey do update set valid_to = null where holding.kind = excluded.kind;
    if not found then raise exception 'they have it otherwise' using errcode = 'BB010'; end if;
    update person p set left_on = null where p.partnership_id = here and p.id = asked.person_id and p.left_on is not null;
    perform door.send_invitation(asked.person_id, locale, false);
  elsif not exists (select 1 from holding h where h.partnership_id = here and h.person_id = asked.person_id)
    and not exists (select 1 from holding_request r
      where r.partnership_id = here and r.person_id = asked.person_id and r.outcome is null)
  then
    -- Somebody who was to come with this post alone does not come.
    update person p set left_on = door.today() where p.partnership_id = here and p.id = asked.person_id and p.left_on is null;
  end if;
  if answer <> 'withdrawn' then perform door.tell_person(here, asked.asked_by, 'request-' || answer, '/admin/people'); end if;
  perform door.tell_of_power(here, asked.person_id, null);
  return true;
end $$;
--> statement-breakpoint
-- 32 random bytes as they stand in a link. Nobody but the database chooses them.
create function door.new_token() returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return translate(rtrim(encode(
    sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '='), '+/', '-_');
end $$;
--> statement-breakpoint
revoke execute on function door.new_token() from public;
--> statement-breakpoint
-- A link to the account's own address, for three days, once: every earlier one is worthless, as is what was begun with it.
-- The token stands in the mail and nowhere else.
create function door.mail_link(place uuid, person uuid, locale text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  owner account;
  token text := door.new_token();
begin
  select a.* into owner from account a join person p on p.account_id = a.id
    where p.partnership_id = place and p.id = mail_link.person for no key update of a;
  update invitation i set used_at = public.app_now() where i.account_id = owner.id and i.used_at is null;
  update ceremony c set used_at = public.app_now() where c.account_id = owner.id and c.used_at is null;
  insert into invitation (hash, account_id, partnership_id, ends_at)
    values (sha256(convert_to(token, 'UTF8')), owner.id, place, public.app_now() + interval '3 days');
  insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
    values (place, gen_random_uuid(), person, owner.email, 'invitation', jsonb_build_object('token', token), mail_link.locale);
end $$;
--> statement-breakpoint
revoke execute on function door.mail_link(uuid, uuid, text) from public;
--> statement-breakpoint
drop function door.send_invitation(uuid, text, text, boolean);
--> statement-breakpoint
-- Lets somebody in who has a post: by a link where they never came in, where they are to begin anew (`anew`), or where their
-- account was closed; else by word that they have been given something. Whoever asks never sees the address nor the link.
create function door.send_invitation(person uuid, locale text, anew boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner account;
begin
  if not door.keeps_person(person) or locale is null or locale not in ('da', 'en') then
    raise exception 'not for this person to invite' using errcode = 'BB006';
  end if;
  select a.* into owner from account a join person p on p.account_id = a.id
    where p.partnership_id = here and p.id = send_invitation.person;
  if not owner.active then
    -- Whoever comes back comes as somebody new: what opened the account before it was closed opens nothing.
    perform door.end_all_before(owner.id);
    update account a set active = true where a.id = owner.id;
  end if;
  if anew or not owner.active or not door.can_sign_in(owner.id) then
    perform door.mail_link(here, person, locale);
    perform door.note(here, door.me(), door.posts(), 'directory', 'invitation.insert', '{}', jsonb_build_object('person_id', person));
    perform door.tell_of_power(here, person, null);
  else
    perform door.tell_of_power(here, person, 'welcome');
  end if;
end $$;
--> statement-breakpoint
-- As before; said in the log and to whom it concerns, and with it goes what was asked for them.
create or replace function door.leave(gone uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner_id uuid;
begin
  if not door.keeps_person(gone) then
    raise exception 'not for this person to end' using errcode = 'BB006';
  end if;
  select p.account_id into owner_id from person p where p.partnership_id = here and p.id = gone;
  perform door.note(here, door.me(), door.posts(), 'directory', 'account.closed', '{}', jsonb_build_object('person_id', gone));
  perform door.tell_of_power(here, gone, 'left');
  delete from draft d where d.partnership_id = here and d.person_id = gone;
  delete from own_view v where v.partnership_id = here and v.person_id = gone;
  delete from holding_request r where r.partnership_id = here and r.person_id = gone and r.outcome is null;
  update invitation i set used_at = public.app_now()
    where i.account_id = owner_id and i.partnership_id = here and i.used_at is null;
  perform door.revoke_sessions(owner_id, here);
  update account a set active = false where a.id = owner_id and not exists (
    select 1 from person p where p.account_id = owner_id and p.partnership_id <> here and p.left_on is null);
end $$;
--> statement-breakpoint
-- As before, but for those of posts that the leader acts for: nobody agrees to what they asked themselves.
create or replace function door.asked_of_leader() returns table (referral_id uuid, code text, service text, agreement_id uuid,
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
      and not r.origin_post = any (door.posts())
    order by r.id, h.seq desc;
end $$;
--> statement-breakpoint
-- As before, by the person themselves or by whoever has power over them.
create or replace function door.hand_over(gone uuid, heirs jsonb) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  reach uuid[] := door.overseen() || door.led();
  everything boolean := gone = who or door.has_duty('administer');
  item record;
  heir uuid;
  moved integer := 0;
begin
  if who is null or not (gone = who or door.keeps_person(gone)) then
    raise exception 'not for this person to hand over' using errcode = 'BB006';
  end if;
  if exists (
    select 1 from jsonb_each_text(heirs) given
    where given.value::uuid = gone or not exists (
      select 1 from holding h where h.partnership_id = here and h.post_id = given.key::uuid
        and h.person_id = given.value::uuid and h.valid_from <= door.today()
        and (h.valid_to is null or h.valid_to >= door.today())))
  then
    raise exception 'nobody of that post' using errcode = 'BB010';
  end if;
  for item in
    select x.* from (
      select r.id, w.id as handover, w.to_post as post, true as waits from referral r
        join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id and w.assigned = gone
        where r.partnership_id = here and r.status = 'open'
      union all
      select r.id, r.current_id, r.holder_post, false from referral r
        where r.partnership_id = here and r.status = 'open' and r.assigned = gone) x
    where everything or x.post = any (reach)
    order by x.id
  loop
    heir := (heirs ->> item.post::text)::uuid;
    perform 1 from referral r where r.partnership_id = here and r.id = item.id for update;
    update referral r set events = events + 1, assigned = case when item.waits then r.assigned else heir end
      where r.partnership_id = here and r.id = item.id;
    if item.waits then
      update handover h set assigned = heir where h.partnership_id = here and h.id = item.handover;
    end if;
    insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, post_name, details)
      select here, gen_random_uuid(), r.id, r.events, item.handover, 'assign', who, item.post,
        (select n.da from function_name n join post p on p.partnership_id = n.partnership_id and p.function = n.function
          where p.partnership_id = here and p.id = item.post order by n.valid_from desc limit 1) || ', ' ||
        (select n.short from unit_name n join post p on p.partnership_id = n.partnership_id and p.unit_id = n.unit_id
          where p.partnership_id = here and p.id = item.post and n.valid_from <= door.today()
          order by n.valid_from desc limit 1),
        '{}'
      from referral r where r.partnership_id = here and r.id = item.id;
    moved := moved + 1;
  end loop;
  return case when gone = who then moved end;
end $$;
--> statement-breakpoint
-- The one exception to "nobody gives themselves anything": where nobody is yet, somebody has to be the first. Only the owner
-- of the database can do it, once, before there is any person; the log says so, and the data protection officer is written to.
create function door.appoint_first_administrator(partnership uuid, display_name text, email_address text, officer_address text)
returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  owner_id uuid;
  first uuid := gen_random_uuid();
  post uuid := (
    select p.id from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = appoint_first_administrator.partnership and 'administer' = any (f.duties) order by p.id limit 1);
begin
  perform 1 from partnership s where s.id = appoint_first_administrator.partnership for update;
  if post is null or exists (select 1 from person p where p.partnership_id = appoint_first_administrator.partnership) then
    raise exception 'there is somebody already, or nothing to administer' using errcode = 'BB006';
  end if;
  insert into account (id, email) values (gen_random_uuid(), lower(trim(email_address))) on conflict (email) do nothing;
  select a.id into owner_id from account a where a.email = lower(trim(email_address));
  insert into person (partnership_id, id, account_id, name, mail)
    values (partnership, first, owner_id, trim(display_name), lower(trim(email_address)));
  insert into holding (partnership_id, person_id, post_id, kind, valid_from) values (partnership, first, post, 'holder', door.today());
  perform door.note(partnership, null, '{}', 'directory', 'administrator.first', '{}',
    jsonb_build_object('person_id', first, 'post_id', post));
  perform door.mail_link(partnership, first, 'da');
  insert into mail (partnership_id, id, to_address, kind, "values", locale)
    values (partnership, gen_random_uuid(), officer_address, 'first-administrator', '{}', 'da');
  return first;
end $$;
--> statement-breakpoint
revoke execute on function door.appoint_first_administrator(uuid, text, text, text) from public;
--> statement-breakpoint
grant execute on function door.appoint_first_administrator(uuid, text, text, text) to session_user;
--> statement-breakpoint
-- As before, and requests for posts: what came of one stands in the log.
create or replace function door.purge() returns integer language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  gone integer := 0;
  these integer;
begin
  delete from session where ends_at < public.app_now() - interval '30 days' or revoked_at < public.app_now() - interval '30 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from ceremony where ends_at < public.app_now() - interval '1 day';
  get diagnostics these = row_count; gone := gone + these;
  delete from throttle where since < public.app_now() - interval '2 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from invitation where ends_at < public.app_now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from holding_request where coalesce(answered_at, asked_at) < public.app_now() - interval '90 days';
  get diagnostics these = row_count; gone := gone + these;
  delete from device where used_at < public.app_now() - interval '180 days';
  get diagnostics these = row_count;
  return gone + these;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger successor_of_others before update of successor_id on post
  for each row execute function door.successor_of_others();
--> statement-breakpoint
create trigger tell_of_holding after insert or update on holding for each row execute function door.tell_of_holding();
--> statement-breakpoint
create trigger tell_of_absence after insert or update or delete on absence for each row execute function door.tell_of_absence();
--> statement-breakpoint
create trigger tell_of_person after insert or update on person for each row execute function door.tell_of_person();
