-- What the attack on every act found that a hostile session could still write: the functions that stand, word for word but for
-- what closes it. Each place must be there, or nothing is changed.
do $$
declare
  f record;
  text text;
begin
  for f in select * from (values
    -- A letter changes neither the resident's age nor that there are children.
    ('matter_step',
      '(new.situations, new.contact) is not distinct from (last.situations, last.contact)',
      '(new.situations, new.contact, new.age, new.children) is not distinct from (last.situations, last.contact, last.age, last.children)'),
    -- Whoever has nothing of one's own in it is not asked for it.
    ('event_step',
      'if new.act = ''letter'' and door.terms(',
      'if new.act = ''journal'' and not exists (select 1 from message m where m.partnership_id = r.partnership_id and m.referral_id = r.id
      and m.body is not null) then
      perform door.refuse_event(''no words stand'');
    end if;
    if new.act = ''letter'' and door.terms('),
    -- What was before is the same picture whenever it is taken.
    ('event_step', '(select coalesce(jsonb_agg(to_jsonb(x)), ''[]'') from party x',
      '(select coalesce(jsonb_agg(to_jsonb(x) order by x.post_id), ''[]'') from party x'),
    -- Progress is the first contact at the latest.
    ('act_done',
      'when new.act in (''accept'', ''resume'', ''progress'') then h.state = ''accepted''',
      'when new.act in (''accept'', ''resume'') then h.state = ''accepted''
      when new.act = ''progress'' then h.state = ''accepted'' and h.contacted_on is not null'),
    -- A reopening ends what the unit was asked, and says what was answered now.
    ('act_done',
      'when new.act in (''send'', ''confirm'') and w.discussion and not exists (',
      'when new.act = ''reopen'' and h.to_post <> r.origin_post and (
      select count(*) filter (where c.seq > (new.before ->> ''consents'')::integer) - least(1, count(*) filter (
        where c.seq <= (new.before ->> ''consents'')::integer))
      from consent c join post p on p.partnership_id = c.partnership_id and p.unit_id = c.unit_id and p.id = h.to_post
      where c.partnership_id = r.partnership_id and c.referral_id = r.id) <> 1 then ''nobody was asked anew''
    when new.act in (''send'', ''confirm'') and w.discussion and not exists ('),
    -- A yes shows it to the unit that it was given for, whichever act says it.
    ('act_done',
      'when new.act in (''consent'', ''approve'') and exists (
      select 1 from party p join post q',
      'when new.act in (''consent'', ''approve'', ''send'', ''confirm'') and exists (
      select 1 from party p join post q')
  ) x (name, stands, comes)
  loop
    select pg_get_functiondef(p.oid) into text from pg_proc p where p.pronamespace = 'door'::regnamespace and p.proname = f.name;
    if position(f.stands in text) = 0 then raise exception 'door.% does not say: %', f.name, f.stands; end if;
    perform set_config('role', 'brobyg_door', true);
    execute replace(text, f.stands, f.comes);
    perform set_config('role', 'none', true);
  end loop;
end $$;
