CREATE TYPE "holding_kind" AS ENUM('holder', 'deputy');--> statement-breakpoint
CREATE TYPE "unit_kind" AS ENUM('municipality', 'administration', 'municipal-unit', 'housing-organisation', 'helhedsplan', 'estate', 'forum', 'partner');--> statement-breakpoint
CREATE TYPE "contact" AS ENUM('through_me', 'together', 'directly');--> statement-breakpoint
CREATE TYPE "message_kind" AS ENUM('note', 'question', 'answer', 'advice');--> statement-breakpoint
CREATE TYPE "name_consent" AS ENUM('written', 'oral', 'not_yet', 'cannot_ask', 'withdrawn');--> statement-breakpoint
CREATE TYPE "meeting_item_kind" AS ENUM('case', 'point');--> statement-breakpoint
CREATE TYPE "meeting_state" AS ENUM('called', 'held', 'closed');--> statement-breakpoint
CREATE TYPE "handover_state" AS ENUM('proposed', 'sent', 'opened', 'asked', 'accepted', 'on_hold', 'returned', 'redirected', 'withdrawn', 'advised', 'passed_on', 'completed', 'voided', 'undone');--> statement-breakpoint
CREATE TYPE "referral_status" AS ENUM('open', 'closed', 'voided');--> statement-breakpoint
CREATE TYPE "result_kind" AS ENUM('progress', 'outcome', 'means', 'reason');--> statement-breakpoint
CREATE TYPE "scope" AS ENUM('whole', 'facts', 'part', 'none');--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY,
	"email" text NOT NULL UNIQUE,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential" (
	"account_id" uuid PRIMARY KEY,
	"password" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credential" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"hash" bytea PRIMARY KEY,
	"account_id" uuid NOT NULL,
	"partnership_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "absence" (
	"partnership_id" uuid,
	"person_id" uuid,
	"from_day" date,
	"to_day" date NOT NULL,
	CONSTRAINT "absence_pkey" PRIMARY KEY("partnership_id","person_id","from_day")
);
--> statement-breakpoint
ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement" (
	"partnership_id" uuid,
	"id" uuid,
	"number" integer NOT NULL,
	"valid_from" date NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "agreement_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "agreement_partnership_id_number_unique" UNIQUE("partnership_id","number")
);
--> statement-breakpoint
ALTER TABLE "agreement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "function_name" (
	"partnership_id" uuid,
	"function" text,
	"valid_from" date,
	"da" text NOT NULL,
	"en" text NOT NULL,
	CONSTRAINT "function_name_pkey" PRIMARY KEY("partnership_id","function","valid_from")
);
--> statement-breakpoint
ALTER TABLE "function_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "function" (
	"partnership_id" uuid,
	"code" text,
	"duties" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "function_pkey" PRIMARY KEY("partnership_id","code")
);
--> statement-breakpoint
ALTER TABLE "function" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holding" (
	"partnership_id" uuid,
	"person_id" uuid,
	"post_id" uuid,
	"kind" "holding_kind" NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "holding_pkey" PRIMARY KEY("partnership_id","person_id","post_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "holding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"partnership_id" uuid,
	"id" uuid,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "person_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "person_partnership_id_account_id_unique" UNIQUE("partnership_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post" (
	"partnership_id" uuid,
	"id" uuid,
	"unit_id" uuid NOT NULL,
	"function" text NOT NULL,
	"phone" text,
	"hours" jsonb,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"successor_id" uuid,
	CONSTRAINT "post_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "post_partnership_id_unit_id_function_unique" UNIQUE("partnership_id","unit_id","function")
);
--> statement-breakpoint
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"partnership_id" uuid,
	"id" uuid,
	"kind" "unit_kind" NOT NULL,
	"parent_id" uuid,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "unit_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_name" (
	"partnership_id" uuid,
	"unit_id" uuid,
	"valid_from" date,
	"name" text NOT NULL,
	"short" text NOT NULL,
	CONSTRAINT "unit_name_pkey" PRIMARY KEY("partnership_id","unit_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "unit_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"partnership_id" uuid,
	"referral_id" uuid,
	"seq" integer,
	"unit_id" uuid NOT NULL,
	"name" "name_consent" NOT NULL,
	"feedback" text,
	"recorded_on" date NOT NULL,
	"expires_on" date,
	CONSTRAINT "consent_pkey" PRIMARY KEY("partnership_id","referral_id","seq"),
	CONSTRAINT "oral_consent_runs_out" CHECK ((name = 'oral') <= (expires_on is not null))
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"partnership_id" uuid,
	"id" uuid,
	"referral_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"handover_id" uuid,
	"kind" "message_kind" NOT NULL,
	"code" text,
	"body" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "message_is_short" CHECK (char_length(body) <= 280),
	CONSTRAINT "message_has_no_cpr" CHECK (body !~ '[0-9]{6}[^0-9]{0,2}[0-9]{4}')
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_matter" (
	"partnership_id" uuid,
	"referral_id" uuid,
	"version" integer,
	"situations" text[] NOT NULL,
	"answers" jsonb NOT NULL,
	"age" text,
	"children" text,
	"letter_on" date,
	"pay_by" date,
	"contact" "contact",
	"written_on" date NOT NULL,
	CONSTRAINT "referral_matter_pkey" PRIMARY KEY("partnership_id","referral_id","version")
);
--> statement-breakpoint
ALTER TABLE "referral_matter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "resident_mark" (
	"partnership_id" uuid,
	"referral_id" uuid,
	"mark" text NOT NULL,
	CONSTRAINT "resident_mark_pkey" PRIMARY KEY("partnership_id","referral_id")
);
--> statement-breakpoint
ALTER TABLE "resident_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision" (
	"partnership_id" uuid,
	"id" uuid,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"code" text NOT NULL,
	"text" text,
	"owner_post" uuid NOT NULL,
	"due_on" date NOT NULL,
	"decided_on" date NOT NULL,
	"done_on" date,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "decision_is_short" CHECK (char_length(text) <= 120)
);
--> statement-breakpoint
ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting" (
	"partnership_id" uuid,
	"id" uuid,
	"series" text NOT NULL,
	"number" integer NOT NULL,
	"state" "meeting_state" NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" text NOT NULL,
	"place_unit" uuid NOT NULL,
	"convener_post" uuid NOT NULL,
	"quiet" integer,
	"closed_at" timestamp with time zone,
	CONSTRAINT "meeting_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "meeting_partnership_id_series_number_unique" UNIQUE("partnership_id","series","number"),
	CONSTRAINT "starts_at_a_time" CHECK (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$')
);
--> statement-breakpoint
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_case" (
	"partnership_id" uuid,
	"item_id" uuid,
	"referral_id" uuid NOT NULL,
	CONSTRAINT "meeting_case_pkey" PRIMARY KEY("partnership_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"partnership_id" uuid,
	"id" uuid,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "meeting_item_kind" NOT NULL,
	"facts" jsonb,
	"title" text,
	"by_post" uuid,
	"outcome" text,
	CONSTRAINT "meeting_item_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "case_or_point" CHECK ((kind = 'case') = (facts is not null) and (kind = 'point') = (title is not null)),
	CONSTRAINT "title_is_short" CHECK (char_length(title) <= 120)
);
--> statement-breakpoint
ALTER TABLE "meeting_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_post" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"post_id" uuid,
	"attendance" text,
	CONSTRAINT "meeting_post_pkey" PRIMARY KEY("partnership_id","meeting_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_post" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "minutes" (
	"partnership_id" uuid,
	"meeting_id" uuid,
	"content" jsonb NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_pkey" PRIMARY KEY("partnership_id","meeting_id")
);
--> statement-breakpoint
ALTER TABLE "minutes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partnership" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"directory" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partnership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event" (
	"partnership_id" uuid,
	"id" uuid,
	"referral_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"handover_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"act" text NOT NULL,
	"person_id" uuid,
	"post_id" uuid,
	"post_name" text,
	"reason" text,
	"details" jsonb NOT NULL,
	"before" jsonb,
	CONSTRAINT "event_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "event_partnership_id_referral_id_seq_unique" UNIQUE("partnership_id","referral_id","seq"),
	CONSTRAINT "event_partnership_id_referral_id_id_unique" UNIQUE("partnership_id","referral_id","id")
);
--> statement-breakpoint
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handover" (
	"partnership_id" uuid,
	"id" uuid,
	"referral_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"from_post" uuid NOT NULL,
	"to_post" uuid NOT NULL,
	"state" "handover_state" NOT NULL,
	"discussion" boolean NOT NULL,
	"agreed" boolean NOT NULL,
	"redirected_by" uuid,
	"delivered_on" date,
	"opened_on" date,
	"answer_by" date,
	"answer_left" integer,
	"question_by" date,
	"questions" integer DEFAULT 0 NOT NULL,
	"assigned" uuid,
	"identity_on" date,
	"accepted_on" date,
	"contact_by" date,
	"contacted_on" date,
	"hold_until" date,
	"hold_for" text,
	"reason" text,
	CONSTRAINT "handover_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "handover_partnership_id_referral_id_seq_unique" UNIQUE("partnership_id","referral_id","seq"),
	CONSTRAINT "handover_partnership_id_referral_id_id_unique" UNIQUE("partnership_id","referral_id","id"),
	CONSTRAINT "handover_goes_somewhere" CHECK (from_post <> to_post or state in ('withdrawn', 'accepted', 'on_hold', 'passed_on', 'completed', 'voided')),
	CONSTRAINT "hold_has_an_end" CHECK ((state = 'on_hold') <= (hold_until is not null))
);
--> statement-breakpoint
ALTER TABLE "handover" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "party" (
	"partnership_id" uuid,
	"referral_id" uuid,
	"post_id" uuid,
	"scope" "scope" NOT NULL,
	"until" date,
	"sees_result" boolean NOT NULL,
	CONSTRAINT "party_pkey" PRIMARY KEY("partnership_id","referral_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral" (
	"partnership_id" uuid,
	"id" uuid,
	"code" text NOT NULL,
	"agreement_id" uuid NOT NULL,
	"service" text NOT NULL,
	"status" "referral_status" NOT NULL,
	"origin_post" uuid NOT NULL,
	"holder_post" uuid NOT NULL,
	"waiting_id" uuid,
	"current_id" uuid,
	"assigned" uuid,
	"urgent" boolean NOT NULL,
	"on_agenda" boolean DEFAULT false NOT NULL,
	"next_step_by" date,
	"follow_up_on" date,
	"due_on" date,
	"logged_on" date NOT NULL,
	"held_since" date NOT NULL,
	"touched_on" date NOT NULL,
	"closed_on" date,
	"closed_by" text,
	"events" integer NOT NULL,
	CONSTRAINT "referral_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "referral_partnership_id_code_unique" UNIQUE("partnership_id","code"),
	CONSTRAINT "closed_has_a_day" CHECK ((status = 'open') = (closed_on is null)),
	CONSTRAINT "closed_holds_nothing" CHECK (status = 'open' or (waiting_id is null and current_id is null))
);
--> statement-breakpoint
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "result" (
	"partnership_id" uuid,
	"id" uuid,
	"referral_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" "result_kind" NOT NULL,
	"code" text NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "result_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft" (
	"partnership_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"coded" jsonb NOT NULL,
	"note" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intent" (
	"partnership_id" uuid,
	"person_id" uuid,
	"key" uuid,
	"body" bytea NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intent_pkey" PRIMARY KEY("partnership_id","person_id","key")
);
--> statement-breakpoint
ALTER TABLE "intent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice" (
	"partnership_id" uuid,
	"id" uuid,
	"to_post" uuid NOT NULL,
	"kind" text NOT NULL,
	"referral_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"release_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "notice_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_seen" (
	"partnership_id" uuid,
	"notice_id" uuid,
	"person_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_seen_pkey" PRIMARY KEY("partnership_id","notice_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "notice_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "message_of_referral" ON "message" ("partnership_id","referral_id");--> statement-breakpoint
CREATE INDEX "resident_mark_same" ON "resident_mark" ("partnership_id","mark");--> statement-breakpoint
CREATE INDEX "decision_of_meeting" ON "decision" ("partnership_id","meeting_id");--> statement-breakpoint
CREATE INDEX "decision_open" ON "decision" ("partnership_id","owner_post") WHERE done_on is null;--> statement-breakpoint
CREATE INDEX "meeting_case_of_referral" ON "meeting_case" ("partnership_id","referral_id");--> statement-breakpoint
CREATE INDEX "meeting_item_of" ON "meeting_item" ("partnership_id","meeting_id","position");--> statement-breakpoint
CREATE INDEX "event_of_person" ON "event" ("partnership_id","person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_one_waiting" ON "handover" ("partnership_id","referral_id") WHERE state in ('proposed', 'sent', 'opened', 'asked');--> statement-breakpoint
CREATE UNIQUE INDEX "handover_one_current" ON "handover" ("partnership_id","referral_id") WHERE state in ('accepted', 'on_hold');--> statement-breakpoint
CREATE INDEX "handover_inbox" ON "handover" ("partnership_id","to_post","answer_by") WHERE state in ('sent', 'opened', 'asked');--> statement-breakpoint
CREATE INDEX "party_of_post" ON "party" ("partnership_id","post_id","referral_id");--> statement-breakpoint
CREATE INDEX "referral_held" ON "referral" ("partnership_id","holder_post","due_on") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "referral_logged" ON "referral" ("partnership_id","origin_post","touched_on") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "referral_open" ON "referral" ("partnership_id","due_on") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "result_of_referral" ON "result" ("partnership_id","referral_id");--> statement-breakpoint
CREATE INDEX "draft_of_person" ON "draft" ("partnership_id","person_id","saved_at");--> statement-breakpoint
CREATE INDEX "intent_age" ON "intent" ("at");--> statement-breakpoint
CREATE INDEX "notice_of_post" ON "notice" ("partnership_id","to_post","release_at");--> statement-breakpoint
CREATE INDEX "notice_of_event" ON "notice" ("partnership_id","event_id");--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "function_name" ADD CONSTRAINT "function_name_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "function_name" ADD CONSTRAINT "function_name_hux5kdO9LfrU_fkey" FOREIGN KEY ("partnership_id","function") REFERENCES "function"("partnership_id","code");--> statement-breakpoint
ALTER TABLE "function" ADD CONSTRAINT "function_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "holding" ADD CONSTRAINT "holding_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "holding" ADD CONSTRAINT "holding_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "holding" ADD CONSTRAINT "holding_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_partnership_id_unit_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_partnership_id_function_function_partnership_id_code_fkey" FOREIGN KEY ("partnership_id","function") REFERENCES "function"("partnership_id","code");--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_partnership_id_successor_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","successor_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_partnership_id_parent_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","parent_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_partnership_id_unit_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_N1CL70Q36EhU_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_partnership_id_unit_id_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","unit_id") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_ByZkd4QgGB3t_fkey" FOREIGN KEY ("partnership_id","referral_id","event_id") REFERENCES "event"("partnership_id","referral_id","id");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_DybEsBfoE56x_fkey" FOREIGN KEY ("partnership_id","referral_id","handover_id") REFERENCES "handover"("partnership_id","referral_id","id");--> statement-breakpoint
ALTER TABLE "referral_matter" ADD CONSTRAINT "referral_matter_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "referral_matter" ADD CONSTRAINT "referral_matter_tApv3OsJkFLZ_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "resident_mark" ADD CONSTRAINT "resident_mark_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "resident_mark" ADD CONSTRAINT "resident_mark_K4y1oUUzioPi_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_iyKI2VFbDps6_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_GYzJbXp8eMZw_fkey" FOREIGN KEY ("partnership_id","item_id") REFERENCES "meeting_item"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_partnership_id_owner_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","owner_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_place_unit_unit_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","place_unit") REFERENCES "unit"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_A3KFv0dPJblI_fkey" FOREIGN KEY ("partnership_id","convener_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_case" ADD CONSTRAINT "meeting_case_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_case" ADD CONSTRAINT "meeting_case_TBsqOK1KynEc_fkey" FOREIGN KEY ("partnership_id","item_id") REFERENCES "meeting_item"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_case" ADD CONSTRAINT "meeting_case_9a4fpbb0OxnG_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_d5roUyjC8MdR_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_partnership_id_by_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","by_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_post" ADD CONSTRAINT "meeting_post_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "meeting_post" ADD CONSTRAINT "meeting_post_enE58k9vlrZo_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "meeting_post" ADD CONSTRAINT "meeting_post_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_CX94l8OATGX7_fkey" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "meeting"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_gTX4QJoW8AvY_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_wOoWC9kroYMW_fkey" FOREIGN KEY ("partnership_id","referral_id","handover_id") REFERENCES "handover"("partnership_id","referral_id","id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_Uo8gYZK8GGAD_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_from_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","from_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_to_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","to_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_66Iu0bhrfUPW_fkey" FOREIGN KEY ("partnership_id","redirected_by") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_assigned_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","assigned") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_gTX4QJoYS1tK_fkey" FOREIGN KEY ("partnership_id","referral_id") REFERENCES "referral"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_partnership_id_post_id_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_M4R6srhQPyXz_fkey" FOREIGN KEY ("partnership_id","agreement_id") REFERENCES "agreement"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_partnership_id_origin_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","origin_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_partnership_id_holder_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","holder_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_partnership_id_assigned_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","assigned") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_FEqTmtrLwr3b_fkey" FOREIGN KEY ("partnership_id","referral_id","event_id") REFERENCES "event"("partnership_id","referral_id","id");--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "intent" ADD CONSTRAINT "intent_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "intent" ADD CONSTRAINT "intent_partnership_id_person_id_person_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_partnership_id_to_post_post_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","to_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_FEqTmtkQ4oOI_fkey" FOREIGN KEY ("partnership_id","referral_id","event_id") REFERENCES "event"("partnership_id","referral_id","id");--> statement-breakpoint
ALTER TABLE "notice_seen" ADD CONSTRAINT "notice_seen_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "notice_seen" ADD CONSTRAINT "notice_seen_25bOtCwc9qEi_fkey" FOREIGN KEY ("partnership_id","notice_id") REFERENCES "notice"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "notice_seen" ADD CONSTRAINT "notice_seen_4RXYFchSH46U_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "account_door" ON "account" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "credential_door" ON "credential" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_door" ON "session" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "absence_read" ON "absence" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "absence_door" ON "absence" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "absence_jobs" ON "absence" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agreement_read" ON "agreement" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "agreement_door" ON "agreement" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "agreement_jobs" ON "agreement" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "function_name_read" ON "function_name" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "function_name_door" ON "function_name" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "function_name_jobs" ON "function_name" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "function_read" ON "function" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "function_door" ON "function" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "function_jobs" ON "function" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holding_read" ON "holding" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "holding_door" ON "holding" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "holding_jobs" ON "holding" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_read" ON "person" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "person_door" ON "person" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "person_jobs" ON "person" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "post_read" ON "post" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "post_door" ON "post" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "post_jobs" ON "post" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_read" ON "unit" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "unit_door" ON "unit" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "unit_jobs" ON "unit" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_name_read" ON "unit_name" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "unit_name_door" ON "unit_name" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "unit_name_jobs" ON "unit_name" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consent_read" ON "consent" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = consent.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
CREATE POLICY "consent_add" ON "consent" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where true));--> statement-breakpoint
CREATE POLICY "consent_door" ON "consent" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "consent_jobs" ON "consent" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "message_read" ON "message" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = message.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
CREATE POLICY "message_add" ON "message" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.writes(referral_id) and exists (select 1 from door.acting(referral_id) now where now.event_id = message.event_id and now.act in ('log', 'correct', 'ask', 'answer', 'advise')));--> statement-breakpoint
CREATE POLICY "message_remove" ON "message" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('consent')));--> statement-breakpoint
CREATE POLICY "message_jobs" ON "message" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "referral_matter_read" ON "referral_matter" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
CREATE POLICY "referral_matter_add" ON "referral_matter" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('log', 'letter', 'correct'))
        and (exists (select 1 from referral r where r.partnership_id = referral_matter.partnership_id
            and r.id = referral_matter.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
          or exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
CREATE POLICY "referral_matter_jobs" ON "referral_matter" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "resident_mark_read" ON "resident_mark" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
CREATE POLICY "resident_mark_add" ON "resident_mark" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
CREATE POLICY "resident_mark_jobs" ON "resident_mark" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "decision_read" ON "decision" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(decision.meeting_id)) or (partnership_id = (select door.partnership()) and owner_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
CREATE POLICY "decision_add" ON "decision" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "decision_change" ON "decision" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or owner_post = any ((select door.posts())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or owner_post = any ((select door.posts())::uuid[])));--> statement-breakpoint
CREATE POLICY "decision_remove" ON "decision" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "decision_jobs" ON "decision" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_read" ON "meeting" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(meeting.id)));--> statement-breakpoint
CREATE POLICY "meeting_add" ON "meeting" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')) and convener_post = any ((select door.posts())::uuid[]));--> statement-breakpoint
CREATE POLICY "meeting_change" ON "meeting" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_door" ON "meeting" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_jobs" ON "meeting" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_case_read" ON "meeting_case" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = meeting_case.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
CREATE POLICY "meeting_case_add" ON "meeting_case" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_case_remove" ON "meeting_case" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_case_jobs" ON "meeting_case" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_item_read" ON "meeting_item" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(meeting_item.meeting_id)));--> statement-breakpoint
CREATE POLICY "meeting_item_add" ON "meeting_item" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or (kind = 'point' and by_post = any ((select door.posts())::uuid[]) and door.attends(meeting_id))));--> statement-breakpoint
CREATE POLICY "meeting_item_change" ON "meeting_item" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_item_remove" ON "meeting_item" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or (kind = 'point' and by_post = any ((select door.posts())::uuid[]))));--> statement-breakpoint
CREATE POLICY "meeting_item_door" ON "meeting_item" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_item_jobs" ON "meeting_item" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_post_read" ON "meeting_post" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(meeting_post.meeting_id)));--> statement-breakpoint
CREATE POLICY "meeting_post_add" ON "meeting_post" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_post_change" ON "meeting_post" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate'))) WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_post_remove" ON "meeting_post" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "meeting_post_door" ON "meeting_post" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "meeting_post_jobs" ON "meeting_post" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "minutes_read" ON "minutes" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or door.attends(minutes.meeting_id)));--> statement-breakpoint
CREATE POLICY "minutes_add" ON "minutes" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('coordinate')));--> statement-breakpoint
CREATE POLICY "minutes_jobs" ON "minutes" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "partnership_read" ON "partnership" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "partnership_door" ON "partnership" AS PERMISSIVE FOR ALL TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "partnership_jobs" ON "partnership" AS PERMISSIVE FOR SELECT TO "brobyg_jobs" USING (true);--> statement-breakpoint
CREATE POLICY "event_read" ON "event" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = event.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part' and (event.act <> 'progress' or mine.sees_result)
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from handover h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
CREATE POLICY "event_add" ON "event" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and (post_id = any ((select door.posts())::uuid[]) or (act = 'void' and post_id = any ((select door.led())::uuid[])))
        and door.writes(referral_id));--> statement-breakpoint
