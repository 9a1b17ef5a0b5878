CREATE TABLE "agreement_comment" (
	"partnership_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "agreement_comment_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "comment_is_short" CHECK (char_length(text) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "agreement_comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreement_draft" ADD COLUMN "comments_until" date;--> statement-breakpoint
ALTER TABLE "agreement_comment" ADD CONSTRAINT "agreement_comment_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "agreement_comment" ADD CONSTRAINT "agreement_comment_rWw1yFMF8H93_fkey" FOREIGN KEY ("partnership_id") REFERENCES "agreement_draft"("partnership_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "agreement_comment" ADD CONSTRAINT "agreement_comment_sNTCFI1dmzzE_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "agreement_comment" ADD CONSTRAINT "agreement_comment_nuqbdgZqHoRK_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "agreement_comment_read" ON "agreement_comment" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or (select door.has_duty('forum'))));--> statement-breakpoint
CREATE POLICY "agreement_comment_add" ON "agreement_comment" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('forum')) and not (select door.has_duty('administer')) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and exists (select 1 from agreement_draft d where d.partnership_id = agreement_comment.partnership_id
        and d.proposed and d.comments_until >= (app_now() at time zone 'Europe/Copenhagen')::date));--> statement-breakpoint
CREATE POLICY "agreement_comment_remove" ON "agreement_comment" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('forum')) and person_id = (select door.me()) and exists (select 1 from agreement_draft d where d.partnership_id = agreement_comment.partnership_id
        and d.proposed and d.comments_until >= (app_now() at time zone 'Europe/Copenhagen')::date));--> statement-breakpoint
CREATE POLICY "function_name_add" ON "function_name" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "function_name_door_change" ON "function_name" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "function_add" ON "function" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "function_door_change" ON "function" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);