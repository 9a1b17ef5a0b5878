-- The floor under the words: FORCE, and what the application may do with them.
do $$
declare t text;
begin
  foreach t in array array['not_a_name', 'known_word'] loop
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, delete on %I to brobyg_app', t);
  end loop;
end $$;
