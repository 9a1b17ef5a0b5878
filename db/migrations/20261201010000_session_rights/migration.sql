CREATE TABLE "session_rights" (
	"hash" bytea PRIMARY KEY,
	"seen_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"day" date,
	"directory" integer,
	"person_id" uuid,
	"posts" uuid[],
	"duties" text[],
	"led" uuid[],
	"overseen" uuid[]
);
--> statement-breakpoint
ALTER TABLE "session_rights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- Whoever is signed in stays so. For this one transaction the owner sees the sessions.
CREATE POLICY "session_moved" ON "session" FOR SELECT TO current_user USING (true);--> statement-breakpoint
INSERT INTO "session_rights" ("hash", "seen_at") SELECT "hash", "seen_at" FROM "session";--> statement-breakpoint
DROP POLICY "session_moved" ON "session";--> statement-breakpoint
ALTER TABLE "session" DROP COLUMN "seen_at";--> statement-breakpoint
ALTER TABLE "session_rights" ADD CONSTRAINT "session_rights_hash_session_hash_fkey" FOREIGN KEY ("hash") REFERENCES "session"("hash") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "session_rights_door" ON "session_rights" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);