-- Answers of one form that cannot both be true, as lib/referral/contradiction.ts says it: what the resident says of their
-- name, beside whether they know of it and how they are reached. Versions of the agreement that rule nothing out still hold.
set local role brobyg_door;
--> statement-breakpoint
create function door.rules_out(service jsonb, answers jsonb, said text) returns boolean language sql immutable set search_path = '' as $$
  select exists (
    select 1 from jsonb_array_elements(service -> 'key') question, jsonb_array_elements(question -> 'choices') choice
    where choice -> 'rulesOut' ? said and coalesce(answers -> (question ->> 'code') @> (choice -> 'code'), false)) $$;
--> statement-breakpoint
-- Only of what is logged and sent at once: a yes that comes later says that the resident was asked since.
create function door.consent_fits_answers() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r referral;
  m referral_matter;
begin
  if not exists (select 1 from event e where e.partnership_id = new.partnership_id and e.referral_id = new.referral_id
      and e.act = 'log' and e.tx = pg_current_xact_id()) then
    return new;
  end if;
  select x.* into r from referral x where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  select x.* into m from referral_matter x where x.partnership_id = new.partnership_id and x.referral_id = new.referral_id
    order by x.version desc limit 1;
  if m.contact = 'directly' and new.name = 'not_yet'
    or door.rules_out(door.service_of(r.partnership_id, r.agreement_id, r.service), m.answers, new.name::text) then
    raise exception 'not something that can be said of this resident' using errcode = 'BB007';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- A correction says nothing that a yes of the resident rules out while it lasts. Whoever may not hear how it goes is told
-- nothing of a yes that others wrote down.
create function door.answers_fit_consent() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  service jsonb;
  today date := door.day_of(e.at);
begin
  if e.act <> 'correct' then return new; end if;
  select x.* into r from referral x where x.partnership_id = new.partnership_id and x.id = new.referral_id;
  if e.post_id = r.origin_post and r.holder_post <> r.origin_post and r.id = any (door.muted(array[r.id])) then return new; end if;
  service := door.service_of(r.partnership_id, r.agreement_id, r.service);
  if exists (
    select 1 from (
      select distinct on (c.unit_id) c.name, c.expires_on from consent c
      where c.partnership_id = r.partnership_id and c.referral_id = r.id order by c.unit_id, c.seq desc) n
    where (n.name = 'written' or n.name = 'oral' and n.expires_on >= today)
      and door.rules_out(service, new.answers, n.name::text)) then
    raise exception 'not a situation of this service' using errcode = 'BB004';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger consent_fits_answers before insert on consent for each row when (current_user = 'brobyg_app') execute function door.consent_fits_answers();
--> statement-breakpoint
create trigger answers_fit_consent before insert on referral_matter for each row when (current_user = 'brobyg_app') execute function door.answers_fit_consent();
