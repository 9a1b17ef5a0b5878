CREATE TYPE "checklist_point" AS ENUM('joint-controllers', 'processing', 'dpia', 'officer', 'residents');--> statement-breakpoint
CREATE TABLE "checklist_tick" (
	"partnership_id" uuid,
	"point" "checklist_point",
	"post_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "checklist_tick_pkey" PRIMARY KEY("partnership_id","point"),
	CONSTRAINT "settled_in_this_century" CHECK (on_day >= '2000-01-01')
);
--> statement-breakpoint
ALTER TABLE "checklist_tick" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_check" (
	"partnership_id" uuid PRIMARY KEY,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"sound" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "checklist_tick" ADD CONSTRAINT "checklist_tick_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "checklist_tick" ADD CONSTRAINT "checklist_tick_NZRG9lnvqQTg_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "log_check" ADD CONSTRAINT "log_check_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
CREATE POLICY "checklist_tick_read" ON "checklist_tick" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "checklist_tick_add" ON "checklist_tick" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and case point when 'officer' then (select door.has_duty('protect')) and not (select door.has_duty('administer')) else (select door.has_duty('administer')) end and on_day <= (select door.today()) and post_id = any ((select door.posts())::uuid[]) and exists (
        select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = checklist_tick.partnership_id and p.id = checklist_tick.post_id
          and case checklist_tick.point when 'officer' then 'protect' else 'administer' end = any (f.duties)));--> statement-breakpoint
CREATE POLICY "checklist_tick_remove" ON "checklist_tick" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and case point when 'officer' then (select door.has_duty('protect')) and not (select door.has_duty('administer')) else (select door.has_duty('administer')) end);--> statement-breakpoint
CREATE POLICY "checklist_tick_door" ON "checklist_tick" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "log_check_read" ON "log_check" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('protect')));--> statement-breakpoint
CREATE POLICY "log_check_door" ON "log_check" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "log_check_jobs" ON "log_check" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);