CREATE POLICY "event_door" ON "event" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "event_jobs" ON "event" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "handover_read" ON "handover" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (((select door.has_duty('coordinate')) and exists (select 1 from referral r
            where r.partnership_id = handover.partnership_id and r.id = handover.referral_id and r.status = 'open'))
        or exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone'))) offset 0)
        or ((to_post = any ((select door.overseen())::uuid[]) or from_post = any ((select door.overseen())::uuid[])) and state not in ('proposed', 'undone')
          and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0))
        or handover.referral_id = any ((select door.in_hand())::uuid[])));--> statement-breakpoint
CREATE POLICY "handover_add" ON "handover" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.writes(referral_id));--> statement-breakpoint
CREATE POLICY "handover_change" ON "handover" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.writes(referral_id)) WITH CHECK (partnership_id = (select door.partnership()) and door.writes(referral_id));--> statement-breakpoint
CREATE POLICY "handover_door" ON "handover" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "handover_jobs" ON "handover" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "party_read" ON "party" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (((post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen())::uuid[])) and scope <> 'none' and (until is null or until >= (now() at time zone 'Europe/Copenhagen')::date))
        or door.writes(referral_id)));--> statement-breakpoint
CREATE POLICY "party_add" ON "party" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.writes(referral_id));--> statement-breakpoint
CREATE POLICY "party_change" ON "party" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.writes(referral_id)) WITH CHECK (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "party_door" ON "party" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "party_jobs" ON "party" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "referral_read" ON "referral" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((status = 'open' and (select door.has_duty('coordinate'))) or origin_post = any ((select door.posts())::uuid[]) or exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = referral.id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0)
        or exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = referral.id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0) or (code = nullif(current_setting('app.code', true), '') and origin_post = any ((select door.led())::uuid[]))));--> statement-breakpoint
