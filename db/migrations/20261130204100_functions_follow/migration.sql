-- A version that Boligsocialt Forum adopts says which functions there are: their rows follow it and nobody writes them besides.
-- The first edition is made of nothing. A proposal is told to everybody who adopts, in the transaction that proposes it.
alter table agreement_comment force row level security;
--> statement-breakpoint
revoke insert, update on function, function_name from brobyg_app;
--> statement-breakpoint
grant select, delete on agreement_comment to brobyg_app;
--> statement-breakpoint
grant insert (partnership_id, id, person_id, post_id, text) on agreement_comment to brobyg_app;
--> statement-breakpoint
grant insert on function, function_name to brobyg_door;
--> statement-breakpoint
grant update (duties, valid_to) on function to brobyg_door;
--> statement-breakpoint
grant update (da, en) on function_name to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Duties over others, which a function keeps for as long as it is there.
create function door.powers_of(duties text[]) returns text[] language sql immutable set search_path = '' as $$
  select array(select x from unnest(duties) x where x in ('administer', 'forum', 'protect') order by x) $$;
--> statement-breakpoint
revoke execute on function door.powers_of(text[]) from public;
--> statement-breakpoint
-- The functions that a content lists; nothing where it lists none.
create function door.functions_of(content jsonb) returns table (code text, da text, en text, duties text[])
language sql immutable set search_path = '' as $$
  select f ->> 'code', f #>> '{name,da}', coalesce(nullif(f #>> '{name,en}', ''), f #>> '{name,da}'),
    array(select jsonb_array_elements_text(f -> 'duties'))
  from jsonb_array_elements(content -> 'functions') f $$;
