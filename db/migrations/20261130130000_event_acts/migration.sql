CREATE TYPE "event_act" AS ENUM('send', 'open', 'accept', 'return', 'redirect', 'confirm', 'drop', 'ask', 'answer', 'withdraw', 'advise', 'assign', 'identity', 'call', 'progress', 'hold', 'resume', 'letter', 'correct', 'consent', 'approve', 'follow_up', 'agenda', 'complete', 'close', 'journal', 'reopen', 'void', 'log', 'undo', 'succeed', 'expire', 'hold_over', 'due', 'talked', 'remind', 'warn');--> statement-breakpoint
DROP POLICY "event_read" ON "event";--> statement-breakpoint
DROP POLICY "event_add" ON "event";--> statement-breakpoint
ALTER TABLE "event" ALTER COLUMN "act" SET DATA TYPE "event_act" USING "act"::"event_act";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "tx" xid8;--> statement-breakpoint
CREATE POLICY "event_read" ON "event" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = event.partnership_id
      and mine.referral_id = event.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part' and (mine.sees_result or event.post_id = mine.post_id
        or door.tells(event.act::text, event.details, event.handover_id, mine.post_id))
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from handover h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
CREATE POLICY "event_add" ON "event" AS PERMISSIVE FOR INSERT TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and (post_id = any ((select door.posts())::uuid[]) or (act in ('void', 'approve') and post_id = any ((select door.led())::uuid[])))
        and door.writes(referral_id));--> statement-breakpoint
CREATE POLICY "referral_matter_door" ON "referral_matter" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "result_door" ON "result" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
-- An event comes before the handover that its act makes.
ALTER TABLE "event" ALTER CONSTRAINT "event_wOoWC9kroYMW_fkey" DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
-- Which transaction wrote it, and what was before, is written by the database and read by its functions alone.
REVOKE SELECT, INSERT ON "event" FROM brobyg_app;--> statement-breakpoint
GRANT SELECT (partnership_id, id, referral_id, seq, handover_id, at, act, person_id, post_id, post_name, reason, details) ON "event" TO brobyg_app;--> statement-breakpoint
GRANT INSERT (partnership_id, id, referral_id, seq, handover_id, at, act, person_id, post_id, reason, details) ON "event" TO brobyg_app;
