-- The floor: FORCE on every table, the grants, and what a table may hold whoever writes it.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
revoke all on all tables in schema public from public;
--> statement-breakpoint
-- Whoever can make a temporary table can lay it over one that a function reads.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
--> statement-breakpoint
grant usage on schema public to brobyg_app, brobyg_door, brobyg_jobs;
--> statement-breakpoint
grant select on unit, unit_name, function, function_name, post, person, holding, absence, agreement, partnership,
  referral, handover, event, party, result, referral_matter, consent, message, resident_mark,
  draft, intent, notice, notice_seen, meeting, meeting_post, meeting_item, meeting_case, decision, minutes to brobyg_app;
--> statement-breakpoint
grant insert on referral, handover, event, party, result, referral_matter, consent, message, resident_mark,
  draft, intent, notice, notice_seen, meeting, meeting_post, meeting_item, meeting_case, decision, minutes to brobyg_app;
--> statement-breakpoint
grant update on referral, handover, party, draft, meeting, meeting_post, meeting_item, decision to brobyg_app;
--> statement-breakpoint
grant update (answer) on intent to brobyg_app;
--> statement-breakpoint
grant update (dropped_at) on notice to brobyg_app;
--> statement-breakpoint
grant delete on result, message, draft, meeting_post, meeting_item, meeting_case, decision to brobyg_app;
--> statement-breakpoint
grant select on account, credential, session, partnership, unit, function, post, person, holding, absence, agreement,
  referral, handover, event, party, consent, meeting, meeting_post, meeting_item to brobyg_door;
--> statement-breakpoint
grant insert, update on session to brobyg_door;
--> statement-breakpoint
grant update (directory) on partnership to brobyg_door;
--> statement-breakpoint
grant select on unit, unit_name, function, function_name, post, person, holding, absence, agreement, partnership to brobyg_jobs;
--> statement-breakpoint
grant select, insert, update on referral, handover, event, party, result, referral_matter, consent, message,
  resident_mark, notice to brobyg_jobs;
--> statement-breakpoint
grant delete on message, draft, intent to brobyg_jobs;
--> statement-breakpoint
grant select on draft, intent, notice_seen, meeting, meeting_post, meeting_item, meeting_case, decision, minutes to brobyg_jobs;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['unit', 'unit_name', 'function', 'function_name', 'post', 'person', 'holding', 'absence',
    'agreement'] loop
    execute format('create trigger directory_added after insert on %I referencing new table as changed
      for each statement execute function door.directory_changed()', t);
    execute format('create trigger directory_updated after update on %I referencing new table as changed
      for each statement execute function door.directory_changed()', t);
    execute format('create trigger directory_removed after delete on %I referencing old table as changed
      for each statement execute function door.directory_changed()', t);
  end loop;
end $$;
--> statement-breakpoint
-- Age and children are held only where the service's own questions ask for them.
create function matter_asks_no_more() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare asked text[];
begin
  if new.age is null and new.children is null then return new; end if;
  select array_agg(question ->> 'about') into asked
    from referral r
    join agreement a on a.partnership_id = r.partnership_id and a.id = r.agreement_id,
    jsonb_path_query(a.content, '$.services[*] ? (@.code == $service).key[*]', jsonb_build_object('service', r.service)) question
    where r.partnership_id = new.partnership_id and r.id = new.referral_id;
  if (new.age is not null and not coalesce('age' = any (asked), false))
    or (new.children is not null and not coalesce('children' = any (asked), false)) then
    raise exception 'this service does not ask for that' using errcode = 'BB004';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger matter_asks_no_more before insert or update on referral_matter
  for each row execute function matter_asks_no_more();
--> statement-breakpoint
-- A closed meeting no longer changes; of its decisions only the day they were done.
create function meeting_is_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  row_now record := coalesce(new, old);
  closed boolean;
begin
  if tg_table_name = 'meeting' then
    closed := old.state = 'closed';
  else
    select m.state = 'closed' into closed from meeting m
      where m.partnership_id = row_now.partnership_id and m.id = row_now.meeting_id;
  end if;
  if closed and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') = (to_jsonb(old) - 'done_on') then
    return new;
  end if;
  if current_user = 'brobyg_app' and tg_table_name = 'decision' and tg_op = 'UPDATE' and not door.has_duty('coordinate')
    and (to_jsonb(new) - 'done_on') is distinct from (to_jsonb(old) - 'done_on') then
    raise exception 'whoever owns a decision says when it is done, and nothing else' using errcode = 'BB005';
  end if;
  if closed then
    raise exception 'the minutes of a closed meeting do not change' using errcode = 'BB005';
  end if;
  return row_now;
end $$;
--> statement-breakpoint
create trigger meeting_is_closed before update on meeting for each row execute function meeting_is_closed();
--> statement-breakpoint
create trigger meeting_is_closed before insert or update or delete on meeting_item for each row execute function meeting_is_closed();
--> statement-breakpoint
create trigger meeting_is_closed before insert or update or delete on meeting_post for each row execute function meeting_is_closed();
--> statement-breakpoint
create trigger meeting_is_closed before insert or update or delete on decision for each row execute function meeting_is_closed();
