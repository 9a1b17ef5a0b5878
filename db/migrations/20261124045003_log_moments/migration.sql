ALTER TABLE "log" ALTER COLUMN "at" SET DEFAULT clock_timestamp();--> statement-breakpoint
CREATE POLICY "log_door" ON "log" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_case_door" ON "meeting_case" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);