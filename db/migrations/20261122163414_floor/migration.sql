-- The floor: FORCE on every table, the grants, and the steps that a change may take.
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
  referral, handover, event, party, meeting, meeting_post, meeting_item to brobyg_door;
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
create constraint trigger one_holder after insert or update on referral deferrable initially deferred
  for each row execute function door.one_holder();
--> statement-breakpoint
create constraint trigger one_holder after insert or update of state, referral_id on handover
  deferrable initially deferred for each row execute function door.one_holder();
--> statement-breakpoint
-- What the application's role may do to a referral's row: its identity stays, each change has its event, and the holder
-- moves only by acceptance (or back, by an undo within ten seconds).
create function referral_step() returns trigger language plpgsql set search_path = public as $$
declare mine uuid[];
begin
  if current_user <> 'brobyg_app' then return new; end if;
  mine := door.posts();
  if (new.partnership_id, new.id, new.code, new.service, new.agreement_id, new.origin_post, new.logged_on)
    is distinct from (old.partnership_id, old.id, old.code, old.service, old.agreement_id, old.origin_post, old.logged_on)
    or new.events <> old.events + 1
    or old.status = 'voided'
    or (new.status = 'voided' and not old.origin_post = any (door.led()))
    or (new.holder_post <> old.holder_post and not (
      new.holder_post = any (mine) and (
        exists (select 1 from handover h where h.partnership_id = old.partnership_id and h.id = old.waiting_id
          and h.to_post = new.holder_post and h.state in ('sent', 'opened', 'asked'))
        or (old.status = 'closed' and new.holder_post = old.origin_post))
      or door.undoing(old.id)))
  then
    raise exception 'not a step that a referral can take' using errcode = 'BB002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger referral_step before update on referral for each row execute function referral_step();
--> statement-breakpoint
-- What the application's role may do to a handover: each side its own steps. `lib/referral` holds the same table.
create function handover_step() returns trigger language plpgsql set search_path = public as $$
declare
  mine uuid[];
  holder uuid;
  origin uuid;
  allowed boolean;
begin
  if current_user <> 'brobyg_app' then return new; end if;
  mine := door.posts();
  select r.holder_post, r.origin_post into holder, origin from referral r
    where r.partnership_id = new.partnership_id and r.id = new.referral_id;
  if tg_op = 'INSERT' then
    allowed := new.state in ('proposed', 'sent') and new.from_post = holder
      and (holder = any (mine) or coalesce(new.redirected_by = any (mine), false));
  elsif (new.id, new.referral_id, new.seq, new.from_post, new.to_post, new.redirected_by)
    is distinct from (old.id, old.referral_id, old.seq, old.from_post, old.to_post, old.redirected_by) then
    allowed := false;
  elsif new.state = old.state then
    allowed := true;
  else
    allowed := case
      when old.state in ('sent', 'opened', 'asked') and new.state in ('accepted', 'returned', 'redirected', 'advised')
        then old.to_post = any (mine)
      when old.state = 'sent' and new.state in ('opened', 'asked') or old.state = 'opened' and new.state = 'asked'
        then old.to_post = any (mine)
      when old.state = 'asked' and new.state = 'opened' or old.state = 'proposed' and new.state = 'sent'
        then holder = any (mine)
      when old.state in ('proposed', 'sent', 'opened', 'asked') and new.state = 'withdrawn'
        then holder = any (mine) or origin = any (mine)
      when old.state in ('accepted', 'on_hold') and new.state in ('accepted', 'on_hold', 'completed')
        then old.to_post = any (mine)
      when old.state in ('accepted', 'on_hold') and new.state = 'passed_on'
        then exists (select 1 from handover h where h.partnership_id = old.partnership_id
          and h.referral_id = old.referral_id and h.to_post = any (mine) and h.state in ('sent', 'opened', 'asked'))
      when old.state = 'completed' and new.state = 'accepted' then old.to_post = any (mine)
      when old.state in ('proposed', 'sent', 'opened', 'asked', 'accepted', 'on_hold') and new.state = 'voided'
        then origin = any (door.led())
      else false
    end or door.undoing(old.referral_id);
  end if;
  if not coalesce(allowed, false) then
    raise exception 'not a step that a handover can take' using errcode = 'BB003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger handover_step before insert or update on handover for each row execute function handover_step();
--> statement-breakpoint
-- Age and children are held only where the service's own questions ask for them.
create function matter_asks_no_more() returns trigger language plpgsql set search_path = public as $$
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
create function meeting_is_closed() returns trigger language plpgsql set search_path = public as $$
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
