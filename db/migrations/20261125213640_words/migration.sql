CREATE TABLE "known_word" (
	"partnership_id" uuid,
	"word" text,
	"added_by" uuid NOT NULL,
	CONSTRAINT "known_word_pkey" PRIMARY KEY("partnership_id","word"),
	CONSTRAINT "known_word_one_word" CHECK (word = lower(word) and length(word) between 2 and 40 and word !~ '[[:space:][:digit:]@]')
);
--> statement-breakpoint
ALTER TABLE "known_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "not_a_name" (
	"partnership_id" uuid,
	"word" text,
	"person_id" uuid,
	CONSTRAINT "not_a_name_pkey" PRIMARY KEY("partnership_id","word","person_id"),
	CONSTRAINT "not_a_name_one_word" CHECK (word = lower(word) and length(word) between 2 and 40 and word !~ '[[:space:][:digit:]@]')
);
--> statement-breakpoint
ALTER TABLE "not_a_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "known_word_of_person" ON "known_word" ("partnership_id","added_by");--> statement-breakpoint
CREATE INDEX "not_a_name_of_person" ON "not_a_name" ("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "known_word" ADD CONSTRAINT "known_word_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "known_word" ADD CONSTRAINT "known_word_tQ2ydDY04Fsp_fkey" FOREIGN KEY ("partnership_id","added_by") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "not_a_name" ADD CONSTRAINT "not_a_name_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "not_a_name" ADD CONSTRAINT "not_a_name_l9aFGIU8n2v7_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "known_word_read" ON "known_word" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "known_word_add" ON "known_word" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')) and added_by = (select door.me()) and 3 <= (select count(*) from not_a_name said
        where said.partnership_id = known_word.partnership_id and said.word = known_word.word));--> statement-breakpoint
CREATE POLICY "known_word_remove" ON "known_word" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "not_a_name_read" ON "not_a_name" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (select door.has_duty('administer'))));--> statement-breakpoint
CREATE POLICY "not_a_name_add" ON "not_a_name" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "not_a_name_remove" ON "not_a_name" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));