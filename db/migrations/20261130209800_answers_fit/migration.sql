set local role brobyg_door;
--> statement-breakpoint
-- A correction says nothing that a yes of the resident rules out while it lasts, and lets nobody contact directly whose name no
-- unit may know, unless it was so before. Whoever may not hear how it goes is told nothing of what others wrote down, and a row
-- without its act nothing of either: another trigger refuses it.
create or replace function door.answers_fit_consent() returns trigger language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  e event := door.act_of(new.partnership_id, new.referral_id);
  r referral;
  service jsonb;
  today date := door.day_of(e.at);
begin
  if e.act is distinct from 'correct' then return new; end if;
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
  if new.contact = 'directly'
    and not exists (
      select 1 from referral_matter m where m.partnership_id = r.partnership_id and m.referral_id = r.id
        and m.version = new.version - 1 and m.contact = 'directly')
    and (
      select bool_and(n.name = 'not_yet') from (
        select distinct on (c.unit_id) c.name from consent c
        where c.partnership_id = r.partnership_id and c.referral_id = r.id order by c.unit_id, c.seq desc) n) then
    raise exception 'nobody contacts directly whose name they may not know' using errcode = 'BB004';
  end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
