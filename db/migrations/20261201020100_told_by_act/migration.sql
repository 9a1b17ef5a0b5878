set local role brobyg_door;
--> statement-breakpoint
-- Whom an act tells, and of what: only what this act tells is worked out.
create or replace function door.told(e event, r referral) returns table (to_post uuid, kind text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  h handover;
  act text := e.act;
  d jsonb := e.details;
  had uuid := coalesce((d ->> 'from')::uuid, r.holder_post);
  seen uuid;
  what text;
  posts uuid[];
  kinds text[];
  passed_on boolean;
  covered boolean;
  by_current uuid;
begin
  if e.handover_id is not null then
    select x.* into h from handover x where x.partnership_id = e.partnership_id and x.referral_id = e.referral_id and x.id = e.handover_id;
  end if;
  -- Whom it was sent to, if it was: what is only proposed its receiver never sees.
  seen := case when h.delivered_on is not null then h.to_post end;
  case act
    when 'send' then posts := array[(d ->> 'to')::uuid]; kinds := '{sent}';
    when 'accept' then
      passed_on := e.before #>> '{referral,current_id}' is not null;
      posts := array[r.origin_post, case when not passed_on or had <> r.origin_post then had end];
      kinds := array['accepted', case when passed_on then 'passed_on' else 'accepted' end];
    when 'return' then posts := array[had, r.origin_post]; kinds := '{returned,returned}';
    when 'redirect' then
      covered := coalesce(d -> 'covered' = 'true', false);
      posts := array[had, case when had <> r.origin_post then r.origin_post end, case when covered then (d ->> 'to')::uuid end];
      kinds := case when d ? 'external' then '{redirected_out,redirected_out,sent}'::text[]
        when covered then '{redirected,redirected,sent}' else '{proposed,redirected,sent}' end;
    when 'confirm' then posts := array[h.to_post, r.origin_post]; kinds := '{sent,sent}';
    when 'ask' then posts := array[had]; kinds := '{asked}';
    when 'answer' then posts := array[h.to_post]; kinds := '{answered}';
    when 'withdraw' then posts := array[seen, r.origin_post]; kinds := '{withdrawn,withdrawn}';
    when 'advise' then posts := array[had, r.origin_post]; kinds := '{advised,advised}';
    when 'identity' then posts := array[h.to_post, h.from_post]; kinds := '{identity,identity}';
    when 'call' then
      by_current := (select x.to_post from handover x
        where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.id = r.current_id);
      posts := array[case
        when seen is not null and h.id = r.waiting_id and e.post_id = h.from_post then h.to_post
        when seen is not null and h.id = r.waiting_id and e.post_id = h.to_post then h.from_post
        when e.post_id = by_current then r.origin_post else by_current end];
      kinds := array[d ->> 'what'];
    when 'hold' then posts := array[r.origin_post]; kinds := '{held}';
    when 'letter', 'correct' then
      what := case act when 'letter' then 'letter' else 'correction' end;
      posts := array[r.origin_post, had, case when h.id = r.waiting_id then seen end];
      kinds := array[what, what, what];
    when 'consent' then
      what := case when d ? 'withdrawn' and h.state = 'withdrawn' then 'withdrawn' else 'consent' end;
      posts := array[r.origin_post, had, case when h.id = r.waiting_id or h.state = 'withdrawn' then seen end];
      kinds := array[what, what, what];
    when 'approve' then posts := array[r.origin_post, had, h.to_post]; kinds := '{approved,approved,approved}';
    when 'complete' then posts := array[r.origin_post, had]; kinds := '{closed,closed}';
    when 'reopen' then posts := array[case when r.current_id is null then h.to_post else r.origin_post end]; kinds := '{reopened}';
    when 'void' then
      posts := array[r.origin_post, had] || array(
        select x.to_post from handover x
        where x.partnership_id = r.partnership_id and x.referral_id = r.id
          and x.delivered_on is not null and x.state <> 'undone' and x.to_post <> e.post_id);
      kinds := array_fill('voided'::text, array[cardinality(posts)]);
    else return;
  end case;
  return query
    select distinct t.its, t.said from unnest(posts, kinds) t (its, said)
    where t.its is not null and (t.its <> e.post_id or act in ('approve', 'void') and t.its = r.origin_post);
end $$;
--> statement-breakpoint
-- Only an origin whose referral lies elsewhere can be one that may not hear of it.
create or replace function door.mute_notice() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from referral r join event e on e.partnership_id = r.partnership_id and e.id = new.event_id
    where r.partnership_id = new.partnership_id and r.id = new.referral_id
      and r.origin_post = new.to_post and r.holder_post <> r.origin_post and door.unheard(e, r, new.to_post))
  then return null; end if;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- What is corrected has a version before it: a first one is only compared with the service.
drop trigger answers_fit_consent on referral_matter;
--> statement-breakpoint
create trigger answers_fit_consent before insert on referral_matter for each row
  when (current_user = 'brobyg_app' and new.version > 1) execute function door.answers_fit_consent();
