import type { DirectoryFunction } from "#lib/agreement/check-agreement.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** Every function that is there today, with what it is called and whether some unit has a post of it, and for how long. */
export const functionsOf = (
  { sql }: Pick<Tx, "sql">,
  { partnership, today }: Pick<Member, "partnership" | "today">,
): Promise<DirectoryFunction[]> => sql<DirectoryFunction[]>`
  select f.code, f.duties, json_build_object('da', n.da, 'en', coalesce(nullif(n.en, ''), n.da)) as name,
    exists (
      select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
      where p.partnership_id = f.partnership_id and p.function = f.code and p.valid_from <= ${today}
        and least(p.valid_to, u.valid_to, 'infinity') >= ${today} and (p.valid_to is null or p.successor_id is not null)
    ) as staffed,
    exists (
      select 1 from post p where p.partnership_id = f.partnership_id and p.function = f.code and p.valid_to is null
    ) as lasting,
    exists (
      select 1 from post p join holding h on h.partnership_id = p.partnership_id and h.post_id = p.id
      join person who on who.partnership_id = h.partnership_id and who.id = h.person_id
      where p.partnership_id = f.partnership_id and p.function = f.code and p.valid_from <= ${today} and p.valid_to is null
        and h.kind = 'holder' and h.valid_from <= ${today} and h.valid_to is null and who.left_on is null
    ) as held
  from function f join lateral (
    select da, en from function_name n where n.partnership_id = f.partnership_id and n.function = f.code
      and n.valid_from <= greatest(${today}::date, f.valid_from) order by n.valid_from desc limit 1) n on true
  where f.partnership_id = ${partnership} and (f.valid_to is null or f.valid_to >= ${today})
  order by n.da`;

/** Every code that a function has or had here: none is given twice. */
export async function functionCodes(
  { sql }: Pick<Tx, "sql">,
  { partnership }: Pick<Member, "partnership">,
): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`select code from function where partnership_id = ${partnership}`;
  return rows.map(({ code }) => code);
}
