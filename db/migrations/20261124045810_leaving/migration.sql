CREATE POLICY "event_door_add" ON "event" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "handover_door_change" ON "handover" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "referral_door_change" ON "referral" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "draft_door" ON "draft" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "draft_door_remove" ON "draft" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);