-- What policies ask of other tables, narrowed to the asker already: read through those tables' own policies it would be asked
-- over and over. Each shows what the asker sees of its table, and nothing else. The barrier lets no condition of a statement
-- look at a row that the view does not show.
set local role brobyg_door;
--> statement-breakpoint
create view door.my_party with (security_barrier) as
  select p.partnership_id, p.referral_id, p.post_id, p.scope, p.until, p.sees_result from public.party p
  where p.partnership_id = (select door.partnership()) and p.post_id = any ((select door.posts())::uuid[])
    and p.scope <> 'none' and (p.until is null or p.until >= (public.app_now() at time zone 'Europe/Copenhagen')::date);
--> statement-breakpoint
create view door.overseen_party with (security_barrier) as
  select p.partnership_id, p.referral_id, p.post_id, p.scope, p.until, p.sees_result from public.party p
  where p.partnership_id = (select door.partnership()) and p.post_id = any ((select door.overseen())::uuid[])
    and p.scope <> 'none' and (p.until is null or p.until >= (public.app_now() at time zone 'Europe/Copenhagen')::date);
--> statement-breakpoint
-- A proposed receiver knows nothing, and a step undone never was.
create view door.my_received with (security_barrier) as
  select h.partnership_id, h.referral_id, h.id, h.to_post
  from public.handover h
  join public.party p on p.partnership_id = h.partnership_id and p.referral_id = h.referral_id and p.post_id = h.to_post
  where h.partnership_id = (select door.partnership()) and h.to_post = any ((select door.posts())::uuid[])
    and p.scope <> 'none' and (p.until is null or p.until >= (public.app_now() at time zone 'Europe/Copenhagen')::date)
    and (p.scope <> 'part' or h.state not in ('proposed', 'undone'));
--> statement-breakpoint
create view door.open_to_me with (security_barrier) as
  select r.partnership_id, r.id from public.referral r
  where r.partnership_id = (select door.partnership()) and r.status = 'open' and (select door.has_duty('coordinate'));
--> statement-breakpoint
revoke all on door.my_party, door.overseen_party, door.my_received, door.open_to_me from public;
--> statement-breakpoint
grant select on door.my_party, door.overseen_party, door.my_received, door.open_to_me to brobyg_app;
--> statement-breakpoint
create or replace function door.policy_for(table_name text) returns text language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  said text;
  view text;
begin
  select string_agg('(' || pg_get_expr(p.polqual, p.polrelid) || ')', ' or ') into said
    from pg_policy p
    where p.polrelid = ('public.' || quote_ident(table_name))::regclass and p.polpermissive and p.polcmd in ('r', '*')
      and 'brobyg_app'::regrole = any (p.polroles);
  foreach view in array array['my_party', 'overseen_party', 'my_received', 'open_to_me'] loop
    said := replace(said, 'door.' || view || ' ', '(' || rtrim(pg_get_viewdef(('door.' || view)::regclass), ';') || ') ');
  end loop;
  said := replace(said, 'door.posts()', 's.posts');
  said := replace(said, 'door.overseen()', 's.overseen');
  said := replace(said, 'door.led()', 's.led');
  said := replace(said, 'door.in_hand()', '''{}''::uuid[]');
  said := replace(said, 'door.asked_of_me()', '''{}''::uuid[]');
  said := replace(said, 'current_setting(''app.code''::text, true)', 's.told');
  said := regexp_replace(said, 'door\.has_duty\((''[a-z]+'')::text\)', '(\1 = any (s.duties))', 'g');
  -- Those that ask nothing of the session stay as they are.
  if said is null
    or regexp_replace(said, 'door\.(partnership\(\)|tells\(|tells_text\()', '', 'g') ~ 'door\.|current_setting' then
    raise exception 'a policy of % is made of what this does not know', table_name using errcode = 'BB010';
  end if;
  return said;
end  $$;
--> statement-breakpoint
reset role;
