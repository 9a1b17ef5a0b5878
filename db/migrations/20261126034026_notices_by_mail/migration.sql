CREATE TABLE "digest" (
	"partnership_id" uuid,
	"on_day" date,
	CONSTRAINT "digest_pkey" PRIMARY KEY("partnership_id","on_day")
);
--> statement-breakpoint
ALTER TABLE "digest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_choice" (
	"partnership_id" uuid,
	"person_id" uuid,
	"off" text[] NOT NULL,
	"locale" text NOT NULL,
	CONSTRAINT "mail_choice_pkey" PRIMARY KEY("partnership_id","person_id"),
	CONSTRAINT "off_is_a_kind" CHECK (off <@ array['waits', 'deadline', 'news', 'leads', 'journal'])
);
--> statement-breakpoint
ALTER TABLE "mail_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mail_of_person" ON "mail" ("partnership_id","person_id","at");--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notice" ("partnership_id","release_at") WHERE mailed_at is null and dropped_at is null;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_4Q5eGbf778pj_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "digest_jobs" ON "digest" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_door" ON "mail" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "mail_choice_read" ON "mail_choice" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "mail_choice_add" ON "mail_choice" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "mail_choice_change" ON "mail_choice" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "mail_choice_jobs" ON "mail_choice" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "notice_add" ON "notice" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and mailed_at is null and door.writes(referral_id)
        and exists (select 1 from door.acting(referral_id) now where now.event_id = notice.event_id));