import { randomUUID } from "node:crypto";
import { z } from "zod";
import { keyOf } from "#lib/agreement/key-of.ts";
import { unitKinds } from "#lib/agreement/parties.ts";
import { day, id } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { isDrawn } from "#lib/text/drawn.ts";
import { oneLine } from "#lib/text/tidy.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

const called = (longest: number, code: string) =>
  z
    .string()
    .default("")
    .transform(oneLine)
    .refine((text) => text.length > 0 && text.length <= longest, code)
    .superRefine(isDrawn);

/** What a unit is called: in full, and short as it stands beside a function. */
const naming = { name: called(120, "unit-name"), short: called(40, "unit-short") };

export const unitInput = z.strictObject({ kind: z.enum(unitKinds), parent: id.optional(), ...naming, from: day });

/** A new unit, from a day on. The administrator. Refuses "not-yours", and "unknown-choice" for a parent that is not there. */
export async function addUnit(
  { sql }: Tx,
  me: Member,
  { kind, parent, name, short, from }: z.infer<typeof unitInput>,
): Promise<Result<{ id: string }>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  if (parent) {
    const above = await sql`
      select 1 from unit where id = ${parent} and (valid_to is null or valid_to >= greatest(${from}::date, ${me.today}))`;
    if (above.count === 0) return refused("unknown-choice", "parent");
  }
  const unit = randomUUID();
  await sql`
    insert into unit (partnership_id, id, key, kind, parent_id, valid_from)
    values (${me.partnership}, ${unit}, ${keyOf(short)}, ${kind}, ${parent ?? null}, ${from})`;
  await sql`
    insert into unit_name (partnership_id, unit_id, valid_from, name, short)
    values (${me.partnership}, ${unit}, ${from}, ${name}, ${short})`;
  return ok({ id: unit });
}

export const renameInput = z.strictObject({ unit: id, ...naming, from: day });

/**
 * Another name from a day on; what was written before keeps the old one. A name of the same day is put right. The
 * administrator. Refuses "not-yours", "unknown-choice", and "from-today" for a day that has passed.
 */
export async function renameUnit(
  { sql }: Tx,
  me: Member,
  { unit, name, short, from }: z.infer<typeof renameInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  if (from < me.today) return refused("from-today", "from");
  const known = await sql`select 1 from unit where id = ${unit} and (valid_to is null or valid_to >= ${from})`;
  if (known.count === 0) return refused("unknown-choice", "unit");
  await sql`
    insert into unit_name (partnership_id, unit_id, valid_from, name, short)
    values (${me.partnership}, ${unit}, ${from}, ${name}, ${short})
    on conflict (partnership_id, unit_id, valid_from) do update set name = excluded.name, short = excluded.short`;
  return ok(null);
}

export const postInput = z.strictObject({ unit: id, function: z.string().max(60), from: day });

/**
 * A function in a unit, from a day on. The administrator. Refuses "not-yours", "unknown-choice", "function-ends" for one that
 * the agreement takes out, "function-begins" for one that begins only later, and "post-exists".
 */
export async function addPost(
  { sql }: Tx,
  me: Member,
  { unit, function: code, from }: z.infer<typeof postInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("administer")) return refused("not-yours");
  const there = await sql<{ unit: boolean; function: boolean; ends: boolean; begins: boolean }[]>`
    select exists (select 1 from unit where id = ${unit} and (valid_to is null or valid_to >= greatest(${from}::date, ${me.today}))) as unit,
      exists (select 1 from function where code = ${code} and (valid_to is null or valid_to >= greatest(${from}::date, ${me.today}))) as function,
      exists (select 1 from function where code = ${code} and valid_to is not null) as ends,
      exists (select 1 from function where code = ${code} and valid_from > ${from}) as begins`;
  if (!there[0]?.unit) return refused("unknown-choice", "unit");
  if (!there[0]?.function) return refused("unknown-choice", "function");
  if (there[0].ends) return refused("function-ends", "function");
  if (there[0].begins) return refused("function-begins", "from");
  const added = await sql`
    insert into post (partnership_id, id, unit_id, function, valid_from)
    values (${me.partnership}, ${randomUUID()}, ${unit}, ${code}, ${from})
    on conflict (partnership_id, unit_id, function) do nothing`;
  return added.count === 1 ? ok(null) : refused("post-exists", "function");
}
