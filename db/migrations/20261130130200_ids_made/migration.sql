-- Codes and ids are made by the database: a unique key's error would confirm one that somebody chose.
ALTER TABLE "message" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "result" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "referral" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- An id made of another, as db/referral/new-ids.ts makes it.
create function door.hash_id(id uuid) returns uuid language sql immutable set search_path = '' as $$
  select (overlay(overlay(substr(h, 1, 32) placing '8' from 13) placing '8' from 17))::uuid
    from encode(sha256(convert_to(id::text, 'UTF8')), 'hex') h $$;
--> statement-breakpoint
-- A random code that no other referral of its partnership has, as lib/referral/code.ts makes them.
create function door.new_code(its_partnership uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  digits constant text := '23456789';
  letters constant text := 'AFHKMRX';
  weights constant integer[] := '{1,2,5,1,3,5,2}';
  bytes bytea;
  value integer;
  total integer;
  made text;
begin
  loop
    -- The random bytes of a UUID lie before its version and after its variant.
    bytes := substring(uuid_send(gen_random_uuid()) from 1 for 6) || substring(uuid_send(gen_random_uuid()) from 1 for 6);
    continue when exists (select 1 from generate_series(0, 6) place where place % 2 = 1 and get_byte(bytes, place) >= 252);
    made := '';
    total := 0;
    for place in 0..6 loop
      value := get_byte(bytes, place) % case place % 2 when 0 then 8 else 7 end;
      made := made || substr(case place % 2 when 0 then digits else letters end, value + 1, 1);
      total := total + value * weights[place + 1];
    end loop;
    made := made || substr(letters, total % 7 + 1, 1);
    exit when not exists (select 1 from referral r where r.partnership_id = its_partnership and r.code = made);
  end loop;
  return made;
end $$;
--> statement-breakpoint
create function door.referral_made() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if new.code is null then new.code := door.new_code(new.partnership_id); end if;
  return new;
end $$;
--> statement-breakpoint
-- The id of an event is the hash of a random seed that is kept nowhere: whoever writes it knows it, nobody aims at another's,
-- and nothing can be counted by it. Whoever may not hear how often something happened leaves out its number.
create function door.event_made() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  new.seq := coalesce(new.seq, (
    select r.events + 1 from referral r where r.partnership_id = new.partnership_id and r.id = new.referral_id));
  new.id := door.hash_id(coalesce(new.id, gen_random_uuid()));
  return new;
end $$;
--> statement-breakpoint
-- An act makes one handover at most: its id is the hash of its event's.
create function door.handover_made() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  new.seq := coalesce(new.seq, (
    select max(h.seq) + 1 from handover h where h.partnership_id = new.partnership_id and h.referral_id = new.referral_id), 1);
  new.id := (
    select door.hash_id(e.id) from event e
    where e.partnership_id = new.partnership_id and e.referral_id = new.referral_id and e.tx = pg_current_xact_id_if_assigned()
    order by e.seq desc limit 1);
  return new;
end $$;
--> statement-breakpoint
revoke all on function door.hash_id(uuid), door.new_code(uuid) from public;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger referral_made before insert on referral for each row execute function door.referral_made();
--> statement-breakpoint
create trigger event_made before insert on event for each row when (current_user in ('brobyg_app', 'brobyg_jobs')) execute function door.event_made();
--> statement-breakpoint
create trigger handover_made before insert on handover for each row when (current_user in ('brobyg_app', 'brobyg_jobs')) execute function door.handover_made();
--> statement-breakpoint
-- Every column but the id, and of a referral its code; of an event its seed, as its id.
do $$
declare
  its text;
  columns text;
begin
  foreach its in array '{referral,handover,event,message,result,notice}'::text[] loop
    select string_agg(quote_ident(a.attname), ', ') into columns from pg_attribute a
      where a.attrelid = its::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'id'
        and (its, a.attname::text) not in (('referral', 'code'), ('event', 'before'), ('event', 'tx'), ('event', 'post_name'),
          ('notice', 'mailed_at'), ('notice', 'dropped_at'));
    execute format('revoke insert on %I from brobyg_app', its);
    execute format('grant insert (%s) on %I to brobyg_app', columns, its);
  end loop;
end $$;
--> statement-breakpoint
grant insert (id) on event to brobyg_app;
