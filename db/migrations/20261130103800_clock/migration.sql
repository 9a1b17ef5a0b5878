-- What time it is. Every statement, default, policy and function asks `app_now` (the moment at which the transaction
-- began) or `app_clock` (this very moment), and nothing asks PostgreSQL itself: a test's database replaces the first, and
-- the second follows. Only the owner may. One plain SELECT each, without settings of its own, so that the planner puts its
-- text in place of the call.
create function app_now() returns timestamptz language sql stable as
  $$ select pg_catalog.transaction_timestamp() $$;
--> statement-breakpoint
create function app_clock() returns timestamptz language sql volatile as
  $$ select public.app_now() + (pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp()) $$;
--> statement-breakpoint
grant execute on function app_now(), app_clock() to brobyg_app, brobyg_jobs, brobyg_door;
--> statement-breakpoint
-- The functions that stand so far, word for word but for the clock.
do $$
declare
  f record;
begin
  for f in
    select pg_get_functiondef(p.oid) as text, r.rolname as owner
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where n.nspname in ('door', 'public') and p.proname not in ('app_now', 'app_clock')
      and p.prosrc ~ '(\mnow\(\)|\mclock_timestamp\(\))'
  loop
    perform set_config('role', f.owner, true);
    execute regexp_replace(
      regexp_replace(f.text, '\mnow\(\)', 'public.app_now()', 'g'), '\mclock_timestamp\(\)', 'public.app_clock()', 'g');
    perform set_config('role', 'none', true);
  end loop;
end $$;
--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "started_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "message" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "minutes" ALTER COLUMN "closed_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "event" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "draft" ALTER COLUMN "saved_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "intent" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notice_seen" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "device" ALTER COLUMN "used_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "seen_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "strong_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "throttle" ALTER COLUMN "since" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "agreement_draft" ALTER COLUMN "saved_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "anchor" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "log" ALTER COLUMN "at" SET DEFAULT app_clock();--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "release" ALTER COLUMN "published_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "calendar_feed" ALTER COLUMN "made_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "minutes_correction" ALTER COLUMN "at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "presence" ALTER COLUMN "seen_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER POLICY "consent_read" ON "consent" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = consent.partnership_id
      and mine.referral_id = consent.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0) or referral_id = any ((select door.asked_of_me())::uuid[])));--> statement-breakpoint
ALTER POLICY "message_read" ON "message" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = message.partnership_id
      and mine.referral_id = message.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_read" ON "referral_matter" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0));--> statement-breakpoint
ALTER POLICY "referral_matter_add" ON "referral_matter" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.keeps(referral_id) and exists (select 1 from door.acting(referral_id) now where now.act in ('log', 'letter', 'correct'))
        and (exists (select 1 from referral r where r.partnership_id = referral_matter.partnership_id
            and r.id = referral_matter.referral_id and r.origin_post = any ((select door.posts())::uuid[]))
          or exists (select 1 from party mine where mine.partnership_id = referral_matter.partnership_id
      and mine.referral_id = referral_matter.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
ALTER POLICY "meeting_case_read" ON "meeting_case" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('coordinate')) or exists (select 1 from party mine where mine.partnership_id = meeting_case.partnership_id
      and mine.referral_id = meeting_case.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0)));--> statement-breakpoint
ALTER POLICY "event_read" ON "event" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = event.partnership_id
      and mine.referral_id = event.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part' and (event.act <> 'progress' or mine.sees_result)
          or mine.scope = 'part' and event.act <> 'progress' and (
            event.post_id = mine.post_id or event.details ->> 'from' = mine.post_id::text or exists (
            select 1 from handover h where h.partnership_id = event.partnership_id and h.id = event.handover_id
              and h.to_post = mine.post_id))) offset 0));--> statement-breakpoint
ALTER POLICY "handover_read" ON "handover" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.scope <> 'part'
          or (handover.to_post = mine.post_id and handover.state not in ('proposed', 'undone'))) offset 0)
        or ((select door.has_duty('coordinate')) and exists (select 1 from referral r
            where r.partnership_id = handover.partnership_id and r.id = handover.referral_id and r.status = 'open'))
        or ((to_post = any ((select door.overseen())::uuid[]) or from_post = any ((select door.overseen())::uuid[])) and state not in ('proposed', 'undone')
          and exists (select 1 from party mine where mine.partnership_id = handover.partnership_id
      and mine.referral_id = handover.referral_id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0))
        or handover.referral_id = any ((select door.in_hand())::uuid[])));--> statement-breakpoint
ALTER POLICY "party_read" ON "party" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (((post_id = any ((select door.posts())::uuid[]) or post_id = any ((select door.overseen())::uuid[])) and scope <> 'none' and (until is null or until >= (app_now() at time zone 'Europe/Copenhagen')::date))
        or door.writes(referral_id)));--> statement-breakpoint
ALTER POLICY "referral_read" ON "referral" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0) or (status = 'open' and (select door.has_duty('coordinate')))
        or origin_post = any ((select door.posts())::uuid[]) or exists (select 1 from party mine where mine.partnership_id = referral.partnership_id
      and mine.referral_id = referral.id and mine.post_id = any ((select door.overseen())::uuid[])
      and mine.scope in ('whole', 'facts', 'part')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0) or (code = nullif(current_setting('app.code', true), '') and origin_post = any ((select door.led())::uuid[]))));--> statement-breakpoint
