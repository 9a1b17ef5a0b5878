ALTER TABLE "post" ADD COLUMN "key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_draft" ALTER COLUMN "based_on" DROP NOT NULL;
