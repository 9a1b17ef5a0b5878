-- Whoever calls the meetings of a series leads them: the coordinator those of the network, the prevention centre those on
-- health. It lets them see no referral.
set local role brobyg_door;
--> statement-breakpoint
create function door.leads(meeting uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  mine uuid[] := door.posts();
begin
  return exists (
    select 1 from meeting m where m.partnership_id = here and m.id = leads.meeting and m.convener_post = any (mine));
end $$;
--> statement-breakpoint
-- Is it a post of the function that calls this series, by the agreement in force?
create function door.calls(series text, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  return exists (
    select 1 from post p
    where p.partnership_id = here and p.id = calls.post and p.function = (
      select jsonb_path_query_first(a.content, '$.meetings[*] ? (@.code == $code).convener',
        jsonb_build_object('code', calls.series)) #>> '{}'
      from agreement a where a.partnership_id = here and a.valid_from <= door.today()
      order by a.number desc limit 1));
end $$;
--> statement-breakpoint
revoke execute on function door.leads(uuid), door.calls(text, uuid) from public;
--> statement-breakpoint
grant execute on function door.leads(uuid), door.calls(text, uuid) to brobyg_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
CREATE TABLE "meeting_guest" (
	"partnership_id" uuid,
	"id" uuid,
	"meeting_id" uuid NOT NULL,
	"address" text NOT NULL,
	"on_day" date,
	"starts_at" text,
	"place_unit" uuid,
	"off" boolean DEFAULT false NOT NULL,
	CONSTRAINT "meeting_guest_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "meeting_guest_partnership_id_meeting_id_address_unique" UNIQUE("partnership_id","meeting_id","address"),
	CONSTRAINT "address_is_short" CHECK (char_length(address) <= 200)
);
--> statement-breakpoint
ALTER TABLE "meeting_guest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_ibcs3lXtNabS_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_uF3KtJ3SLclA_fkey" FOREIGN KEY ("partnership_id","place_unit") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "meeting_guest_read" ON "meeting_guest" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.leads(meeting_id));--> statement-breakpoint
CREATE POLICY "meeting_guest_add" ON "meeting_guest" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.leads(meeting_id) and on_day is null and not off);--> statement-breakpoint
CREATE POLICY "meeting_guest_change" ON "meeting_guest" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.leads(meeting_id)) WITH CHECK (partnership_id = (select door.partnership()) and door.leads(meeting_id));--> statement-breakpoint
CREATE POLICY "meeting_guest_door" ON "meeting_guest" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_guest_door_change" ON "meeting_guest" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_guest_door_remove" ON "meeting_guest" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
ALTER POLICY "decision_add" ON "decision" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "decision_change" ON "decision" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id) or owner_post = any ((select door.posts())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id) or owner_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
ALTER POLICY "decision_remove" ON "decision" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "meeting_read" ON "meeting" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(meeting.id) or convener_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
ALTER POLICY "meeting_add" ON "meeting" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and convener_post = any ((select door.posts())::uuid[]) and door.calls(series, convener_post));--> statement-breakpoint
ALTER POLICY "meeting_change" ON "meeting" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or convener_post = any ((select door.posts())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or convener_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
ALTER POLICY "meeting_item_add" ON "meeting_item" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or (kind = 'point' and (door.leads(meeting_id) or (by_post = any ((select door.posts())::uuid[]) and door.attends(meeting_id))))));--> statement-breakpoint
ALTER POLICY "meeting_item_change" ON "meeting_item" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "meeting_item_remove" ON "meeting_item" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id) or (kind = 'point' and by_post = any ((select door.posts())::uuid[]))));--> statement-breakpoint
ALTER POLICY "meeting_post_add" ON "meeting_post" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "meeting_post_change" ON "meeting_post" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "meeting_post_remove" ON "meeting_post" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "minutes_add" ON "minutes" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "minutes_approval_add" ON "minutes_approval" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));--> statement-breakpoint
ALTER POLICY "minutes_correction_add" ON "minutes_correction" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.leads(meeting_id)));