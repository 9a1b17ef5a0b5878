import { z } from "zod";
import { optionalMail, phone } from "#lib/directory/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

export const contactInput = z.strictObject({ phone, mail: optionalMail });
type Contact = z.infer<typeof contactInput> & { person: string };

/** Writes the work telephone and mail of a person: their own, or of somebody one leads. Refuses "not-yours". */
export async function keepContact({ sql }: Tx, _me: Member, contact: Contact): Promise<Result<null>> {
  const { count } = await sql`
    update person set phone = ${contact.phone}, mail = ${contact.mail} where id = ${contact.person}`;
  return count === 0 ? refused("not-yours") : ok(null);
}
