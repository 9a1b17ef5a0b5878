CREATE POLICY "decision_door" ON "decision" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
grant select on decision to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Has anything been decided at this meeting, with an outcome or without one, or minutes approved?
create or replace function door.meeting_decided(here uuid, its uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (
      select 1 from meeting_item i where i.partnership_id = here and i.meeting_id = its and i.outcome is not null)
    or exists (select 1 from decision d where d.partnership_id = here and d.meeting_id = its)
    or exists (select 1 from minutes_approval a where a.partnership_id = here and a.at_meeting = its);
end $$;
--> statement-breakpoint
reset role;
