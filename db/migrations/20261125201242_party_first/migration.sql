ALTER POLICY "consent_read" ON "consent" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = consent.partnership_id
      and mine.referral_id = consent.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
ALTER POLICY "message_read" ON "message" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = message.partnership_id
      and mine.referral_id = message.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_read" ON "referral_matter" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_add" ON "referral_matter" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('log', 'letter', 'correct'))
        and (exists (select 1 from referral r where r.partnership_id = referral_matter.partnership_id
            and r.id = referral_matter.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
          or exists (select 1 from party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
ALTER POLICY "meeting_case_read" ON "meeting_case" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or exists (select 1 from party mine where mine.partnership_id = meeting_case.partnership_id
      and mine.referral_id = meeting_case.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
ALTER POLICY "event_read" ON "event" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = event.partnership_id
      and mine.referral_id = event.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part' and (event.act <> 'progress' or mine.sees_result)
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from handover h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
ALTER POLICY "handover_read" ON "handover" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone'))) offset 0)
        or ((select door.has_duty('coordinate')) and exists (select 1 from referral r
            where r.partnership_id = handover.partnership_id and r.id = handover.referral_id and r.status = 'open'))
        or ((to_post = any ((select door.overseen())::uuid[]) or from_post = any ((select door.overseen())::uuid[])) and state not in ('proposed', 'undone')
          and exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0))
        or handover.referral_id = any ((select door.in_hand())::uuid[])));--> statement-breakpoint
ALTER POLICY "referral_read" ON "referral" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0) or (status = 'open' and (select door.has_duty('coordinate')))
        or origin_post = any ((select door.posts())::uuid[]) or exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) offset 0) or (code = nullif(current_setting('app.code', true), '') and origin_post = any ((select door.led())::uuid[]))));--> statement-breakpoint
ALTER POLICY "result_read" ON "result" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = result.partnership_id
      and mine.referral_id = result.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or exists (select 1 from event own where own.partnership_id = result.partnership_id
          and own.id = result.event_id and own.post_id = mine.post_id)) offset 0));