-- How a file of the agreement names units and posts. Those that are there get theirs of their newest short name, and of
-- function and unit; later ones say theirs or are given one. A key that is taken gets a number.
set local role brobyg_door;
--> statement-breakpoint
create function door.give_unit_key() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  wish text := left(coalesce(nullif(new.key, ''), new.kind::text), 70);
  number integer := 1;
begin
  perform pg_advisory_xact_lock(hashtextextended('unit key ' || new.partnership_id, 0));
  new.key := wish;
  while exists (select 1 from unit u where u.partnership_id = new.partnership_id and u.key = new.key) loop
    number := number + 1;
    new.key := wish || '-' || number;
  end loop;
  return new;
end $$;
--> statement-breakpoint
create function door.give_post_key() returns trigger language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
  wish text := left(coalesce(nullif(new.key, ''), lower(replace(new.function, '_', '-')) || coalesce(
    (select '.' || u.key from unit u where u.partnership_id = new.partnership_id and u.id = new.unit_id), '')), 70);
  number integer := 1;
begin
  perform pg_advisory_xact_lock(hashtextextended('post key ' || new.partnership_id, 0));
  new.key := wish;
  while exists (select 1 from post p where p.partnership_id = new.partnership_id and p.key = new.key) loop
    number := number + 1;
    new.key := wish || '-' || number;
  end loop;
  return new;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create policy keys_given on unit to current_user using (true) with check (true);
--> statement-breakpoint
create policy keys_given on unit_name to current_user using (true) with check (true);
--> statement-breakpoint
create policy keys_given on post to current_user using (true) with check (true);
--> statement-breakpoint
with wished as (
  select u.partnership_id, u.id, coalesce(nullif(trim(both '-' from left(regexp_replace(lower(
      replace(replace(replace(replace(replace(replace(n.short, 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'), 'Æ', 'ae'), 'Ø', 'oe'), 'Å', 'aa')),
      '[^a-z0-9]+', '-', 'g'), 60)), ''), u.kind::text) as key
  from unit u left join lateral (
    select short from unit_name n where n.partnership_id = u.partnership_id and n.unit_id = u.id
    order by n.valid_from desc limit 1) n on true
), counted as (
  select w.*, row_number() over (partition by partnership_id, key order by id) as number from wished w
)
update unit u set key = c.key || case when c.number > 1 then '.' || c.number else '' end
  from counted c where c.partnership_id = u.partnership_id and c.id = u.id;
--> statement-breakpoint
with wished as (
  select p.partnership_id, p.id, left(lower(replace(p.function, '_', '-')) || '.' || u.key, 70) as key
  from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
), counted as (
  select w.*, row_number() over (partition by partnership_id, key order by id) as number from wished w
)
update post p set key = c.key || case when c.number > 1 then '.' || c.number else '' end
  from counted c where c.partnership_id = p.partnership_id and c.id = p.id;
--> statement-breakpoint
drop policy keys_given on unit;
--> statement-breakpoint
drop policy keys_given on unit_name;
--> statement-breakpoint
drop policy keys_given on post;
--> statement-breakpoint
create trigger unit_key_given before insert on unit for each row execute function door.give_unit_key();
--> statement-breakpoint
create trigger post_key_given before insert on post for each row execute function door.give_post_key();
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_partnership_id_key_unique" UNIQUE("partnership_id","key");
--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_partnership_id_key_unique" UNIQUE("partnership_id","key");
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_key_is_one" CHECK (key ~ '^[a-z0-9][a-z0-9.-]{0,79}$');
--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_key_is_one" CHECK (key ~ '^[a-z0-9][a-z0-9.-]{0,79}$');
