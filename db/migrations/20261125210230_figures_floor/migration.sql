-- The figures of a quarter are published once: the jobs add them, the application reads them, and nobody changes them.
alter table release force row level security;
--> statement-breakpoint
revoke all on release from public;
--> statement-breakpoint
grant select on release to brobyg_app, brobyg_door;
--> statement-breakpoint
grant select, insert on release to brobyg_jobs;
--> statement-breakpoint
set local role brobyg_door;
--> statement-breakpoint
-- The figures of a quarter are carried out of the app, and what for.
create function door.export_figures(quarter date, purpose text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  if not (door.has_duty('forum') or door.has_duty('lead')) or purpose is null
    or purpose not in ('forum', 'report', 'revision')
    or not exists (select 1 from release r where r.partnership_id = here and r.quarter = export_figures.quarter) then
    raise exception 'not an export of the figures' using errcode = 'BB009';
  end if;
  perform door.note(here, door.me(), door.posts(), 'export', 'figures', '{}',
    jsonb_build_object('quarter', quarter, 'purpose', purpose));
end $$;
--> statement-breakpoint
-- Did I say within the last five minutes what these figures are carried out for?
create function door.said_figures(quarter date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from log l
    where l.partnership_id = door.partnership() and l.person_id = door.me() and l.kind = 'export' and l.what = 'figures'
      and l.detail ->> 'quarter' = said_figures.quarter::text and l.at > now() - interval '5 minutes')
$$;
--> statement-breakpoint
reset role;
