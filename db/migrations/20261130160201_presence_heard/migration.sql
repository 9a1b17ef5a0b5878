ALTER POLICY "presence_read" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (seen_at > app_clock() - interval '40 seconds'
        and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or presence.post_id = mine.post_id
        or door.deals_with(presence.referral_id, presence.post_id)) offset 0))));