CREATE TABLE "closed_count" (
	"partnership_id" uuid,
	"quarter" text,
	"service" text,
	"origin_post" uuid,
	"holder_post" uuid,
	"duration" text,
	"outcome" text,
	"count" integer NOT NULL,
	CONSTRAINT "closed_count_pkey" PRIMARY KEY("partnership_id","quarter","service","origin_post","holder_post","duration","outcome"),
	CONSTRAINT "counts_a_quarter" CHECK (quarter ~ '^[0-9]{4}-[1-4]$'),
	CONSTRAINT "counts_a_duration" CHECK (duration in ('week', 'month', 'quarter', 'half_year', 'longer')),
	CONSTRAINT "counts_an_outcome" CHECK (outcome in ('helped', 'partly', 'none', 'unknown')),
	CONSTRAINT "counts_something" CHECK (count > 0)
);
--> statement-breakpoint
ALTER TABLE "closed_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "log" RENAME COLUMN "codes" TO "referrals";--> statement-breakpoint
ALTER INDEX "log_of_code" RENAME TO "log_of_referral";--> statement-breakpoint
ALTER TABLE "closed_count" ADD CONSTRAINT "closed_count_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "closed_count" ADD CONSTRAINT "closed_count_AFUlrwCeXBgD_fkey" FOREIGN KEY ("partnership_id","origin_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "closed_count" ADD CONSTRAINT "closed_count_KdH6P5467pyF_fkey" FOREIGN KEY ("partnership_id","holder_post") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "closed_count_door" ON "closed_count" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "closed_count_add" ON "closed_count" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "closed_count_door_change" ON "closed_count" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "anchor_door" ON "anchor" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "link_door" ON "link" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "link_door_cut" ON "link" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from anchor a where a.partnership_id = link.partnership_id and a.number >= link.number
        and a.at < now() - interval '24 months'));--> statement-breakpoint
CREATE POLICY "log_door_cut" ON "log" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (at < now() - interval '24 months');--> statement-breakpoint
CREATE POLICY "consent_door_due" ON "consent" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = consent.partnership_id
      and due.id = consent.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "consent_door_forget" ON "consent" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = consent.partnership_id
      and due.id = consent.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "message_door_due" ON "message" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = message.partnership_id
      and due.id = message.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "message_door_forget" ON "message" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = message.partnership_id
      and due.id = message.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "referral_matter_door_due" ON "referral_matter" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = referral_matter.partnership_id
      and due.id = referral_matter.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "referral_matter_door_forget" ON "referral_matter" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = referral_matter.partnership_id
      and due.id = referral_matter.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "resident_mark_door_due" ON "resident_mark" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = resident_mark.partnership_id
      and due.id = resident_mark.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "resident_mark_door_forget" ON "resident_mark" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = resident_mark.partnership_id
      and due.id = resident_mark.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "meeting_case_door_due" ON "meeting_case" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = meeting_case.partnership_id
      and due.id = meeting_case.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "meeting_case_door_forget" ON "meeting_case" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = meeting_case.partnership_id
      and due.id = meeting_case.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "event_door_due" ON "event" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = event.partnership_id
      and due.id = event.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "event_door_forget" ON "event" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = event.partnership_id
      and due.id = event.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "handover_door_due" ON "handover" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = handover.partnership_id
      and due.id = handover.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "handover_door_forget" ON "handover" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = handover.partnership_id
      and due.id = handover.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "party_door_due" ON "party" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = party.partnership_id
      and due.id = party.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "party_door_forget" ON "party" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = party.partnership_id
      and due.id = party.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "referral_door_due" ON "referral" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year');--> statement-breakpoint
CREATE POLICY "referral_door_forget" ON "referral" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year');--> statement-breakpoint
CREATE POLICY "result_door_due" ON "result" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = result.partnership_id
      and due.id = result.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "result_door_forget" ON "result" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = result.partnership_id
      and due.id = result.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "notice_door_due" ON "notice" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = notice.partnership_id
      and due.id = notice.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "notice_door_forget" ON "notice" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = notice.partnership_id
      and due.id = notice.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
CREATE POLICY "notice_seen_door_due" ON "notice_seen" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (exists (select 1 from notice n where n.partnership_id = notice_seen.partnership_id
        and n.id = notice_seen.notice_id and exists (select 1 from referral due where due.partnership_id = n.partnership_id
      and due.id = n.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year')));--> statement-breakpoint
CREATE POLICY "notice_seen_door_forget" ON "notice_seen" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (exists (select 1 from notice n where n.partnership_id = notice_seen.partnership_id
        and n.id = notice_seen.notice_id and exists (select 1 from referral due where due.partnership_id = n.partnership_id
      and due.id = n.referral_id and due.closed_on <= (now() at time zone 'Europe/Copenhagen')::date - interval '1 year')));--> statement-breakpoint
ALTER POLICY "message_remove" ON "message" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('consent', 'journal')));