CREATE POLICY "referral_add" ON "referral" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and origin_post = any ((select door.posts())::uuid[]) and holder_post = origin_post and (select door.has_duty('refer')));--> statement-breakpoint
CREATE POLICY "referral_change" ON "referral" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.writes(referral.id)) WITH CHECK (partnership_id = (select door.partnership()));--> statement-breakpoint
CREATE POLICY "referral_door" ON "referral" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "referral_jobs" ON "referral" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "result_read" ON "result" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = (select door.partnership())
      and mine.referral_id = result.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or exists (select 1 from event own where own.partnership_id = result.partnership_id
          and own.id = result.event_id and own.post_id = mine.post_id)) offset 0));--> statement-breakpoint
CREATE POLICY "result_add" ON "result" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.writes(referral_id)
        and exists (select 1 from door.acting(referral_id) now where now.event_id = result.event_id and now.act in ('progress', 'complete', 'close', 'return')));--> statement-breakpoint
CREATE POLICY "result_remove" ON "result" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from door.undoable(referral_id) undone where undone.event_id = result.event_id));--> statement-breakpoint
CREATE POLICY "result_jobs" ON "result" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "draft_read" ON "draft" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "draft_add" ON "draft" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "draft_change" ON "draft" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "draft_remove" ON "draft" AS PERMISSIVE FOR DELETE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "draft_jobs" ON "draft" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intent_read" ON "intent" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "intent_add" ON "intent" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "intent_change" ON "intent" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "intent_jobs" ON "intent" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_read" ON "notice" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (to_post = any ((select door.posts())::uuid[]) and release_at <= clock_timestamp() and dropped_at is null)));--> statement-breakpoint
CREATE POLICY "notice_add" ON "notice" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and door.writes(referral_id)
        and exists (select 1 from door.acting(referral_id) now where now.event_id = notice.event_id));--> statement-breakpoint
CREATE POLICY "notice_change" ON "notice" AS PERMISSIVE FOR UPDATE TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()) and release_at > clock_timestamp() - interval '1 second') WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "notice_jobs" ON "notice" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_seen_read" ON "notice_seen" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "notice_seen_add" ON "notice_seen" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
CREATE POLICY "notice_seen_jobs" ON "notice_seen" AS PERMISSIVE FOR ALL TO "brobyg_jobs" USING (true) WITH CHECK (true);