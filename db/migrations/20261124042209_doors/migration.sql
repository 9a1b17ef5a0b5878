CREATE TYPE "ceremony_kind" AS ENUM('second-factor', 'enrol', 'unlock', 'step-up', 'passkey');--> statement-breakpoint
CREATE TYPE "factor_kind" AS ENUM('totp', 'passkey');--> statement-breakpoint
CREATE TYPE "session_method" AS ENUM('demo', 'password', 'passkey', 'provider');--> statement-breakpoint
CREATE TYPE "capacity_state" AS ENUM('full', 'slow');--> statement-breakpoint
CREATE TABLE "ceremony" (
	"hash" bytea PRIMARY KEY,
	"kind" "ceremony_kind" NOT NULL,
	"account_id" uuid,
	"challenge" text,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ceremony" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "device" (
	"hash" bytea PRIMARY KEY,
	"account_id" uuid NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "device" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "factor" (
	"id" uuid PRIMARY KEY,
	"account_id" uuid NOT NULL,
	"kind" "factor_kind" NOT NULL,
	"label" text NOT NULL,
	"secret" bytea,
	"last_step" bigint,
	"credential_id" text UNIQUE,
	"public_key" bytea,
	"counter" bigint,
	"transports" text[],
	"confirmed_at" timestamp with time zone,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity" (
	"issuer" text,
	"subject" text,
	"account_id" uuid NOT NULL,
	CONSTRAINT "identity_pkey" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"hash" bytea PRIMARY KEY,
	"account_id" uuid NOT NULL,
	"partnership_id" uuid NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"account_id" uuid,
	"hash" bytea,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_pkey" PRIMARY KEY("account_id","hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" bytea PRIMARY KEY,
	"tries" integer NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "throttle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_draft" (
	"partnership_id" uuid PRIMARY KEY,
	"based_on" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"proposed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreement_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "capacity" (
	"partnership_id" uuid,
	"post_id" uuid,
	"service" text,
	"state" "capacity_state" NOT NULL,
	"until_day" date NOT NULL,
	CONSTRAINT "capacity_pkey" PRIMARY KEY("partnership_id","post_id","service")
);
--> statement-breakpoint
ALTER TABLE "capacity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "anchor" (
	"partnership_id" uuid,
	"number" bigint,
	"hash" bytea NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "anchor_pkey" PRIMARY KEY("partnership_id","number")
);
--> statement-breakpoint
ALTER TABLE "anchor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link" (
	"partnership_id" uuid,
	"number" bigint,
	"log_id" uuid NOT NULL,
	"hash" bytea NOT NULL,
	CONSTRAINT "link_pkey" PRIMARY KEY("partnership_id","number")
);
--> statement-breakpoint
ALTER TABLE "link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log" (
	"partnership_id" uuid,
	"id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"posts" uuid[] NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"codes" text[] NOT NULL,
	"detail" jsonb,
	CONSTRAINT "log_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail" (
	"partnership_id" uuid,
	"id" uuid,
	"to_address" text NOT NULL,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"locale" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failed" text,
	CONSTRAINT "mail_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" "session_method" DEFAULT 'demo'::"session_method" NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "strong_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "adopted_by" uuid;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "meeting_on" date;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "adopted_on" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "mail" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "mail" text;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "checked_on" date;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_id_key" UNIQUE("id");--> statement-breakpoint
CREATE INDEX "ceremony_age" ON "ceremony" ("ends_at");--> statement-breakpoint
CREATE INDEX "device_of_account" ON "device" ("account_id");--> statement-breakpoint
CREATE INDEX "factor_of_account" ON "factor" ("account_id");--> statement-breakpoint
CREATE INDEX "identity_of_account" ON "identity" ("account_id");--> statement-breakpoint
CREATE INDEX "invitation_of_account" ON "invitation" ("account_id");--> statement-breakpoint
CREATE INDEX "session_of_account" ON "session" ("account_id");--> statement-breakpoint
CREATE INDEX "throttle_age" ON "throttle" ("since");--> statement-breakpoint
CREATE INDEX "link_of_log" ON "link" ("partnership_id","log_id");--> statement-breakpoint
CREATE INDEX "log_at" ON "log" ("partnership_id","at");--> statement-breakpoint
CREATE INDEX "log_of_person" ON "log" ("partnership_id","person_id","at");--> statement-breakpoint
CREATE INDEX "log_of_code" ON "log" USING gin ("codes");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" ("at") WHERE sent_at is null;--> statement-breakpoint
ALTER TABLE "ceremony" ADD CONSTRAINT "ceremony_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "factor" ADD CONSTRAINT "factor_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_adopted_by_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","adopted_by") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "agreement_draft" ADD CONSTRAINT "agreement_draft_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "agreement_draft" ADD CONSTRAINT "agreement_draft_VifdcoTbwO65_fkey" FOREIGN KEY ("partnership_id","based_on") REFERENCES "agreement"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "log" ADD CONSTRAINT "log_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "log" ADD CONSTRAINT "log_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
CREATE POLICY "ceremony_door" ON "ceremony" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "device_door" ON "device" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "factor_door" ON "factor" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity_door" ON "identity" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_door" ON "invitation" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_code_door" ON "recovery_code" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "throttle_door" ON "throttle" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "absence_add" ON "absence" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
CREATE POLICY "absence_change" ON "absence" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
CREATE POLICY "absence_remove" ON "absence" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
CREATE POLICY "agreement_add" ON "agreement" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('forum')) and adopted_by = any ((select door.posts())::uuid[]));--> statement-breakpoint
CREATE POLICY "agreement_draft_read" ON "agreement_draft" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or ((select door.has_duty('forum')) and proposed)));--> statement-breakpoint
CREATE POLICY "agreement_draft_add" ON "agreement_draft" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "agreement_draft_change" ON "agreement_draft" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "agreement_draft_remove" ON "agreement_draft" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or ((select door.has_duty('forum')) and proposed)));--> statement-breakpoint
CREATE POLICY "capacity_read" ON "capacity" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "capacity_door" ON "capacity" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "capacity_jobs" ON "capacity" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "capacity_add" ON "capacity" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "capacity_change" ON "capacity" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen() || door.led())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and (post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "capacity_remove" ON "capacity" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "function_name_add" ON "function_name" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "function_name_change" ON "function_name" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "function_add" ON "function" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "function_change" ON "function" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "holding_add" ON "holding" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "holding_change" ON "holding" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or post_id = any ((select door.overseen() || door.led())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "person_add" ON "person" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_change" ON "person" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or id = (select door.me()) or id = any ((select door.my_people())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or id = (select door.me()) or id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
CREATE POLICY "post_add" ON "post" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "post_change" ON "post" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or id = any ((select door.posts())::uuid[]) or id = any ((select door.overseen() || door.led())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or id = any ((select door.posts())::uuid[]) or id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "unit_add" ON "unit" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "unit_change" ON "unit" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "unit_name_add" ON "unit_name" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "unit_name_change" ON "unit_name" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('administer'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('administer')));--> statement-breakpoint
CREATE POLICY "anchor_read" ON "anchor" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('protect')));--> statement-breakpoint
CREATE POLICY "anchor_jobs" ON "anchor" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "link_read" ON "link" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('protect')));--> statement-breakpoint
CREATE POLICY "link_jobs" ON "link" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_read" ON "log" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('protect')));--> statement-breakpoint
CREATE POLICY "log_add" ON "log" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_jobs" ON "log" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_add" ON "mail" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_jobs" ON "mail" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);