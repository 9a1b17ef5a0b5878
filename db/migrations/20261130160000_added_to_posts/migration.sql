-- Somebody new comes to posts: to none, or to nothing that is a post, nobody comes. Said the other way round than before: what
-- is not known to be right is refused.
set local role brobyg_door;
--> statement-breakpoint
create or replace function door.add_person(display_name text, email_address text, posts uuid[]) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  address text := lower(trim(email_address));
  owner_id uuid;
  person_id uuid;
begin
  if not coalesce(
    here is not null and cardinality(posts) > 0 and address ~ '^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$' and length(address) <= 200
      and length(trim(display_name)) between 2 and 80
      and (door.has_duty('administer') or posts <@ (door.overseen() || door.led()))
      and not exists (select 1 from unnest(posts) x where not exists (
        select 1 from post p where p.partnership_id = here and p.id = x)), false)
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
reset role;
