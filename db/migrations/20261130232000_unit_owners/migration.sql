CREATE TABLE "responsible_request" (
	"partnership_id" uuid,
	"id" uuid,
	"unit_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"outcome" "request_outcome",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "responsible_request_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "another_administrator_answers" CHECK ((outcome is null) = (answered_by is null) and (answered_by is null) = (answered_at is null)
        and (outcome is null or (outcome = 'withdrawn') = (answered_by = asked_by)))
);
--> statement-breakpoint
ALTER TABLE "responsible_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_owner" (
	"partnership_id" uuid,
	"unit_id" uuid,
	"owner_id" uuid,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "unit_owner_pkey" PRIMARY KEY("partnership_id","unit_id","owner_id","valid_from"),
	CONSTRAINT "owner_ends_after_it_began" CHECK (valid_to >= valid_from - 1)
);
--> statement-breakpoint
ALTER TABLE "unit_owner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "responsible_request_waits" ON "responsible_request" ("partnership_id","unit_id") WHERE outcome is null;--> statement-breakpoint
ALTER TABLE "responsible_request" ADD CONSTRAINT "responsible_request_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "responsible_request" ADD CONSTRAINT "responsible_request_XUF1W9BLWvk8_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "responsible_request" ADD CONSTRAINT "responsible_request_mgPWQFPsLeEz_fkey" FOREIGN KEY ("partnership_id","owner_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "responsible_request" ADD CONSTRAINT "responsible_request_NJvTygNFwFQx_fkey" FOREIGN KEY ("partnership_id","asked_by") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "responsible_request" ADD CONSTRAINT "responsible_request_N4y8AXGS8b4m_fkey" FOREIGN KEY ("partnership_id","answered_by") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "unit_owner" ADD CONSTRAINT "unit_owner_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "unit_owner" ADD CONSTRAINT "unit_owner_partnership_id_unit_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "unit_owner" ADD CONSTRAINT "unit_owner_partnership_id_owner_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","owner_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "unit_door_change" ON "unit" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsible_request_read" ON "responsible_request" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "responsible_request_add" ON "responsible_request" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsible_request_door" ON "responsible_request" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "responsible_request_door_change" ON "responsible_request" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsible_request_door_remove" ON "responsible_request" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "unit_owner_read" ON "unit_owner" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "unit_owner_door" ON "unit_owner" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "unit_owner_add" ON "unit_owner" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "unit_owner_change" ON "unit_owner" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "unit_owner_door_add" ON "unit_owner" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_owner_door_change" ON "unit_owner" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);