-- A partnership begins at the server: with its first administrator, its data protection officer where one is named, the
-- three functions that there have to be before an agreement, and nothing more. `docs/decisions/first-administrator.md`.
grant insert on partnership, unit, unit_name, function, function_name, post to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- A link to an account, for so long, once: every earlier one is worthless, as is what was begun with it.
create function door.new_link(place uuid, person uuid, lasting interval) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  owner_id uuid;
  token text := door.new_token();
begin
  select a.id into owner_id from account a join person p on p.account_id = a.id
    where p.partnership_id = place and p.id = new_link.person for no key update of a;
  update invitation i set used_at = public.app_now() where i.account_id = owner_id and i.used_at is null;
  update ceremony c set used_at = public.app_now() where c.account_id = owner_id and c.used_at is null;
  insert into invitation (hash, account_id, partnership_id, ends_at)
    values (sha256(convert_to(token, 'UTF8')), owner_id, place, public.app_now() + lasting);
  return token;
end $$;
--> statement-breakpoint
revoke execute on function door.new_link(uuid, uuid, interval) from public;
--> statement-breakpoint
-- A link to the account's own address, for three days. The token stands in the mail and nowhere else.
create or replace function door.mail_link(place uuid, person uuid, locale text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare token text := door.new_link(place, person, interval '3 days');
begin
  insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
    select place, gen_random_uuid(), p.id, a.email, 'invitation', jsonb_build_object('token', token), mail_link.locale
    from person p join account a on a.id = p.account_id where p.partnership_id = place and p.id = mail_link.person;
end $$;
--> statement-breakpoint
-- Somebody whom the server names: their account, and who they are here. An address that is known joins its account.
create function door.named_person(place uuid, display_name text, email_address text) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text := lower(trim(email_address));
  owner_id uuid;
  found_id uuid;
begin
  if coalesce(address !~ '^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$' or length(address) > 200
    or length(trim(display_name)) not between 2 and 80, true)
  then
    raise exception 'no name, or no address' using errcode = 'BB006';
  end if;
  insert into account (id, email) values (gen_random_uuid(), address) on conflict (email) do nothing;
  select a.id into owner_id from account a where a.email = address;
  select p.id into found_id from person p where p.partnership_id = place and p.account_id = owner_id;
  if found_id is null then
    found_id := gen_random_uuid();
    insert into person (partnership_id, id, account_id, name, mail)
      values (place, found_id, owner_id, trim(display_name), address);
  end if;
  return found_id;
end $$;
--> statement-breakpoint
revoke execute on function door.named_person(uuid, text, text) from public;
--> statement-breakpoint
-- Lets in whom the server has named. Whoever can sign in is told, and nothing of theirs changes, unless they are to begin
-- `anew`. Everybody else gets a link: handed to whoever asks, for an hour, or mailed. Says which, and the link's token if it is handed.
create function door.let_in(place uuid, person uuid, anew boolean, handed boolean) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner account;
begin
  select a.* into owner from account a join person p on p.account_id = a.id
    where p.partnership_id = place and p.id = let_in.person for no key update of a;
  if not owner.active then
    -- Whoever comes back comes as somebody new: what opened the account before it was closed opens nothing.
    perform door.end_all_before(owner.id);
    update account a set active = true where a.id = owner.id;
  end if;
  if owner.active and not anew and door.can_sign_in(owner.id) then
    perform door.tell_person(place, person, 'welcome');
    return jsonb_build_object('how', 'known');
  end if;
  if handed then
    return jsonb_build_object('how', 'handed', 'token', door.new_link(place, person, interval '1 hour'));
  end if;
  perform door.mail_link(place, person, 'da');
  return jsonb_build_object('how', 'mailed');
end $$;
--> statement-breakpoint
revoke execute on function door.let_in(uuid, uuid, boolean, boolean) from public;
--> statement-breakpoint
-- Whose addresses have that duty here, today or later.
create function door.addresses_with(place uuid, duty text) returns text[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((
    select array_agg(distinct a.email)
    from holding h join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and addresses_with.duty = any (f.duties)
    join person x on x.partnership_id = h.partnership_id and x.id = h.person_id
      and (x.left_on is null or x.left_on > door.today())
    join account a on a.id = x.account_id and a.active
    where h.partnership_id = place and h.kind = 'holder' and (h.valid_to is null or h.valid_to >= door.today())), '{}');
end $$;
--> statement-breakpoint
revoke execute on function door.addresses_with(uuid, text) from public;
--> statement-breakpoint
-- Three functions stand in every partnership before there is an agreement: whoever prepares it, whoever adopts it, and
-- whoever looks after data protection.
create function door.begin_directory(place uuid, called text) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  municipality uuid := gen_random_uuid();
  forum uuid := gen_random_uuid();
  today date := door.today();
begin
  insert into unit (partnership_id, id, kind, valid_from)
    values (place, municipality, 'municipality', today), (place, forum, 'forum', today);
  insert into unit_name (partnership_id, unit_id, valid_from, name, short)
    values (place, municipality, today, 'Kommunen', 'Kommunen'),
      (place, forum, today, 'Boligsocialt Forum ' || called, 'Boligsocialt Forum');
  insert into function (partnership_id, code, duties, valid_from)
    values (place, 'ADMINISTRATOR', '{administer}', today), (place, 'FORUM', '{forum}', today),
      (place, 'DATABESKYTTELSE', '{protect}', today);
  insert into function_name (partnership_id, function, valid_from, da, en)
    values (place, 'ADMINISTRATOR', today, 'Administrator', 'Administrator'),
      (place, 'FORUM', today, 'Boligsocialt Forum', 'Boligsocialt Forum'),
      (place, 'DATABESKYTTELSE', today, 'Databeskyttelsesrådgiver', 'Data protection officer');
  insert into post (partnership_id, id, unit_id, function, valid_from)
    values (place, gen_random_uuid(), municipality, 'ADMINISTRATOR', today),
      (place, gen_random_uuid(), forum, 'FORUM', today),
      (place, gen_random_uuid(), municipality, 'DATABESKYTTELSE', today);
end $$;
--> statement-breakpoint
revoke execute on function door.begin_directory(uuid, text) from public;
--> statement-breakpoint
-- One of the first people of a partnership, in the post of that function; said in the log.
create function door.appoint_first(place uuid, function_code text, display_name text, email_address text) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  person_id uuid := door.named_person(place, display_name, email_address);
  post_id uuid := (select p.id from post p where p.partnership_id = place and p.function = function_code);
begin
  insert into holding (partnership_id, person_id, post_id, kind, valid_from)
    values (place, person_id, post_id, 'holder', door.today());
  perform door.note(place, null, '{}', 'directory',
    case function_code when 'ADMINISTRATOR' then 'administrator' else 'officer' end || '.first', '{}',
    jsonb_build_object('person_id', person_id, 'post_id', post_id));
  return person_id;
end $$;
--> statement-breakpoint
revoke execute on function door.appoint_first(uuid, text, text, text) from public;
--> statement-breakpoint
drop function door.appoint_first_administrator(uuid, text, text, text);
--> statement-breakpoint
-- The one exception to "nobody gives themselves anything": where nobody is yet, somebody has to be the first. Only the owner
-- of the database can do it, and only for a name that there is not. Asked again for the same it says so and changes nothing;
-- for others it says what differs. Two at once: the second waits for the first, and finds it there.
create function door.begin_partnership(called text, administrator jsonb, officer jsonb, handed boolean) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place uuid := gen_random_uuid();
  first uuid;
  second uuid;
  known text[];
  let_in jsonb;
begin
  if coalesce(length(trim(called)) not between 2 and 80 or administrator ->> 'mail' = officer ->> 'mail', administrator is null) then
    raise exception 'no name, or one person for two' using errcode = 'BB006';
  end if;
  insert into partnership (id, name) values (place, trim(called)) on conflict (lower(name)) do nothing;
  if not found then
    select s.id into place from partnership s where lower(s.name) = lower(trim(called));
    if not administrator ->> 'mail' = any (door.addresses_with(place, 'administer')) then
      return jsonb_build_object('outcome', 'other-administrator');
    end if;
    known := door.addresses_with(place, 'protect');
    if officer is not null and not officer ->> 'mail' = any (known) then
      return jsonb_build_object('outcome', case cardinality(known) when 0 then 'no-officer' else 'other-officer' end);
    end if;
    return jsonb_build_object('outcome', 'there', 'waits', not door.can_sign_in(
      (select a.id from account a where a.email = administrator ->> 'mail')));
  end if;
  perform door.begin_directory(place, trim(called));
  first := door.appoint_first(place, 'ADMINISTRATOR', administrator ->> 'name', administrator ->> 'mail');
  if officer is not null then
    second := door.appoint_first(place, 'DATABESKYTTELSE', officer ->> 'name', officer ->> 'mail');
    insert into mail (partnership_id, id, person_id, to_address, kind, "values", locale)
      values (place, gen_random_uuid(), second, officer ->> 'mail', 'first-administrator', '{}', 'da');
    let_in := door.let_in(place, second, false, handed);
  end if;
  return jsonb_build_object('outcome', 'made', 'administrator', door.let_in(place, first, false, handed), 'officer', let_in);
end $$;
--> statement-breakpoint
revoke execute on function door.begin_partnership(text, jsonb, jsonb, boolean) from public;
--> statement-breakpoint
grant execute on function door.begin_partnership(text, jsonb, jsonb, boolean) to session_user;
--> statement-breakpoint
-- Another administrator, where the one there was is lost; or the same one anew, who lost what they sign in with. Nothing is
-- taken from anybody. Only the owner of the database can do it; the log says so, and every administrator and data protection
-- officer there is told.
create function door.replace_administrator(called text, administrator jsonb, handed boolean) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place uuid;
  chosen uuid;
  who uuid;
  already boolean := false;
  entry jsonb;
begin
  select s.id into place from partnership s where lower(s.name) = lower(trim(called)) for no key update;
  if place is null then
    return jsonb_build_object('outcome', 'no-partnership',
      'there', (select coalesce(jsonb_agg(s.name order by s.name), '[]') from partnership s));
  end if;
  if administrator ->> 'mail' = any (door.addresses_with(place, 'protect')) then
    return jsonb_build_object('outcome', 'is-officer');
  end if;
  select p.id into chosen from post p
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'administer' = any (f.duties)
    where p.partnership_id = place and p.valid_from <= door.today() and (p.valid_to is null or p.valid_to >= door.today())
    order by p.valid_from, p.id limit 1;
  if chosen is null then return jsonb_build_object('outcome', 'no-post'); end if;
  who := door.named_person(place, administrator ->> 'name', administrator ->> 'mail');
  update person p set left_on = null where p.partnership_id = place and p.id = who and p.left_on is not null;
  already := exists (
    select 1 from holding h join post p on p.partnership_id = h.partnership_id and p.id = h.post_id
    join function f on f.partnership_id = p.partnership_id and f.code = p.function and 'administer' = any (f.duties)
    where h.partnership_id = place and h.person_id = who and h.kind = 'holder'
      and h.valid_from <= door.today() and (h.valid_to is null or h.valid_to >= door.today()));
  if not already then
    insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      values (place, who, chosen, 'holder', door.today())
      on conflict on constraint holding_pkey do update set valid_to = null where holding.kind = excluded.kind;
    if not found then raise exception 'they have it otherwise' using errcode = 'BB010'; end if;
  end if;
  perform door.note(place, null, '{}', 'directory', 'administrator.named', '{}',
    jsonb_build_object('person_id', who, 'post_id', chosen));
  perform door.tell_duty(place, 'administer', 'administrator-named', '/admin/people',
    case when already then '{}' else array[who] end);
  perform door.tell_duty(place, 'protect', 'administrator-named', '/log', '{}');
  entry := door.let_in(place, who, already, handed);
  return jsonb_build_object('outcome', 'named', 'already', already, 'administrator', entry);
end $$;
--> statement-breakpoint
revoke execute on function door.replace_administrator(text, jsonb, boolean) from public;
--> statement-breakpoint
grant execute on function door.replace_administrator(text, jsonb, boolean) to session_user;
--> statement-breakpoint
reset role;
