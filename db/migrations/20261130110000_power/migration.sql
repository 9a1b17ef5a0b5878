-- Who has power over whom, and who gives what to whom, asked by the policies below.
set local role brobyg_door;
--> statement-breakpoint
-- People who hold or stand in for a post of the units that this person leads, on either side: those they see in a list.
create function door.led_people() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  led uuid[] := door.overseen() || door.led();
begin
  return coalesce((
    select array_agg(distinct h.person_id) from holding h
    where h.partnership_id = here and h.post_id = any (led)
      and (h.valid_to is null or h.valid_to >= door.today())), '{}');
end $$;
--> statement-breakpoint
-- People that this person has power over (their sessions, absence, contact, links, posts, leaving). An administrator:
-- everybody; who leads: those of whose posts every one is in the units that they lead. Never themselves, and nobody for
-- whom they stand in: sending such a colleague away would give them what the colleague sees.
create or replace function door.my_people() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := door.partnership();
  who uuid := door.me();
  led uuid[] := door.overseen() || door.led();
  everybody boolean := door.has_duty('administer');
begin
  if who is null or not everybody and cardinality(led) = 0 then return '{}'; end if;
  return coalesce((
    select array_agg(p.id) from person p
    where p.partnership_id = here and p.id <> who
      and (everybody or p.id in (
        select h.person_id from holding h
        where h.partnership_id = here and (h.valid_to is null or h.valid_to >= door.today())
        group by h.person_id having bool_and(h.post_id = any (led))))
      and not exists (
        select 1 from holding mine join holding held on held.partnership_id = mine.partnership_id and held.post_id = mine.post_id
        where mine.partnership_id = here and mine.person_id = who and mine.kind = 'deputy'
          and (mine.valid_to is null or mine.valid_to >= door.today())
          and held.person_id = p.id and held.kind = 'holder'
          and (held.valid_to is null or held.valid_to >= door.today()))), '{}');
end $$;
--> statement-breakpoint
create or replace function door.keeps_person(person uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin return coalesce(keeps_person.person = any (door.my_people()), false); end $$;
--> statement-breakpoint
-- May this person give that post without asking anybody? Never to themselves. An administrator: every post. Who leads: a post
-- of their own units that is no housing organisation's and gives no power over others, to somebody over whom they have power
-- or who holds nothing. For everything else a second person confirms (`door.request_post`).
create function door.may_give(person uuid, post uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare here uuid := door.partnership();
begin
  return here is not null and may_give.person is distinct from door.me() and (
    door.has_duty('administer')
    or may_give.post = any (door.overseen() || door.led())
      and exists (
        select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
        join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = here and p.id = may_give.post
          and u.kind not in ('housing-organisation', 'helhedsplan', 'estate')
          and not f.duties::text[] && '{lead,administer,protect,forum}')
      and (door.keeps_person(may_give.person) or not exists (
        select 1 from holding h where h.partnership_id = here and h.person_id = may_give.person
          and (h.valid_to is null or h.valid_to >= door.today()))));
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
CREATE TYPE "request_outcome" AS ENUM('confirmed', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TABLE "holding_request" (
	"partnership_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"kind" "holding_kind" NOT NULL,
	"valid_from" date NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"outcome" "request_outcome",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "holding_request_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "nobody_asks_for_themselves" CHECK (asked_by <> person_id),
	CONSTRAINT "a_second_person_answers" CHECK ((outcome is null) = (answered_by is null) and (answered_by is null) = (answered_at is null)
        and (outcome is null or (outcome = 'withdrawn') = (answered_by = asked_by))
        and (outcome is distinct from 'confirmed' or answered_by <> person_id))
);
--> statement-breakpoint
ALTER TABLE "holding_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP POLICY "function_name_add" ON "function_name";--> statement-breakpoint
DROP POLICY "function_name_change" ON "function_name";--> statement-breakpoint
DROP POLICY "function_add" ON "function";--> statement-breakpoint
DROP POLICY "function_change" ON "function";--> statement-breakpoint
CREATE UNIQUE INDEX "holding_request_waits" ON "holding_request" ("partnership_id","person_id","post_id") WHERE outcome is null;--> statement-breakpoint
ALTER TABLE "holding_request" ADD CONSTRAINT "holding_request_partnership_id_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id");--> statement-breakpoint
ALTER TABLE "holding_request" ADD CONSTRAINT "holding_request_6VIKQIxQh6qx_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "holding_request" ADD CONSTRAINT "holding_request_L4PuWOYPRoDh_fkey" FOREIGN KEY ("partnership_id","post_id") REFERENCES "post"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "holding_request" ADD CONSTRAINT "holding_request_hR3KkUIKmmWk_fkey" FOREIGN KEY ("partnership_id","asked_by") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "holding_request" ADD CONSTRAINT "holding_request_PHJtWufwdhCl_fkey" FOREIGN KEY ("partnership_id","answered_by") REFERENCES "person"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "holding_door_add" ON "holding" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holding_door_change" ON "holding" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holding_request_read" ON "holding_request" AS PERMISSIVE FOR SELECT TO "brobyg_app" USING (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or asked_by = (select door.me()) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
CREATE POLICY "holding_request_add" ON "holding_request" AS PERMISSIVE FOR INSERT TO "brobyg_door" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holding_request_door" ON "holding_request" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "holding_request_door_change" ON "holding_request" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holding_request_door_remove" ON "holding_request" AS PERMISSIVE FOR DELETE TO "brobyg_door" USING (true);--> statement-breakpoint
CREATE POLICY "person_door_change" ON "person" AS PERMISSIVE FOR UPDATE TO "brobyg_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_choice_door" ON "mail_choice" AS PERMISSIVE FOR SELECT TO "brobyg_door" USING (true);--> statement-breakpoint
ALTER POLICY "absence_add" ON "absence" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
ALTER POLICY "absence_change" ON "absence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
ALTER POLICY "absence_remove" ON "absence" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[])));--> statement-breakpoint
ALTER POLICY "agreement_add" ON "agreement" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('forum')) and not (select door.has_duty('administer')) and adopted_by = any ((select door.posts())::uuid[]));--> statement-breakpoint
ALTER POLICY "holding_add" ON "holding" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and door.may_give(person_id, post_id));--> statement-breakpoint
ALTER POLICY "holding_change" ON "holding" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (person_id = (select door.me()) or person_id = any ((select door.my_people())::uuid[]) or (valid_to < (select door.today()) and door.may_give(person_id, post_id)))
        and ((select door.has_duty('administer')) or post_id = any ((select door.overseen() || door.led())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and ((select door.has_duty('administer')) or post_id = any ((select door.overseen() || door.led())::uuid[])));--> statement-breakpoint
ALTER POLICY "person_change" ON "person" TO "brobyg_app" USING (partnership_id = (select door.partnership()) and (id = (select door.me()) or id = any ((select door.my_people())::uuid[]))) WITH CHECK (partnership_id = (select door.partnership()) and (id = (select door.me()) or id = any ((select door.my_people())::uuid[])));