--> statement-breakpoint
revoke execute on function door.functions_of(jsonb) from public;
--> statement-breakpoint
-- Is every function of a list one that a row can be made of, each once?
create function door.functions_sound(listed jsonb) returns boolean language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(listed) <> 'array' or jsonb_array_length(listed) not between 1 and 60 then return false; end if;
  return not exists (
    select 1 from jsonb_array_elements(listed) f where not coalesce(
      jsonb_typeof(f) = 'object' and f ->> 'code' ~ '^[A-Z][A-Z0-9_]*$' and length(f ->> 'code') <= 60
      and length(trim(f #>> '{name,da}')) between 1 and 120 and length(coalesce(f #>> '{name,en}', '')) <= 120
      and jsonb_typeof(f -> 'duties') = 'array' and f -> 'duties' <> '[]'
      and f -> 'duties' <@ '["refer","receive","coordinate","lead","forum","administer","protect"]', false))
    and (select count(distinct f ->> 'code') = count(*) from jsonb_array_elements(listed) f);
end $$;
--> statement-breakpoint
revoke execute on function door.functions_sound(jsonb) from public;
--> statement-breakpoint
create or replace function door.agreement_adopted() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  last agreement;
  draft agreement_draft;
  here uuid := new.partnership_id;
begin
  -- What the owner seeds begins a partnership; a revision goes through the application.
  if session_user <> 'brobyg_app' then return new; end if;
  select * into last from agreement a where a.partnership_id = here order by a.number desc limit 1;
  select * into draft from agreement_draft d where d.partnership_id = here;
  if not coalesce(draft.proposed, false) or draft.based_on is distinct from last.id or draft.content is distinct from new.content then
    raise exception 'not the revision that was proposed' using errcode = 'BB020';
  end if;
  if new.number is distinct from coalesce(last.number, 0) + 1 then
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
    where p.partnership_id = here and p.id = new.adopted_by and 'forum' = any (f.duties))
  then
    raise exception 'only Boligsocialt Forum adopts' using errcode = 'BB006';
  end if;
  if coalesce(new.content #>> '{contract,title,da}', '') = ''
    or coalesce(jsonb_array_length(new.content #> '{contract,frame}'), 0) = 0
    or coalesce(jsonb_array_length(new.content -> 'services'), 0) = 0
  then
    raise exception 'what governs is whole' using errcode = 'BB020';
  end if;
  if not new.content ? 'functions' then return new; end if;
  if not door.functions_sound(new.content -> 'functions') then
    raise exception 'not functions that there can be' using errcode = 'BB020';
  end if;
  -- Nobody gives a post of a function that is about to go.
  perform 1 from function f where f.partnership_id = here order by f.code for update;
  if exists (
    select 1 from function f join door.functions_of(new.content) n on n.code = f.code
    where f.partnership_id = here and door.powers_of(f.duties) <> door.powers_of(n.duties))
  then
    raise exception 'a function keeps its power for as long as it is there' using errcode = 'BB020';
  end if;
  if exists (
    select 1 from post p where p.partnership_id = here and coalesce(p.valid_to, 'infinity') >= new.valid_from
      and p.function not in (select n.code from door.functions_of(new.content) n))
  then
    raise exception 'there are still posts of a function that goes' using errcode = 'BB022';
  end if;
  if exists (
    select 1 from unnest(array['administer', 'forum', 'protect']) power where not exists (
      select 1 from door.functions_of(new.content) n
      join post p on p.partnership_id = here and p.function = n.code and p.valid_to is null
      join holding h on h.partnership_id = here and h.post_id = p.id and h.kind = 'holder' and h.valid_to is null
      join person who on who.partnership_id = here and who.id = h.person_id and who.left_on is null
      where power = any (n.duties)))
  then
    raise exception 'somebody always administers, adopts and protects' using errcode = 'BB006';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- The duties of functions that are there already, as the version has them that governs today.
create function door.duties_follow(place uuid) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  update function f set duties = n.duties
    from (
      select a.content from agreement a where a.partnership_id = place and a.valid_from <= door.today()
      order by a.number desc limit 1) governs, door.functions_of(governs.content) n
    where f.partnership_id = place and f.code = n.code and f.duties <> n.duties
      and door.powers_of(f.duties) = door.powers_of(n.duties);
end $$;
--> statement-breakpoint
revoke execute on function door.duties_follow(uuid) from public;
--> statement-breakpoint
-- What was adopted makes the rows: a new function and a new name from the version's first day on, one that is gone until the
-- day before. Duties have no days, and change on that day.
create function door.functions_follow() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare here uuid := new.partnership_id;
begin
  if session_user <> 'brobyg_app' or not new.content ? 'functions' then return null; end if;
  insert into function (partnership_id, code, duties, valid_from)
    select here, n.code, n.duties, new.valid_from from door.functions_of(new.content) n
    where not exists (select 1 from function f where f.partnership_id = here and f.code = n.code);
  update function f set valid_to = null
    where f.partnership_id = here and f.valid_to is not null
      and f.code in (select n.code from door.functions_of(new.content) n);
  update function f set valid_to = new.valid_from - 1
    where f.partnership_id = here and coalesce(f.valid_to, 'infinity') >= new.valid_from
      and f.code not in (select n.code from door.functions_of(new.content) n);
  insert into function_name (partnership_id, function, valid_from, da, en)
    select here, n.code, new.valid_from, n.da, n.en from door.functions_of(new.content) n
    left join lateral (
      select x.da, x.en from function_name x where x.partnership_id = here and x.function = n.code
      order by x.valid_from desc limit 1) was on true
    where (was.da, was.en) is distinct from (n.da, n.en)
    on conflict (partnership_id, function, valid_from) do update set da = excluded.da, en = excluded.en;
  perform door.duties_follow(here);
  return null;
end $$;
--> statement-breakpoint
-- The same for every partnership whose newest version has come into force. The jobs ask for it; nobody else may.
create function door.all_duties_follow() returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  perform door.duties_follow(p.id) from partnership p order by p.id;
end $$;
--> statement-breakpoint
revoke execute on function door.all_duties_follow() from public;
--> statement-breakpoint
grant execute on function door.all_duties_follow() to brobyg_jobs;
--> statement-breakpoint
-- A post lies within the days of its function: none before it begins, none that goes on after it.
create function door.post_within_function() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare f function;
begin
  if session_user <> 'brobyg_app' then return new; end if;
  if tg_op = 'UPDATE' and new.valid_to is not distinct from old.valid_to then return new; end if;
  select * into f from function x where x.partnership_id = new.partnership_id and x.code = new.function for share;
  if coalesce(new.valid_to, 'infinity') > coalesce(f.valid_to, 'infinity') or tg_op = 'INSERT' and new.valid_from < f.valid_from then
    raise exception 'not a day on which there is that function' using errcode = 'BB021';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function door.draft_kept() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare last uuid;
begin
  if session_user <> 'brobyg_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if not door.has_duty('administer') and not exists (
      select 1 from agreement a
      where a.partnership_id = old.partnership_id and a.content = old.content and a.adopted_on = door.today()
        and a.number > coalesce(
          (select b.number from agreement b where b.partnership_id = old.partnership_id and b.id = old.based_on), 0))
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
  if new.version <> old.version + 1 or old.proposed
    and (new.content, new.comments_until) is distinct from (old.content, old.comments_until)
  then
    raise exception 'what was proposed stands as it is' using errcode = 'BB020';
  end if;
  if new.proposed and not old.proposed and coalesce(new.comments_until, '-infinity') < door.today() then
    raise exception 'there is a day until which one may comment' using errcode = 'BB020';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Everybody who adopts hears that something is proposed, and not what.
create function door.tell_of_proposal() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin
  if session_user = 'brobyg_app' and new.proposed and not old.proposed then
    perform door.tell_duty(new.partnership_id, 'forum', 'agreement-proposed', '/agreement/revision', array_remove(array[door.me()], null));
  end if;
  return null;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger functions_follow after insert on agreement for each row execute function door.functions_follow();
--> statement-breakpoint
create trigger post_within_function before insert or update on post for each row execute function door.post_within_function();
--> statement-breakpoint
create trigger tell_of_proposal after update on agreement_draft for each row execute function door.tell_of_proposal();
--> statement-breakpoint
create trigger log_directory after insert or update or delete on agreement_comment
  for each row execute function door.log_directory();
