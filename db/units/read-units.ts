import { type Duty, sideOf, type UnitKind } from "#lib/agreement/parties.ts";
import type { KeptPost, KeptUnit, UnitsView, UnitView } from "#lib/directory/units-view.ts";
import type { UnitId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { functionsOf } from "../agreement/functions.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { ownersOn, readOwners } from "./read-owners.ts";

/** Every unit and post, those that are over too. The administrator; refuses everybody else with "not-found". */
export async function readUnits(tx: Tx, me: Member): Promise<Result<UnitsView>> {
  if (!me.duties.includes("administer")) return refused("not-found");
  const { sql } = tx;
  type UnitRow = Pick<KeptUnit, "id" | "kind" | "parent" | "from" | "to"> & { names: KeptUnit["names"] };
  type PostRow = Omit<KeptPost, "side" | "load"> & { kind: UnitKind; duties: Duty[]; load: number | null };
  const [units, posts, functions, owners] = await Promise.all([
    sql<UnitRow[]>`
      select u.id, u.kind, u.parent_id as parent, u.valid_from as from, u.valid_to as to,
        (select json_agg(json_build_object('from', n.valid_from, 'name', n.name, 'short', n.short) order by n.valid_from)
          from unit_name n where n.partnership_id = u.partnership_id and n.unit_id = u.id) as names
      from unit u where u.partnership_id = ${me.partnership}`,
    sql<PostRow[]>`
      select p.id, p.unit_id as unit, p.function, json_build_object('da', n.da, 'en', coalesce(nullif(n.en, ''), n.da)) as name, u.kind, f.duties,
        p.valid_from as from, least(p.valid_to, u.valid_to) as to, p.valid_to as ends, p.successor_id as successor, l.load
      from post p
      join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
      join function f on f.partnership_id = p.partnership_id and f.code = p.function
      join lateral (
        select da, en from function_name n where n.partnership_id = p.partnership_id and n.function = p.function
          and n.valid_from <= greatest(${me.today}::date, p.valid_from) order by n.valid_from desc limit 1) n on true
      join door.post_loads() l on l.post_id = p.id
      where p.partnership_id = ${me.partnership} order by n.da`,
    functionsOf(tx, me),
    ownersOn(tx, me, me.today),
  ]);
  return ok({
    functions,
    units: units
      .map((unit) => {
        const known = unit.names.filter(({ from }) => from <= me.today);
        const { name, short } = known.at(-1) ?? unit.names[0] ?? { name: "–", short: "–" };
        return { ...unit, side: sideOf(unit.kind), with: owners.get(unit.id) ?? [], name, short };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, "da")),
    posts: posts.map(({ kind, load, ...post }) => ({ ...post, side: sideOf(kind), load: load ?? "few" })),
  });
}

/** The same for the page of one unit, with whom it belongs to. Refuses "not-found" too for a unit that there is not. */
export async function readUnit(tx: Tx, me: Member, unit: UnitId): Promise<Result<UnitView>> {
  const read = await readUnits(tx, me);
  if (!read.ok) return read;
  if (!read.value.units.some(({ id }) => id === unit)) return refused("not-found");
  return ok({ ...read.value, owners: await readOwners(tx, me, unit) });
}
