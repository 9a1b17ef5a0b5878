-- A letter says how far it has come and which date it has, and no other answer anew: `door.matter_step` as it stands, word for
-- word but for that. The place must be there, or nothing is changed.
do $$
declare
  stands constant text := '(new.situations, new.contact, new.age, new.children) is not distinct from (last.situations, last.contact, last.age, last.children)';
  text text := pg_get_functiondef('door.matter_step()'::regprocedure);
begin
  if position(stands in text) = 0 then raise exception 'door.matter_step does not say: %', stands; end if;
  perform set_config('role', 'brobyg_door', true);
  execute replace(text, stands, stands || ' and not exists (
      select 1 from jsonb_array_elements(service -> ''key'') q where q ->> ''about'' is distinct from ''step''
        and new.answers -> (q ->> ''code'') is distinct from last.answers -> (q ->> ''code''))');
  perform set_config('role', 'none', true);
end $$;
