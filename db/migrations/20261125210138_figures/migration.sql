CREATE TABLE "release" (
	"partnership_id" uuid,
	"quarter" date,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_pkey" PRIMARY KEY("partnership_id","quarter"),
	CONSTRAINT "a_quarter_begins" CHECK (quarter = date_trunc('quarter', quarter)::date)
);
--> statement-breakpoint
ALTER TABLE "release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
CREATE POLICY "release_read" ON "release" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('forum')) or (select door.has_duty('lead'))));--> statement-breakpoint
CREATE POLICY "release_door" ON "release" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "release_jobs_read" ON "release" AS PERMISSIVE FOR SELECT TO "brobyg_jobs" USING (true);--> statement-breakpoint
CREATE POLICY "release_jobs_add" ON "release" AS PERMISSIVE FOR INSERT TO "brobyg_jobs" WITH CHECK (true);