-- A calendar reads the meetings of an account by a secret address, without a session.
alter table calendar_feed force row level security;
--> statement-breakpoint
revoke all on calendar_feed from public;
--> statement-breakpoint
grant select, insert, update, delete on calendar_feed to brobyg_door;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- Another address for my own account: the one before it is not there any more.
create function door.set_calendar(token_hash bytea) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare mine uuid := (select l.account_id from door.live() l);
begin
  if mine is null or length(token_hash) <> 32 then
    raise exception 'nobody asks for an address' using errcode = 'BB006';
  end if;
  insert into calendar_feed (account_id, hash) values (mine, token_hash)
    on conflict on constraint calendar_feed_pkey do update set hash = excluded.hash, made_at = now();
end $$;
--> statement-breakpoint
create function door.drop_calendar() returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
begin delete from calendar_feed f where f.account_id = (select l.account_id from door.live() l); end $$;
--> statement-breakpoint
-- The day on which my own address was made; null where there is none.
create function door.my_calendar() returns date language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return (select (f.made_at at time zone 'Europe/Copenhagen')::date from calendar_feed f
    where f.account_id = (select l.account_id from door.live() l));
end $$;
--> statement-breakpoint
-- The meetings that the people of an account are called to, in every partnership of theirs, from three months back; no row
-- at all for an address that is unknown, or whose account is closed, and one without a meeting where none is.
create function door.calendar_of(token_hash bytea)
returns table (id uuid, sequence integer, title text, on_day date, starts_at text, place text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare owner uuid := (
  select f.account_id from calendar_feed f join account a on a.id = f.account_id and a.active
  where f.hash = token_hash);
begin
  if owner is null then return; end if;
  return query
    select m.id, m.sequence, w.title, m.on_day, m.starts_at, w.place
    from (values (owner)) known (account_id)
    left join (
      person p join meeting x on x.partnership_id = p.partnership_id and x.state <> 'cancelled'
        and x.on_day >= door.today() - 92 and p.id = any (door.called_people(x.partnership_id, x.id))
    ) on p.account_id = known.account_id and (p.left_on is null or p.left_on > door.today())
    left join meeting m on m.partnership_id = x.partnership_id and m.id = x.id
    left join lateral door.meeting_words(m.partnership_id, m.id) w on true
    order by m.on_day, m.starts_at, m.id;
end $$;
--> statement-breakpoint
reset role;
