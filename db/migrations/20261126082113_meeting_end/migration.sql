CREATE TABLE "meeting_answered" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"person_id" uuid,
	CONSTRAINT "meeting_answered_pkey" PRIMARY KEY("partnership_id","meeting_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_answered" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_rating" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"question" text,
	"score" integer,
	"count" integer NOT NULL,
	CONSTRAINT "meeting_rating_pkey" PRIMARY KEY("partnership_id","meeting_id","question","score"),
	CONSTRAINT "score_on_the_scale" CHECK (score between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "meeting_rating" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_remark" (
	"partnership_id" uuid,
	"id" uuid,
	"meeting_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "meeting_remark_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "remark_is_short" CHECK (char_length(text) between 1 and 280)
);
--> statement-breakpoint
ALTER TABLE "meeting_remark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "minutes_approval" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"at_meeting" uuid NOT NULL,
	"number" integer NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "minutes_approval_pkey" PRIMARY KEY("partnership_id","meeting_id")
);
--> statement-breakpoint
ALTER TABLE "minutes_approval" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "minutes_correction" (
	"partnership_id" uuid,
	"id" uuid,
	"meeting_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_correction_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "correction_is_short" CHECK (char_length(text) between 1 and 280)
);
--> statement-breakpoint
ALTER TABLE "minutes_correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "asked" text[];--> statement-breakpoint
CREATE INDEX "minutes_correction_of" ON "minutes_correction" ("partnership_id","meeting_id","at");--> statement-breakpoint
ALTER TABLE "meeting_answered" ADD CONSTRAINT "meeting_answered_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_answered" ADD CONSTRAINT "meeting_answered_3rWvtuhOQUct_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_answered" ADD CONSTRAINT "meeting_answered_N32BDk2NVT45_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_rating" ADD CONSTRAINT "meeting_rating_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_rating" ADD CONSTRAINT "meeting_rating_StlmiWXwZ3hD_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_remark" ADD CONSTRAINT "meeting_remark_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_remark" ADD CONSTRAINT "meeting_remark_KcIO9Ow5t3ZA_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "minutes_approval" ADD CONSTRAINT "minutes_approval_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "minutes_approval" ADD CONSTRAINT "minutes_approval_8rJDaaJU2Hzf_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "minutes"("partnership_id","meeting_id");--> statement-breakpoint
ALTER TABLE "minutes_approval" ADD CONSTRAINT "minutes_approval_yA7jYK80T3bb_fkey" FOREIGN KEY ("partnership_id","at_meeting") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_7NDFUdoTF1MU_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "minutes"("partnership_id","meeting_id");--> statement-breakpoint
CREATE POLICY "meeting_answered_door" ON "meeting_answered" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_answered_add" ON "meeting_answered" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_answered_door_remove" ON "meeting_answered" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_rating_door" ON "meeting_rating" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_rating_add" ON "meeting_rating" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_rating_door_change" ON "meeting_rating" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_rating_door_remove" ON "meeting_rating" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_remark_door" ON "meeting_remark" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_remark_add" ON "meeting_remark" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_remark_door_remove" ON "meeting_remark" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "minutes_approval_read" ON "minutes_approval" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(minutes_approval.meeting_id)));--> statement-breakpoint
CREATE POLICY "minutes_approval_add" ON "minutes_approval" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "minutes_correction_read" ON "minutes_correction" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(minutes_correction.meeting_id)));--> statement-breakpoint
CREATE POLICY "minutes_correction_add" ON "minutes_correction" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));