-- A version of the agreement comes from a revision and from nothing else: Boligsocialt Forum adopts, at a meeting that was
-- held, exactly what the administrator proposed. What has been adopted never changes: referrals keep the version they were
-- made under.
grant select on agreement_draft to brobyg_door;
--> statement-breakpoint
grant update (proposed, version, returned_on) on agreement_draft to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
create function door.agreement_adopted() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  last agreement;
  draft agreement_draft;
begin
  -- What the owner seeds begins a partnership; a revision goes through the application.
  if session_user <> 'brobyg_app' then return new; end if;
  select * into last from agreement a where a.partnership_id = new.partnership_id order by a.number desc limit 1;
  select * into draft from agreement_draft d where d.partnership_id = new.partnership_id;
  if not coalesce(draft.proposed, false) or draft.based_on is distinct from last.id or draft.content is distinct from new.content then
    raise exception 'not the revision that was proposed' using errcode = 'BB020';
  end if;
  if new.number is distinct from last.number + 1 then
    raise exception 'not the next version' using errcode = 'BB020';
  end if;
  if new.valid_from < door.today() or new.valid_from < last.valid_from then
    raise exception 'a version governs from its adoption on, never before' using errcode = 'BB020';
  end if;
  if new.adopted_on is distinct from door.today() or new.meeting_on is null or new.meeting_on > door.today() then
    raise exception 'adopted today, at a meeting that was held' using errcode = 'BB020';
  end if;
  if new.adopted_by is null or not new.adopted_by = any (door.posts()) or not exists (
    select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
    where p.partnership_id = new.partnership_id and p.id = new.adopted_by and 'forum' = any (f.duties))
  then
    raise exception 'only Boligsocialt Forum adopts' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create function door.agreement_stands() returns trigger language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  raise exception 'what was agreed does not change' using errcode = 'BB020';
end $$;
--> statement-breakpoint
-- One draft, of the version that was adopted last. What was proposed is read and adopted as it stands: to change it, it is
-- taken back first. Each change counts its version up by one, so that nobody saves over what they have not seen.
create function door.draft_kept() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare last uuid;
begin
  if session_user <> 'brobyg_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if not door.has_duty('administer') and not exists (
      select 1 from agreement a
      where a.partnership_id = old.partnership_id and a.content = old.content and a.adopted_on = door.today()
        and a.number > (select b.number from agreement b where b.partnership_id = old.partnership_id and b.id = old.based_on))
    then
      raise exception 'a proposal goes by being adopted or given back' using errcode = 'BB006';
    end if;
    return old;
  end if;
  select a.id into last from agreement a where a.partnership_id = new.partnership_id order by a.number desc limit 1;
  if new.based_on is distinct from last then
    raise exception 'a revision is made of the newest version' using errcode = 'BB020';
  end if;
  if tg_op = 'INSERT' then
    if new.proposed or new.version <> 1 then
      raise exception 'a revision begins as a draft' using errcode = 'BB020';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 or (old.proposed and new.content is distinct from old.content) then
    raise exception 'what was proposed stands as it is' using errcode = 'BB020';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Boligsocialt Forum gives a proposal back to the administrator. False when there is none any more.
create function door.give_back_draft(seen integer) returns boolean language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if not door.has_duty('forum') then
    raise exception 'only Boligsocialt Forum gives a proposal back' using errcode = 'BB006';
  end if;
  update agreement_draft d set proposed = false, version = version + 1, returned_on = door.today()
    where d.partnership_id = door.partnership() and d.proposed and d.version = seen;
  return found;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger agreement_adopted before insert on agreement for each row execute function door.agreement_adopted();
--> statement-breakpoint
create trigger agreement_stands before update or delete on agreement for each row execute function door.agreement_stands();
--> statement-breakpoint
create trigger draft_kept before insert or update or delete on agreement_draft
  for each row execute function door.draft_kept();
