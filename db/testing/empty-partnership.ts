import { randomUUID } from "node:crypto";
import { hashPassword } from "../account/password.ts";
import { asOwner } from "../seed/as-owner.ts";
import { demoPassword } from "../seed/demo-password.ts";
import type { World } from "./world.ts";

/** Somebody of the partnership that has no agreement yet. */
export const first = (who: "admin" | "dpo" | "forum") => `${who}@first.example`;

const functions = [
  { who: "admin", code: "ADMINISTRATOR", duties: ["administer"], da: "Administrator", en: "Administrator" },
  { who: "forum", code: "FORUM", duties: ["forum"], da: "Forum", en: "Forum" },
  {
    who: "dpo",
    code: "DATABESKYTTELSE",
    duties: ["protect"],
    da: "Databeskyttelsesrådgiver",
    en: "Protection officer",
  },
] as const;
const since = "2026-01-05";

/**
 * A partnership as setup makes it: three functions with a post each in one unit, no agreement, and its first people. In the
 * demo's database, with accounts of the demo, so that they can sign in.
 */
export async function addEmptyPartnership({ database }: World, { without = [] as string[] } = {}): Promise<void> {
  const password = await hashPassword(demoPassword);
  await asOwner(database.ownerUrl, async (sql) => {
    const here = { partnership_id: randomUUID() };
    const unit = randomUUID();
    await sql`insert into partnership ${sql({ id: here.partnership_id, name: "Amager" })}`;
    await sql`insert into unit ${sql({ ...here, id: unit, kind: "forum", valid_from: since })}`;
    await sql`insert into unit_name ${sql({ ...here, unit_id: unit, valid_from: since, name: "Amager", short: "Amager" })}`;
    for (const { who, code, duties, da, en } of functions) {
      const [post, account, person] = [randomUUID(), randomUUID(), randomUUID()];
      await sql`insert into function ${sql({ ...here, code, duties: [...duties], valid_from: since })}`;
      await sql`insert into function_name ${sql({ ...here, function: code, valid_from: since, da, en })}`;
      await sql`insert into post ${sql({ ...here, id: post, unit_id: unit, function: code, valid_from: since, checked_on: since })}`;
      if (without.includes(who)) continue;
      await sql`insert into account ${sql({ id: account, email: first(who), demo: true })}`;
      await sql`insert into credential ${sql({ account_id: account, password })}`;
      await sql`insert into person ${sql({ ...here, id: person, account_id: account, name: `Første ${da}` })}`;
      await sql`insert into holding ${sql({ ...here, person_id: person, post_id: post, kind: "holder", valid_from: since })}`;
    }
  });
}
