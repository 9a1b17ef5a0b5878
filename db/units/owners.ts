import { z } from "zod";
import { day, id } from "#lib/referral/acts/inputs.ts";
import type { UnitId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { dayRefused } from "./end-post.ts";
import { leadsIn } from "./read-owners.ts";

export const ownerInput = z.strictObject({ unit: id, owner: id, from: day });
type Ownership = z.infer<typeof ownerInput>;

/**
 * A helhedsplan belongs to one more housing organisation, which is shown by name and gets nothing else. The administrator.
 * Refuses "not-yours", "from-today", "date-too-far", "unit-over" for a unit that ends before, "unknown-choice" for what is
 * no helhedsplan or no housing organisation then, and "owner-already".
 */
export async function addOwner({ sql }: Tx, me: Member, { unit, owner, from }: Ownership): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const wrong = dayRefused(me, from);
  if (wrong) return wrong;
  const [there] = await sql<{ open: boolean; parent: UnitId | null }[]>`
    select valid_to is null or valid_to >= ${from} as open, parent_id as parent from unit
    where id = ${unit} and kind = 'helhedsplan' for no key update`;
  if (!there) return refused("unknown-choice", "unit");
  if (!there.open) return refused("unit-over", "from");
  const known = await sql`
    select 1 from unit where id = ${owner} and kind = 'housing-organisation' and (valid_to is null or valid_to >= ${from})`;
  if (known.count === 0) return refused("unknown-choice", "owner");
  const already = await sql`
    select 1 from unit_owner where unit_id = ${unit} and owner_id = ${owner}
      and (valid_to is null or valid_to >= greatest(valid_from, ${from}::date))`;
  if (there.parent === owner || already.count > 0) return refused("owner-already", "owner");
  await sql`
    insert into unit_owner (partnership_id, unit_id, owner_id, valid_from) values (${me.partnership}, ${unit}, ${owner}, ${from})
    on conflict on constraint unit_owner_pkey do update set valid_to = null`;
  return ok(null);
}

/**
 * From a day on a helhedsplan belongs to one of its other organisations no more. The administrator. Refuses "not-yours",
 * "from-today", "date-too-far", and "owner-over" where it does not belong there then.
 */
export async function endOwner({ sql }: Tx, me: Member, { unit, owner, from }: Ownership): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const wrong = dayRefused(me, from);
  if (wrong) return wrong;
  const ended = await sql`
    update unit_owner set valid_to = greatest(valid_from, ${from}::date) - 1
    where unit_id = ${unit} and owner_id = ${owner} and (valid_to is null or valid_to >= greatest(valid_from, ${me.today}::date))`;
  return ended.count === 0 ? refused("owner-over", "from") : ok(null);
}

export const responsibleInput = z.strictObject({ unit: id, owner: id });

/**
 * Asks that another of its organisations answers for a helhedsplan; another administrator confirms it. The administrator.
 * Refuses "not-yours", "responsible-own" for whoever leads there themselves, "owner-over" for one that it does not belong to
 * today, and "responsible-waits" while something is asked already.
 */
export async function askResponsible(
  tx: Tx,
  me: Member,
  { unit, owner }: z.infer<typeof responsibleInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  if (leadsIn(await directoryOf(tx, me), me).has(owner)) return refused("responsible-own");
  if (!(await isOther(tx, me, { unit, owner }))) return refused("owner-over");
  const [row] = await tx.sql<{ id: string | null }[]>`select door.request_responsible(${unit}, ${owner}) as id`;
  return row?.id ? ok(null) : refused("responsible-waits");
}

/** Does the helhedsplan belong to that organisation today, besides to the one that answers for it, and do both go on? */
async function isOther({ sql }: Tx, me: Member, { unit, owner }: z.infer<typeof responsibleInput>): Promise<boolean> {
  const { count } = await sql`
    select 1 from unit_owner o
    join unit u on u.id = o.unit_id and (u.valid_to is null or u.valid_to >= ${me.today})
    join unit w on w.id = o.owner_id and w.valid_from <= ${me.today} and (w.valid_to is null or w.valid_to >= ${me.today})
    where o.unit_id = ${unit} and o.owner_id = ${owner} and o.valid_from <= ${me.today}
      and (o.valid_to is null or o.valid_to >= ${me.today})`;
  return count > 0;
}

export const answerResponsibleInput = z.strictObject({
  request: id,
  answer: z.enum(["confirmed", "refused", "withdrawn"]),
});

/**
 * Another administrator confirms or refuses who is to answer for a helhedsplan, or whoever asked takes it back. Refuses
 * "not-yours" (also where there is no such request), "responsible-own", "owner-over" where it belongs there no more, and
 * "request-over" once it was answered.
 */
export async function answerResponsible(
  tx: Tx,
  me: Member,
  { request, answer }: z.infer<typeof answerResponsibleInput>,
): Promise<Result<null>> {
  type Asked = { unit: UnitId; owner: UnitId; mine: boolean; open: boolean; before: UnitId | null };
  const [asked] = await tx.sql<Asked[]>`
    select r.unit_id as unit, r.owner_id as owner, r.asked_by = ${me.person} as mine, r.outcome is null as open, u.parent_id as before
    from responsible_request r join unit u on u.id = r.unit_id where r.id = ${request}`;
  if (!asked || (answer === "withdrawn") !== asked.mine) return refused("not-yours");
  const directory = await directoryOf(tx, me);
  if (answer === "confirmed" && asked.open) {
    if (leadsIn(directory, me).has(asked.owner)) return refused("responsible-own");
    if (!(await isOther(tx, me, asked))) return refused("owner-over");
  }
  const [row] = await tx.sql<{ done: boolean }[]>`select door.answer_responsible(${request}, ${answer}) as done`;
  if (!row?.done) return refused("request-over");
  const touched = [...directory.posts.values()].filter(({ unit }) =>
    [asked.unit, asked.owner, asked.before].includes(unit),
  );
  await tellLists(
    tx,
    me,
    touched.map((post) => post.id),
  );
  return ok(null);
}
