-- People come and go. The app invites, gives posts and takes them back under the policies; what lies outside of them (the
-- account, what somebody followed, what they were writing) is done here, each for who leads them or administers.
grant update (assigned, events) on referral to brobyg_door;
--> statement-breakpoint
grant update (assigned) on handover to brobyg_door;
--> statement-breakpoint
grant insert on event to brobyg_door;
--> statement-breakpoint
grant select, delete on draft to brobyg_door;
--> statement-breakpoint
-- An event keeps what the post was called then.
grant select on unit_name, function_name to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- May the one who asks keep this person: the administrator, or who leads a post that the person holds?
create function door.keeps_person(person uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (select 1 from person p where p.partnership_id = door.partnership() and p.id = keeps_person.person)
    and (door.has_duty('administer') or keeps_person.person = any (door.my_people()));
end $$;
--> statement-breakpoint
-- A person for that address: the one who is there, or a new one with an account of their own. Asked by the administrator,
-- or by who leads every one of the posts that the person is to have. Which of the two it was, nobody is told.
create function door.add_person(display_name text, email_address text, posts uuid[]) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  address text := lower(trim(email_address));
  owner_id uuid;
  person_id uuid;
begin
  if here is null or cardinality(posts) = 0 or address !~ '^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$' or length(address) > 200
    or length(trim(display_name)) not between 2 and 80
    or not (door.has_duty('administer') or posts <@ (door.overseen() || door.led()))
    or exists (select 1 from unnest(posts) x where not exists (
      select 1 from post p where p.partnership_id = here and p.id = x))
  then
    raise exception 'not for this person to invite' using errcode = 'BB006';
  end if;
  -- Two who invite the same address at once make one account.
  insert into account (id, email) values (gen_random_uuid(), address) on conflict (email) do nothing;
  select a.id into owner_id from account a where a.email = address;
  select p.id into person_id from person p where p.partnership_id = here and p.account_id = owner_id;
  if person_id is null then
    person_id := gen_random_uuid();
    insert into person (partnership_id, id, account_id, name, mail)
      values (here, person_id, owner_id, trim(display_name), address);
  end if;
  return person_id;
end $$;
--> statement-breakpoint
-- Sends a link to the person's own address, once the person has a post: it lets them in for three days, once, and makes
-- every earlier link worthless. Whoever asks never sees the address nor the link. Whoever can sign in already and was
-- only given a post (`anew` is false) gets a mail without a link.
create function door.send_invitation(person uuid, token text, locale text, anew boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner account;
  link boolean;
begin
  if not door.keeps_person(person) or token !~ '^[A-Za-z0-9_-]{43}$' or locale not in ('da', 'en') then
    raise exception 'not for this person to invite' using errcode = 'BB006';
  end if;
  select a.* into owner from account a join person p on p.account_id = a.id
    where p.partnership_id = here and p.id = send_invitation.person;
  update account a set active = true where a.id = owner.id and not a.active;
  link := anew or not (exists (select 1 from credential c where c.account_id = owner.id)
    or exists (select 1 from identity i where i.account_id = owner.id)
    or exists (select 1 from factor f where f.account_id = owner.id and f.confirmed_at is not null));
  if link then
    update invitation i set used_at = now() where i.account_id = owner.id and i.used_at is null;
    insert into invitation (hash, account_id, partnership_id, ends_at)
      values (sha256(convert_to(token, 'UTF8')), owner.id, here, now() + interval '3 days');
  end if;
  insert into mail (partnership_id, id, to_address, kind, "values", locale)
    values (here, gen_random_uuid(), owner.email, case when link then 'invitation' else 'welcome' end,
      case when link then jsonb_build_object('token', token) else '{}' end, locale);
end $$;
--> statement-breakpoint
-- What somebody follows gets another tovholder, or lies with the post alone: `heirs` names a person for each post. Asked
-- by the person themselves, by the administrator, or for the posts that one leads. It tells of no referral; how many there
-- were is told to the person alone.
create function door.hand_over(gone uuid, heirs jsonb) returns integer
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
  if who is null or not (everything or gone = any (door.my_people())) then
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
-- Somebody stops: nothing of theirs is left open. Their drafts go, links that were mailed open nothing, and without
-- another partnership the account signs in no more. Said by the administrator, or by who leads every post they hold.
create function door.leave(gone uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  owner_id uuid;
begin
  if gone = door.me() or not door.keeps_person(gone) then
    raise exception 'not for this person to end' using errcode = 'BB006';
  end if;
  select p.account_id into owner_id from person p where p.partnership_id = here and p.id = gone;
  delete from draft d where d.partnership_id = here and d.person_id = gone;
  update invitation i set used_at = now()
    where i.account_id = owner_id and i.partnership_id = here and i.used_at is null;
  update session s set revoked_at = now()
    where s.account_id = owner_id and s.partnership_id = here and s.revoked_at is null;
  update account a set active = false where a.id = owner_id and not exists (
    select 1 from person p where p.account_id = owner_id and p.partnership_id <> here and p.left_on is null);
end $$;
--> statement-breakpoint
-- Whoever leads says that somebody has left only when they lead every post the person holds.
create function door.person_leaves_whole() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.left_on is not null and old.left_on is null
    and not door.has_duty('administer') and exists (
      select 1 from holding h where h.partnership_id = old.partnership_id and h.person_id = old.id
        and (h.valid_to is null or h.valid_to >= door.today())
        and not h.post_id = any (door.overseen() || door.led()))
  then
    raise exception 'somebody else leads them too' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Nobody gives themselves a post, or keeps one longer, but in a unit that they lead: an administrator sees no referral.
create function door.post_given_by_others() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' or new.person_id is distinct from door.me()
    or new.post_id = any (door.overseen() || door.led()) then return new; end if;
  if tg_op = 'UPDATE' then
    if new.valid_to is not null and new.valid_to <= coalesce(old.valid_to, new.valid_to) then return new; end if;
  end if;
  raise exception 'nobody gives themselves a post' using errcode = 'BB006';
end $$;
--> statement-breakpoint
-- Full is said of what is not statutory, for a service that the agreement in force lets the post take, until the end of a
-- week within nine: the municipality's duty does not pause.
create function door.capacity_said() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if extract(isodow from new.until_day) <> 7 or new.until_day not between door.today() and door.today() + 62
    or not exists (
      select 1 from agreement a join post p on p.partnership_id = a.partnership_id and p.id = new.post_id
      where a.partnership_id = new.partnership_id and a.id = (
          select x.id from agreement x where x.partnership_id = new.partnership_id and x.valid_from <= door.today()
          order by x.number desc limit 1)
        and jsonb_path_exists(a.content,
          '$.routes[*] ? (@.service == $service) ? (@.to[*].functions[*] == $function || @.also[*] == $function)',
          jsonb_build_object('service', new.service, 'function', p.function))
        and jsonb_path_exists(a.content, case when new.state = 'full'
            then '$.services[*] ? (@.code == $service && @.basis != "statutory")'
            else '$.services[*] ? (@.code == $service)' end::jsonpath,
          jsonb_build_object('service', new.service)))
  then
    raise exception 'not something that this post can say' using errcode = 'BB010';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger person_leaves_whole before update of left_on on person
  for each row execute function door.person_leaves_whole();
--> statement-breakpoint
create trigger post_given_by_others before insert or update on holding
  for each row execute function door.post_given_by_others();
--> statement-breakpoint
create trigger capacity_said before insert or update on capacity for each row execute function door.capacity_said();
--> statement-breakpoint
alter table absence add constraint absence_runs_forward check (from_day <= to_day);
