import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "#lib/calendar/day.ts";
import { hashPassword } from "../account/password.ts";
import { noerrebro } from "./agreement/noerrebro.ts";
import { asOwner } from "./as-owner.ts";
import { demoPassword } from "./demo-password.ts";
import { demoAbsences, demoPeople } from "./demo-people.ts";
import { idOf, seedAgreement } from "./seed-agreement.ts";

/**
 * Fills an empty database with the agreement of Nørrebro and fictional people. Does nothing where there already is a
 * partnership.
 */
export async function seedDemo({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    const [known] = await sql`select 1 from partnership`;
    if (known) return;
    const { partnership, post } = await seedAgreement(sql, noerrebro);
    const password = await hashPassword(demoPassword);
    const today = dayOf(new Date());
    for (const { address, displayName, posts } of demoPeople) {
      const account = randomUUID();
      const person = randomUUID();
      await sql`insert into account ${sql({ id: account, email: address })}`;
      await sql`insert into credential ${sql({ account_id: account, password })}`;
      await sql`insert into person ${sql({ partnership_id: partnership, id: person, account_id: account, name: displayName })}`;
      await sql`insert into holding ${sql(
        posts.map(({ post: key, as }) => ({
          partnership_id: partnership,
          person_id: person,
          post_id: idOf(post, key),
          kind: as,
          valid_from: "2013-12-12",
        })),
      )}`;
      for (const { fromDay, untilDay } of demoAbsences.filter((absence) => absence.address === address))
        await sql`insert into absence ${sql({
          partnership_id: partnership,
          person_id: person,
          from_day: addDays(today, fromDay),
          to_day: addDays(today, untilDay),
        })}`;
    }
  });
}
