import { type Point, points } from "#lib/protection/checklist.ts";
import type { World } from "./world.ts";

/**
 * From now on the installation is a live one. Whoever is to act signs in before: a live installation takes no password of
 * the demo.
 */
export const makeLive = ({ owns }: World): Promise<unknown> =>
  owns([], (sql) =>
    sql.unsafe(
      `create or replace function door.installation() returns text language sql immutable as $$ select 'live'::text $$`,
    ),
  );

/** The checklist of every partnership, ticked but for what is left `open`, as if its people had done it. */
export const tickChecklist = ({ owns }: World, open: readonly Point[] = []): Promise<unknown> =>
  owns(
    ["checklist_tick", "post", "partnership"],
    (sql) => sql`
      insert into checklist_tick (partnership_id, point, post_id, on_day)
      select p.id, point::checklist_point, (select id from post where post.partnership_id = p.id limit 1), '2026-01-05'
      from partnership p, unnest(${points.filter((point) => !open.includes(point))}::text[]) point
      on conflict do nothing`,
  );
