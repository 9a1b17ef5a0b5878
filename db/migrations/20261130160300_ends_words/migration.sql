-- Words go in two moments only: when a consent is taken back, and when what matters stands in the journal. An event that says
-- "consent" is not enough: that a resident said no stands beside it.
set local role brobyg_door;
--> statement-breakpoint
create function door.ends_words(referral uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return door.keeps(referral) and exists (
    select 1 from door.acting(referral) now
    where now.act = 'journal' or now.act = 'consent' and exists (
      select 1 from consent c
      where c.partnership_id = door.partnership() and c.referral_id = ends_words.referral and c.name = 'withdrawn'
        and c.xmin = pg_current_xact_id()::xid));
end $$;
--> statement-breakpoint
create or replace function door.delete_text(referral uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if not door.ends_words(delete_text.referral) then return; end if;
  delete from message m where m.partnership_id = door.partnership() and m.referral_id = delete_text.referral
    and m.body is not null;
end $$;
--> statement-breakpoint
reset role;