ALTER POLICY "result_read" ON "result" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and exists (select 1 from party mine where mine.partnership_id = result.partnership_id
      and mine.referral_id = result.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole', 'facts')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and (mine.sees_result or exists (select 1 from event own where own.partnership_id = result.partnership_id
          and own.id = result.event_id and own.post_id = mine.post_id)) offset 0));--> statement-breakpoint
ALTER POLICY "notice_read" ON "notice" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (to_post = any ((select door.posts())::uuid[]) and release_at <= app_clock() and dropped_at is null)));--> statement-breakpoint
ALTER POLICY "notice_change" ON "notice" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me()) and release_at > app_clock() - interval '1 second') WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()));--> statement-breakpoint
ALTER POLICY "link_door_cut" ON "link" TO "brobyg_door" USING (exists (select 1 from anchor a where a.partnership_id = link.partnership_id and a.number >= link.number
        and a.at < app_now() - interval '24 months'));--> statement-breakpoint
ALTER POLICY "log_door_cut" ON "log" TO "brobyg_door" USING (at < app_now() - interval '24 months');--> statement-breakpoint
ALTER POLICY "consent_door_due" ON "consent" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = consent.partnership_id
      and due.id = consent.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "consent_door_forget" ON "consent" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = consent.partnership_id
      and due.id = consent.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "message_door_due" ON "message" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = message.partnership_id
      and due.id = message.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "message_door_forget" ON "message" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = message.partnership_id
      and due.id = message.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "referral_matter_door_due" ON "referral_matter" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = referral_matter.partnership_id
      and due.id = referral_matter.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "referral_matter_door_forget" ON "referral_matter" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = referral_matter.partnership_id
      and due.id = referral_matter.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "resident_mark_door_due" ON "resident_mark" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = resident_mark.partnership_id
      and due.id = resident_mark.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "resident_mark_door_forget" ON "resident_mark" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = resident_mark.partnership_id
      and due.id = resident_mark.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "meeting_case_door_due" ON "meeting_case" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = meeting_case.partnership_id
      and due.id = meeting_case.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "meeting_case_door_forget" ON "meeting_case" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = meeting_case.partnership_id
      and due.id = meeting_case.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "event_door_due" ON "event" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = event.partnership_id
      and due.id = event.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "event_door_forget" ON "event" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = event.partnership_id
      and due.id = event.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "handover_door_due" ON "handover" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = handover.partnership_id
      and due.id = handover.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "handover_door_forget" ON "handover" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = handover.partnership_id
      and due.id = handover.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "party_door_due" ON "party" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = party.partnership_id
      and due.id = party.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "party_door_forget" ON "party" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = party.partnership_id
      and due.id = party.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "referral_door_due" ON "referral" TO "brobyg_door" USING (closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year');--> statement-breakpoint
ALTER POLICY "referral_door_forget" ON "referral" TO "brobyg_door" USING (closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year');--> statement-breakpoint
ALTER POLICY "result_door_due" ON "result" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = result.partnership_id
      and due.id = result.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "result_door_forget" ON "result" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = result.partnership_id
      and due.id = result.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "notice_door_due" ON "notice" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = notice.partnership_id
      and due.id = notice.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "notice_door_forget" ON "notice" TO "brobyg_door" USING (exists (select 1 from referral due where due.partnership_id = notice.partnership_id
      and due.id = notice.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year'));--> statement-breakpoint
ALTER POLICY "notice_seen_door_due" ON "notice_seen" TO "brobyg_door" USING (exists (select 1 from notice n where n.partnership_id = notice_seen.partnership_id
        and n.id = notice_seen.notice_id and exists (select 1 from referral due where due.partnership_id = n.partnership_id
      and due.id = n.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year')));--> statement-breakpoint
ALTER POLICY "notice_seen_door_forget" ON "notice_seen" TO "brobyg_door" USING (exists (select 1 from notice n where n.partnership_id = notice_seen.partnership_id
        and n.id = notice_seen.notice_id and exists (select 1 from referral due where due.partnership_id = n.partnership_id
      and due.id = n.referral_id and due.closed_on <= (app_now() at time zone 'Europe/Copenhagen')::date - interval '1 year')));--> statement-breakpoint
ALTER POLICY "presence_read" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or (seen_at > app_clock() - interval '40 seconds'
        and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) offset 0))));--> statement-breakpoint
ALTER POLICY "presence_add" ON "presence" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[])
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));--> statement-breakpoint
ALTER POLICY "presence_change" ON "presence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and person_id = (select door.me())) WITH CHECK (partnership_id = (select door.partnership()) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[])
  and exists (select 1 from party mine where mine.partnership_id = presence.partnership_id
      and mine.referral_id = presence.referral_id and mine.post_id = any ((select door.posts())::uuid[])
      and mine.scope in ('whole')
      and (mine.until is null or mine.until >= (app_now() at time zone 'Europe/Copenhagen')::date) and mine.post_id = presence.post_id offset 0));