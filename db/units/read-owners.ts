import type { Day } from "#lib/calendar/day.ts";
import type { Owner, OwnersView, ResponsibleRequest } from "#lib/directory/units-view.ts";
import type { PersonId, UnitId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, directoryOf } from "../directory/directory.ts";

/** The housing organisations that helhedsplaner belong to on a day besides the one that answers for each, by what they were called then. */
export async function ownersOn(
  { sql }: Tx,
  { partnership }: Pick<Member, "partnership">,
  on: Day,
): Promise<ReadonlyMap<UnitId, string[]>> {
  const rows = await sql<{ unit: UnitId; names: string[] }[]>`
    select o.unit_id as unit, array_agg(n.name) as names
    from unit_owner o
    join unit u on u.partnership_id = o.partnership_id and u.id = o.unit_id and u.parent_id is distinct from o.owner_id
    join unit w on w.partnership_id = o.partnership_id and w.id = o.owner_id and (w.valid_to is null or w.valid_to >= ${on})
    join lateral (
      select name from unit_name n where n.partnership_id = w.partnership_id and n.unit_id = w.id
        and n.valid_from <= greatest(${on}::date, w.valid_from) order by n.valid_from desc limit 1) n on true
    where o.partnership_id = ${partnership} and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to >= ${on})
    group by o.unit_id`;
  return new Map(rows.map(({ unit, names }) => [unit, names.toSorted((a, b) => a.localeCompare(b, "da"))]));
}

/** To whom a helhedsplan belongs from today on, and what is asked about it. For the administrator's page of the unit. */
export async function readOwners(tx: Tx, me: Member, unit: UnitId): Promise<OwnersView> {
  type Asked = { id: string; owner: UnitId; by: PersonId; on: Day };
  const [others, asked, directory] = await Promise.all([
    tx.sql<Owner[]>`
      select owner_id as unit, valid_from as from, valid_to as to from unit_owner
      where unit_id = ${unit} and valid_to is distinct from valid_from - 1 and (valid_to is null or valid_to >= ${me.today})
      order by valid_from, owner_id`,
    tx.sql<Asked[]>`
      select id, owner_id as owner, asked_by as by, (asked_at at time zone 'Europe/Copenhagen')::date as on
      from responsible_request where unit_id = ${unit} and outcome is null`,
    directoryOf(tx, me),
  ]);
  const [request] = asked;
  const leads = leadsIn(directory, me);
  const waits: ResponsibleRequest | null = request
    ? {
        id: request.id,
        owner: request.owner,
        askedBy: directory.people.get(request.by) ?? "–",
        askedOn: request.on,
        mayConfirm: request.by !== me.person && !leads.has(request.owner),
        mayRefuse: request.by !== me.person,
      }
    : null;
  return { others, waits, leads: [...leads] };
}

/** Units in which this person leads, or which lie below one: what begins to belong there they would get something over. */
export function leadsIn({ posts, units, holdings }: Directory, me: Member): ReadonlySet<UnitId> {
  const led = new Set(
    holdings
      .filter(({ person, to }) => person === me.person && (to === null || to >= me.today))
      .map(({ post }) => posts.get(post))
      .filter((post) => post?.duties.includes("lead"))
      .map((post) => post?.unit),
  );
  const below = (unit: UnitId | null): boolean =>
    unit !== null && (led.has(unit) || below(units.get(unit)?.parent ?? null));
  return new Set([...units.keys()].filter(below));
}
