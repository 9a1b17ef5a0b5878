import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** Every function that is there today, with what it is called and whether some unit has a post of it. */
export const functionsOf = (
  { sql }: Tx,
  { partnership, today }: Pick<Member, "partnership" | "today">,
): Promise<NamedFunction[]> => sql<NamedFunction[]>`
  select f.code, f.duties, json_build_object('da', n.da, 'en', coalesce(nullif(n.en, ''), n.da)) as name,
    exists (
      select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
      where p.partnership_id = f.partnership_id and p.function = f.code and p.valid_from <= ${today}
        and least(p.valid_to, u.valid_to, 'infinity') >= ${today} and (p.valid_to is null or p.successor_id is not null)
    ) as staffed
  from function f join lateral (
    select da, en from function_name n where n.partnership_id = f.partnership_id and n.function = f.code
      and n.valid_from <= greatest(${today}::date, f.valid_from) order by n.valid_from desc limit 1) n on true
  where f.partnership_id = ${partnership} and (f.valid_to is null or f.valid_to >= ${today})
  order by n.da`;
