CREATE TABLE "meeting_told" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"person_id" uuid,
	"on_day" date NOT NULL,
	"starts_at" text NOT NULL,
	"place_unit" uuid NOT NULL,
	CONSTRAINT "meeting_told_pkey" PRIMARY KEY("partnership_id","meeting_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_told" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_told" ADD CONSTRAINT "meeting_told_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_told" ADD CONSTRAINT "meeting_told_bvueQhArMBKf_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_told" ADD CONSTRAINT "meeting_told_8nkAHXDlZxSP_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_told" ADD CONSTRAINT "meeting_told_YShcQMrd2WQh_fkey" FOREIGN KEY ("partnership_id","place_unit") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "meeting_door_change" ON "meeting" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_told_door" ON "meeting_told" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_told_add" ON "meeting_told" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_told_door_change" ON "meeting_told" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_told_door_remove" ON "meeting_told" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);