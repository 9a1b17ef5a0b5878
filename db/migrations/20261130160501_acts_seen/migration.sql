CREATE POLICY "notice_door" ON "notice" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
ALTER POLICY "presence_add" ON "presence" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and seen_at <= app_clock()
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));--> statement-breakpoint
ALTER POLICY "presence_change" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and seen_at <= app_clock()
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));