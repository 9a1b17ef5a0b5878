-- A cancelled meeting no longer changes, like a closed one; only one that has not begun is cancelled.
create or replace function meeting_is_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  row_now record := coalesce(new, old);
  over boolean;
begin
  if tg_table_name = 'meeting' then
    over := old.state in ('closed', 'cancelled') or (new.state = 'cancelled' and old.state <> 'called');
  else
    select m.state in ('closed', 'cancelled') into over from meeting m
      where m.partnership_id = row_now.partnership_id and m.id = row_now.meeting_id;
  end if;
  if over and tg_table_name = 'decision' and tg_op = 'UPDATE'
    and (to_jsonb(new) - 'done_on') = (to_jsonb(old) - 'done_on') then
    return new;
  end if;
  if current_user = 'brobyg_app' and tg_table_name = 'decision' and tg_op = 'UPDATE' and not door.has_duty('coordinate')
    and (to_jsonb(new) - 'done_on') is distinct from (to_jsonb(old) - 'done_on') then
    raise exception 'whoever owns a decision says when it is done, and nothing else' using errcode = 'BB005';
  end if;
  if over then
    raise exception 'a meeting that is closed or cancelled does not change' using errcode = 'BB005';
  end if;
  return row_now;
end $$;
