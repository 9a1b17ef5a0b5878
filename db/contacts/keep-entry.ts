import { z } from "zod";
import { hours, optionalMail, phone } from "#lib/directory/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

export const entryInput = z.strictObject({ phone, mail: optionalMail, hours });
type Entry = z.infer<typeof entryInput> & { post: string };

/**
 * Writes telephone, mail and telephone hours of a post. Whoever acts for it, leads its unit or administers may; what one
 * writes one has looked at, so it counts as checked. Refuses "not-yours", also for a post that is not there.
 */
export async function keepEntry({ sql }: Tx, me: Member, { post, ...entry }: Entry): Promise<Result<null>> {
  const { count } = await sql`
    update post set phone = ${entry.phone}, mail = ${entry.mail}, hours = ${sql.json(entry.hours)},
      checked_on = ${me.today} where id = ${post}`;
  return count === 0 ? refused("not-yours") : ok(null);
}

export const checkInput = z.strictObject({});

/** Says that a post's entry is still right. Refuses "not-yours". */
export async function checkEntry({ sql }: Tx, me: Member, post: string): Promise<Result<null>> {
  const { count } = await sql`update post set checked_on = ${me.today} where id = ${post}`;
  return count === 0 ? refused("not-yours") : ok(null);
}
