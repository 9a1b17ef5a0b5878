CREATE TABLE "presence" (
	"partnership_id" uuid,
	"referral_id" uuid,
	"person_id" uuid,
	"post_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "presence_pkey" PRIMARY KEY("partnership_id","referral_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_view" (
	"partnership_id" uuid,
	"person_id" uuid,
	"place" smallint,
	"list" text NOT NULL,
	"view" text,
	"service" text,
	"state" text,
	"unit_id" uuid,
	"sort" text,
	CONSTRAINT "own_view_pkey" PRIMARY KEY("partnership_id","person_id","place"),
	CONSTRAINT "own_view_once" UNIQUE NULLS NOT DISTINCT("partnership_id","person_id","list","view","service","state","unit_id","sort"),
	CONSTRAINT "own_view_ten" CHECK (place between 1 and 10),
	CONSTRAINT "own_view_coded" CHECK (list in ('waits', 'held') and view in ('mine', 'ball', 'late', 'meeting')
        and state in ('late', 'last_day', 'in_time', 'on_hold') and sort = 'newest' and service ~ '^[A-Z][A-Z0-9_]*$'
        and num_nonnulls(service, state, unit_id, sort) > 0)
);
--> statement-breakpoint
ALTER TABLE "own_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "presence_of_person" ON "presence" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "presence_age" ON "presence" ("seen_at");--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_Uo8gUE2LLt1v_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "own_view" ADD CONSTRAINT "own_view_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "own_view" ADD CONSTRAINT "own_view_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "own_view" ADD CONSTRAINT "own_view_partnership_id_unit_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "presence_read" ON "presence" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (seen_at > clock_timestamp() - interval '40 seconds'
        and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0))));--> statement-breakpoint
CREATE POLICY "presence_add" ON "presence" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[])
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));--> statement-breakpoint
CREATE POLICY "presence_change" ON "presence" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[])
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));--> statement-breakpoint
CREATE POLICY "presence_remove" ON "presence" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "presence_jobs" ON "presence" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own_view_read" ON "own_view" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "own_view_add" ON "own_view" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and (service is null or exists (select 1 from agreement a
        where a.partnership_id = own_view.partnership_id and jsonb_path_exists(a.content,
          '$.services[*] ? (@.code == $code)', jsonb_build_object('code', own_view.service)))));--> statement-breakpoint
CREATE POLICY "own_view_remove" ON "own_view" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "own_view_door" ON "own_view" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "own_view_door_remove" ON "own_view" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);