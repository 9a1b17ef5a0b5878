CREATE TABLE "calendar_feed" (
	"account_id" uuid PRIMARY KEY,
	"hash" bytea NOT NULL UNIQUE,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
CREATE POLICY "calendar_feed_door" ON "calendar_feed" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);