ALTER TABLE "agreement_draft" ADD COLUMN "returned_on" date;--> statement-breakpoint
CREATE POLICY "agreement_draft_door" ON "agreement_draft" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "agreement_draft_door_change" ON "agreement_draft" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);