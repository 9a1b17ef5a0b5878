ALTER POLICY "message_read" ON "message" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = message.partnership_id
      and mine.referral_id = message.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result
        or door.tells_text(message.referral_id, message.handover_id, mine.post_id)) offset 0));--> statement-breakpoint
ALTER POLICY "resident_mark_read" ON "resident_mark" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
        or exists (select 1 from party mine where mine.partnership_id = resident_mark.partnership_id
      and mine.referral_id = resident_mark.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and not mine.sees_result offset 0)));--> statement-breakpoint
ALTER POLICY "resident_mark_add" ON "resident_mark" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
        or exists (select 1 from party mine where mine.partnership_id = resident_mark.partnership_id
      and mine.referral_id = resident_mark.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and not mine.sees_result offset 0)));--> statement-breakpoint
ALTER POLICY "event_read" ON "event" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = event.partnership_id
      and mine.referral_id = event.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part' and (mine.sees_result or event.post_id = mine.post_id
        or door.tells(event.act::text, event.details, event.handover_id, mine.post_id))
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from handover h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
ALTER POLICY "handover_read" ON "handover" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone'))) and (mine.sees_result or handover.to_post = mine.post_id
        or (handover.from_post = mine.post_id and handover.accepted_on is null)) offset 0)
        or ((select door.has_duty('coordinate')) and exists (select 1 from referral r
            where r.partnership_id = handover.partnership_id and r.id = handover.referral_id and r.status = 'open'))
        or ((to_post = any ((select door.overseen())::uuid[]) or from_post = any ((select door.overseen())::uuid[])) and state not in ('proposed', 'undone')
          and exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or handover.to_post = mine.post_id
        or (handover.from_post = mine.post_id and handover.accepted_on is null)) offset 0))
        or handover.referral_id = any ((select door.in_hand())::uuid[])));--> statement-breakpoint
ALTER POLICY "referral_read" ON "referral" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or referral.holder_post = mine.post_id) offset 0)
        or (status = 'open' and (select door.has_duty('coordinate'))) or (origin_post = any ((select door.posts())::uuid[]) and holder_post = origin_post)
        or exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or referral.holder_post = mine.post_id) offset 0) or (code = nullif(current_setting('app.code', true), '') and origin_post = any ((select door.led())::uuid[]))));