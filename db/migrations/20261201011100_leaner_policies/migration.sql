ALTER POLICY "consent_read" ON "consent" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from door.my_party mine where mine.partnership_id = consent.partnership_id
      and mine.referral_id = consent.referral_id and mine.scope in ('whole', 'facts') offset 0) or referral_id = any ((select door.asked_of_me())::uuid[])));--> statement-breakpoint
ALTER POLICY "message_read" ON "message" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from door.my_party mine where mine.partnership_id = message.partnership_id
      and mine.referral_id = message.referral_id and mine.scope in ('whole') and (mine.sees_result
        or door.tells_text(message.referral_id, message.handover_id, mine.post_id)) offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_read" ON "referral_matter" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from door.my_party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.scope in ('whole') offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_add" ON "referral_matter" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('log', 'letter', 'correct'))
        and (exists (select 1 from referral r where r.partnership_id = referral_matter.partnership_id
            and r.id = referral_matter.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
          or exists (select 1 from door.my_party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.scope in ('whole') offset 0)));--> statement-breakpoint
ALTER POLICY "resident_mark_read" ON "resident_mark" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
        or exists (select 1 from door.my_party mine where mine.partnership_id = resident_mark.partnership_id
      and mine.referral_id = resident_mark.referral_id and mine.scope in ('whole') and not mine.sees_result offset 0)));--> statement-breakpoint
ALTER POLICY "resident_mark_add" ON "resident_mark" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (exists (select 1 from referral r where r.partnership_id = resident_mark.partnership_id
        and r.id = resident_mark.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
        or exists (select 1 from door.my_party mine where mine.partnership_id = resident_mark.partnership_id
      and mine.referral_id = resident_mark.referral_id and mine.scope in ('whole') and not mine.sees_result offset 0)));--> statement-breakpoint
ALTER POLICY "meeting_case_read" ON "meeting_case" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or exists (select 1 from door.my_party mine where mine.partnership_id = meeting_case.partnership_id
      and mine.referral_id = meeting_case.referral_id and mine.scope in ('whole', 'facts') offset 0)));--> statement-breakpoint
ALTER POLICY "event_read" ON "event" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from door.my_party mine where mine.partnership_id = event.partnership_id
      and mine.referral_id = event.referral_id and mine.scope in ('whole', 'facts', 'part') and (mine.scope <> 'part' and (mine.sees_result or event.post_id = mine.post_id
        or door.tells(event.act::text, event.details, event.handover_id, mine.post_id))
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from door.my_received h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
ALTER POLICY "handover_read" ON "handover" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from door.open_to_me o where o.partnership_id = handover.partnership_id
      and o.id = handover.referral_id) or exists (select 1 from door.my_party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.scope in ('whole', 'facts', 'part') and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone'))) and (mine.sees_result or handover.to_post = mine.post_id
        or (handover.from_post = mine.post_id and handover.accepted_on is null)) offset 0)
        or (array[to_post, from_post] && (select door.overseen())::uuid[] and state not in ('proposed', 'undone')
          and exists (select 1 from door.overseen_party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.scope in ('whole', 'facts', 'part') and (mine.sees_result or handover.to_post = mine.post_id
        or (handover.from_post = mine.post_id and handover.accepted_on is null)) offset 0))
        or handover.referral_id = any ((select door.in_hand())::uuid[])));--> statement-breakpoint
ALTER POLICY "referral_read" ON "referral" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((status = 'open' and (select door.has_duty('coordinate')))
        or exists (select 1 from door.my_party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.scope in ('whole', 'facts', 'part') and (mine.sees_result or referral.holder_post = mine.post_id) offset 0) or (origin_post = any ((select door.posts())::uuid[]) and holder_post = origin_post)
        or exists (select 1 from door.overseen_party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.scope in ('whole', 'facts', 'part') and (mine.sees_result or referral.holder_post = mine.post_id) offset 0) or (case when code = nullif(current_setting('app.code', true), '') then origin_post = any (door.led()) end)));--> statement-breakpoint
ALTER POLICY "result_read" ON "result" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from door.my_party mine where mine.partnership_id = result.partnership_id
      and mine.referral_id = result.referral_id and mine.scope in ('whole', 'facts') and (mine.sees_result or exists (select 1 from event own where own.partnership_id = result.partnership_id
          and own.id = result.event_id and own.post_id = mine.post_id)) offset 0));--> statement-breakpoint
ALTER POLICY "presence_read" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (seen_at > app_clock() - interval '40 seconds'
        and exists (select 1 from door.my_party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.scope in ('whole') and (mine.sees_result or presence.post_id = mine.post_id
        or door.deals_with(presence.referral_id, presence.post_id)) offset 0))));--> statement-breakpoint
ALTER POLICY "presence_add" ON "presence" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and seen_at <= app_clock()
  and exists (select 1 from door.my_party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.scope in ('whole') and mine.post_id = presence.post_id offset 0));--> statement-breakpoint
ALTER POLICY "presence_change" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and seen_at <= app_clock()
  and exists (select 1 from door.my_party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.scope in ('whole') and mine.post_id = presence.post_id offset 0));