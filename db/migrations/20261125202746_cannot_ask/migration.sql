ALTER TYPE "name_consent" ADD VALUE 'approved';--> statement-breakpoint
ALTER POLICY "consent_read" ON "consent" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = consent.partnership_id
      and mine.referral_id = consent.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0) or referral_id = any ((select door.asked_of_me())::uuid[])));--> statement-breakpoint
ALTER POLICY "consent_add" ON "consent" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and case when name::text = 'approved'
        then referral_id = any ((select door.asked_of_me())::uuid[]) and exists (select 1 from door.acting(referral_id) now where now.act in ('approve'))
        else door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where true) end);--> statement-breakpoint
ALTER POLICY "event_add" ON "event" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and (post_id = any ((select door.posts())::uuid[]) or (act in ('void', 'approve') and post_id = any ((select door.led())::uuid[])))
        and door.writes(referral_id));