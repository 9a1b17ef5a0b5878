import { danishWhereEmpty, type Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Pool, Tx } from "../client.ts";

/** What the agreement in force that day calls whoever adopts it: the function with that duty. Null before there is one. */
export async function forumName(
  { sql }: { sql: Pool["sql"] | Tx["sql"] },
  { partnership, today }: { partnership: string; today: Day },
): Promise<Words | null> {
  const [name] = await sql<Words[]>`
    select n.da, n.en from function f join lateral (
      select da, en from function_name n where n.partnership_id = f.partnership_id and n.function = f.code
        and n.valid_from <= ${today} order by n.valid_from desc limit 1) n on true
    where f.partnership_id = ${partnership} and 'forum' = any (f.duties) and f.valid_from <= ${today}
      and (f.valid_to is null or f.valid_to >= ${today})
      and exists (select 1 from agreement a where a.partnership_id = f.partnership_id and a.valid_from <= ${today})
    order by f.valid_from, f.code limit 1`;
  return name ? danishWhereEmpty({ da: name.da, en: name.en }) : null;
}
